import { HELP, type HelpPage } from "./help.table.ts";
import { type Locale, sentence } from "./speech.ts";

export const COMMANDS = HELP;

const index = (locale: Locale) => (locale === "en" ? 1 : 0);

/** The page of `linli --help`. */
export function overview(locale: Locale): string {
  const at = index(locale);
  const names = Object.keys(HELP) as (keyof typeof HELP)[];
  const lines = names.map((name) => `  ${name.padEnd(9)} ${HELP[name].brief[at]}`);
  return [sentence(locale, "usage"), "", `${sentence(locale, "commands")}:`, ...lines, "", sentence(locale, "more")].join("\n");
}

/** The page of one command. */
export function helpFor(name: keyof typeof HELP, locale: Locale): string {
  const at = index(locale);
  const { brief, usage, options, text } = HELP[name] as HelpPage;
  const width = Math.max(0, ...options.map(([option]) => option.length));
  const lines = options.map(([option, ...words]) => `  ${option.padEnd(width)}  ${words[at]}`);
  const list = lines.length ? ["", `${sentence(locale, "options")}:`, ...lines] : [];
  return [`linli ${name} — ${brief[at]}`, "", `  linli ${usage}`, ...list, "", text[at]].join("\n").trimEnd();
}
