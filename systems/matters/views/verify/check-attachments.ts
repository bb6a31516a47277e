import { createHash } from "node:crypto";
import type { Actor } from "../../../../foundation/db/actor.ts";
import { type Database, read } from "../../../../foundation/db/pool.ts";
import { openFile } from "../../../../foundation/files/index.ts";
import { Refusal } from "../../../../foundation/refusal.ts";

export interface AttachmentsReport {
  readonly files: number;
  readonly findings: readonly { readonly id: string; readonly fault: "missing" | "changed" }[];
}

interface Kept {
  readonly id: string;
  readonly sha256: Buffer;
}
const PAGE = 500;

/** Reads every attachment again and compares its SHA-256 with the one recorded when it came. `folder` holds the attachments. */
export async function checkAttachments(
  db: Database,
  actor: Actor,
  folder: string,
  onProgress: (files: number) => void = () => {},
): Promise<AttachmentsReport> {
  const findings: { id: string; fault: "missing" | "changed" }[] = [];
  let files = 0;
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const page = await read<Kept>(
      db,
      actor,
      "select id, sha256 from foundation.files where county_code = $1 and id > $2::uuid order by id limit $3",
      [actor.county, after, PAGE],
    );
    for (const { id, sha256 } of page) {
      const fault = await compare(folder, id, sha256);
      if (fault) findings.push({ id, fault });
    }
    files += page.length;
    onProgress(files);
    if (page.length < PAGE) return { files, findings };
    after = page.at(-1)!.id;
  }
}

async function compare(folder: string, id: string, sha256: Buffer): Promise<"missing" | "changed" | undefined> {
  const hash = createHash("sha256");
  try {
    const { stream } = await openFile(folder, id);
    for await (const chunk of stream) hash.update(chunk as Buffer);
  } catch (error) {
    if (error instanceof Refusal) return "missing";
    throw error;
  }
  return hash.digest().equals(sha256) ? undefined : "changed";
}
