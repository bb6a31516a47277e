import { existsSync, readFileSync } from "node:fs";
import { writePrivately } from "../../foundation/private-file.ts";
import { DAY } from "../../foundation/time/index.ts";
import { type KeyFile, keepEnvelope, keyFileText, readKeyFile, sealKeyFile } from "../../systems/residents/index.ts";
import { type DataFolder, readKeyText } from "../settings.ts";
import type { OpenCounty } from "./context.ts";

/** Where the key file lies sealed to the recovery papers, beside it. */
export const envelopeFile = (folder: DataFolder): string => `${folder.keyFile}.recovery`;

export const parsedKeyFile = (folder: DataFolder): KeyFile => JSON.parse(readKeyText(folder.keyFile)) as KeyFile;

/** When the identity key in use was drawn, and how many days ago; undefined for files that never said. */
export function ageOf(file: KeyFile, now = new Date()): { drawn: string; days: number } | undefined {
  const drawn = file.drawn?.[file.version];
  return drawn ? { drawn: drawn.slice(0, 10), days: Math.floor((now.getTime() - Date.parse(drawn)) / DAY) } : undefined;
}

interface Envelope {
  readonly set: string;
  readonly sealed: string;
}

/** The envelope beside the key file, where it is of this set. */
export function envelopeBeside(file: string, set: string): Buffer | undefined {
  if (!existsSync(file)) return undefined;
  const kept = JSON.parse(readFileSync(file, "utf8")) as Envelope;
  return kept.set === set ? Buffer.from(kept.sealed, "base64") : undefined;
}

/**
 * Writes the key file. Where it was split over offices, what their papers open is written first, in the database and beside it: broken off
 * between the two, the papers open a file that holds every key the other holds.
 */
export async function writeKeyFile(county: Pick<OpenCounty, "db" | "county" | "folder">, file: KeyFile): Promise<void> {
  const text = keyFileText(file);
  readKeyFile(text);
  if (file.recovery) {
    const sealed = sealKeyFile(text, file.recovery);
    await keepEnvelope(county.db, county.county, file.recovery.set, sealed, new Date());
    const envelope: Envelope = { set: file.recovery.set, sealed: sealed.toString("base64") };
    writePrivately(envelopeFile(county.folder), `${JSON.stringify(envelope, null, 2)}\n`);
  }
  writePrivately(county.folder.keyFile, text);
}
