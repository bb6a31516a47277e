import type { MultipartFile } from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import type { Actor } from "../../foundation/db/actor.ts";
import { Refusal } from "../../foundation/refusal.ts";
import { type KeptPicture, PICTURE_LIMITS } from "../../systems/matters/portal/index.ts";
import type { Portal } from "./portal.ts";

/** Why a picture was not kept; `name` is the file's own. */
export interface PictureProblem {
  readonly kind: "many" | "large" | "empty" | "kind" | "failed";
  readonly name: string;
}

export interface ReadForm {
  readonly fields: Record<string, string>;
  readonly pictures: readonly KeptPicture[];
  readonly problems: readonly PictureProblem[];
}

const FIELD_BYTES = 256 * 1024;
const nameOf = (name: string): string =>
  name
    .replace(/^.*[\\/]/, "")
    .replace(/\p{Cc}/gu, "")
    .slice(0, 60);

/** Pictures that came with an earlier page: only those that this portal has signed itself. */
function keptPictures(portal: Portal, tokens: readonly string[]): KeptPicture[] {
  const pictures = tokens.flatMap((token) => {
    const picture = portal.seals.readSigned<Omit<KeptPicture, "token">>("picture", token);
    return picture ? [{ ...picture, token }] : [];
  });
  return [...new Map(pictures.map((picture) => [picture.id, picture])).values()].slice(0, PICTURE_LIMITS.count);
}

const NOT_A_PICTURE = ["file.kind-not-taken", "file.not-what-its-name-says", "file.has-macros", "file.phone-picture"];
const TOO_LARGE = ["file.too-large", "file.picture-too-many-pixels"];

function problemOf(fault: unknown, part: MultipartFile): PictureProblem["kind"] {
  if (part.file.truncated || (fault as { code?: string }).code === "FST_REQ_FILE_TOO_LARGE") return "large";
  if (!(fault instanceof Refusal)) return "failed";
  if (TOO_LARGE.includes(fault.code)) return "large";
  if (NOT_A_PICTURE.includes(fault.code)) return "kind";
  return fault.code === "file.empty" ? "empty" : "failed";
}

/** Streams one picture into the file store; 20 MB never stand in memory. */
async function keepPicture(portal: Portal, actor: Actor, part: MultipartFile): Promise<KeptPicture | PictureProblem> {
  const name = nameOf(part.filename);
  try {
    const kept = await portal.doors.keepPicture(actor, { name, stream: part.file });
    if (part.file.truncated) return { kind: "large", name };
    if (!kept.kind.startsWith("image/")) return { kind: "kind", name };
    const facts = { id: kept.id, name, size: kept.size };
    return { ...facts, token: portal.seals.sign("picture", facts) };
  } catch (fault) {
    part.file.resume();
    return { kind: problemOf(fault, part), name };
  }
}

/** Reads a form with or without pictures. Pictures are kept at once: a browser would not send them a second time. */
export async function readForm(portal: Portal, request: FastifyRequest, actor: Actor): Promise<ReadForm> {
  if (!request.isMultipart()) {
    const body = (request.body ?? {}) as Record<string, string | string[]>;
    const kept = body.kept === undefined ? [] : Array.isArray(body.kept) ? body.kept : [body.kept];
    const fields = Object.fromEntries(
      Object.entries(body).map(([name, value]) => [name, Array.isArray(value) ? value.at(-1)! : value]),
    );
    return { fields, pictures: keptPictures(portal, kept), problems: [] };
  }
  const fields: Record<string, string> = {};
  const tokens: string[] = [];
  const fresh: KeptPicture[] = [];
  const problems: PictureProblem[] = [];
  const limits = { fileSize: PICTURE_LIMITS.bytes, files: 30, fields: 100, fieldSize: FIELD_BYTES, parts: 130 };
  for await (const part of request.parts({ limits, throwFileSizeLimit: false } as never)) {
    if (part.type === "field") {
      if (part.fieldname === "kept") tokens.push(String(part.value));
      else fields[part.fieldname] = String(part.value ?? "");
      continue;
    }
    if (!part.filename) part.file.resume();
    else if (keptPictures(portal, tokens).length + fresh.length >= PICTURE_LIMITS.count) {
      part.file.resume();
      if (!problems.some(({ kind }) => kind === "many")) problems.push({ kind: "many", name: nameOf(part.filename) });
    } else {
      const kept = await keepPicture(portal, actor, part);
      if ("kind" in kept) problems.push(kept);
      else fresh.push(kept);
    }
  }
  return { fields, pictures: [...keptPictures(portal, tokens), ...fresh], problems };
}
