import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { Actor } from "../../../foundation/db/actor.ts";
import { read, withActor } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { Services } from "../services.ts";

function openDraft([key, ...others]: readonly Buffer[], sealed: Buffer, place: Buffer): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", key!, sealed.subarray(0, 12)).setAAD(place);
  decipher.setAuthTag(sealed.subarray(-16));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
  } catch (error) {
    if (others.length === 0) throw error;
    return openDraft(others, sealed, place);
  }
}

const draftKey = (identityKey: Buffer) => Buffer.from(hkdfSync("sha256", identityKey, "", "linli drafts", 32));

/**
 * Drafts are sealed whole under a key derived from the identity key, the first given: they may hold a resident's name before the matter
 * exists. Those of earlier identity keys are opened by the others.
 */
export function makeDraftBox(identityKey: Buffer, older: readonly Buffer[] = []) {
  const key = draftKey(identityKey);
  const keys = [key, ...older.map(draftKey)];
  const place = (actor: Actor, name: string) => Buffer.from(`foundation.drafts|${actor.person}|${name}`);
  return {
    async save({ db, clock }: Services, actor: Actor, name: string, body: unknown): Promise<Date> {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(place(actor, name));
      const sealed = Buffer.concat([nonce, cipher.update(JSON.stringify(body)), cipher.final(), cipher.getAuthTag()]);
      if (sealed.length > 200_000) throw new Refusal("http.too-large", {}, { status: 413 });
      const at = clock.now();
      await withActor(db, actor, (tx) =>
        tx.query(
          "insert into foundation.drafts (county_code, person_id, key, sealed, saved_at) values ($1, $2, $3, $4, $5) on conflict (county_code, person_id, key) do update set sealed = excluded.sealed, saved_at = excluded.saved_at",
          [actor.county, actor.person, name, sealed, at],
        ),
      );
      return at;
    },
    async list({ db }: Services, actor: Actor) {
      const rows = await read<{ key: string; sealed: Buffer; saved_at: Date }>(
        db,
        actor,
        "select key, sealed, saved_at from foundation.drafts where county_code = $1 and person_id = $2 order by saved_at desc limit 100",
        [actor.county, actor.person],
      );
      return rows.map((row) => ({
        key: row.key,
        body: JSON.parse(openDraft(keys, row.sealed, place(actor, row.key)).toString("utf8")) as unknown,
        savedAt: row.saved_at.toISOString(),
      }));
    },
    async drop({ db }: Services, actor: Actor, name: string): Promise<boolean> {
      const gone = await withActor(db, actor, (tx) =>
        tx.query("delete from foundation.drafts where county_code = $1 and person_id = $2 and key = $3", [
          actor.county,
          actor.person,
          name,
        ]),
      );
      return (gone.rowCount ?? 0) > 0;
    },
  };
}
export type DraftBox = ReturnType<typeof makeDraftBox>;
