import { extname } from "node:path";

const LONGEST = 120;

/**
 * A file's name as it may be shown and offered for saving: no folders, no control or direction-changing characters, nothing that
 * Windows forbids, at most 120 characters with its extension kept. Never used as a path.
 */
export function displayName(given: string): string {
  const last = given.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, (character) => (character === "\u200d" ? character : ""))
    .replace(/[<>:"|?*]/g, "_")
    .replace(/\s+/g, " ")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  if (clean === "") return "附件";
  const extension = extname(clean).slice(0, 12);
  const base = Array.from(extension ? clean.slice(0, -extname(clean).length) : clean);
  return base.slice(0, LONGEST - extension.length).join("") + extension;
}

/** Extension in small letters without its dot; "" where there is none. */
export const extensionOf = (name: string): string => extname(name).slice(1).toLowerCase();
