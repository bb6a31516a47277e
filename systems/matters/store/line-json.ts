import { type LineDraft, sealLine } from "../../ledger/index.ts";

/** A draft as matters.receive reads it: number and previous leaf are filled there. */
export const draftJson = (line: LineDraft) => ({
  line_id: line.id,
  act: line.act,
  at: line.at.toISOString(),
  device_at: line.deviceAt?.toISOString() ?? null,
  public_group: line.publicGroup,
  text_group: line.textGroup,
  person_group: line.personGroup,
  salt_public: line.saltPublic.toString("hex"),
  salt_text: line.saltText.toString("hex"),
  salt_person: line.saltPerson.toString("hex"),
  hash_text: line.hashText.toString("hex"),
  hash_person: line.hashPerson.toString("hex"),
});

/** A complete line as matters.act reads it; `previous` is the head of that procedure (36 bytes), none for its first line. */
export function lineJson(draft: LineDraft, previous: Buffer | undefined) {
  const line = sealLine(draft, { previous });
  return {
    json: {
      id: line.id,
      procedure_kind: line.procedureKind,
      procedure_id: line.procedureId,
      version: line.version,
      act: line.act,
      device_at: line.deviceAt?.toISOString() ?? null,
      public_group: line.publicGroup,
      text_group: line.textGroup,
      person_group: line.personGroup,
      salt_public: line.saltPublic.toString("hex"),
      salt_text: line.saltText.toString("hex"),
      salt_person: line.saltPerson.toString("hex"),
      hash_public: line.hashPublic.toString("hex"),
      hash_text: line.hashText.toString("hex"),
      hash_person: line.hashPerson.toString("hex"),
      previous: line.previous?.toString("hex") ?? null,
      leaf: line.leaf.toString("hex"),
    },
    leaf: line.leaf,
  };
}

/** A bytea as jsonb shows it (\x6162…). */
export const bytesOf = (hex: string): Buffer => Buffer.from(hex.replace(/^\\x/, ""), "hex");
export const hexOf = (bytes: Buffer): string => `\\x${bytes.toString("hex")}`;
