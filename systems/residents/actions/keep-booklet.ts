import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { residentActor } from "../../../foundation/db/actor.ts";
import { type Database, type Tx, withActor } from "../../../foundation/db/pool.ts";
import { BOOKLET_MOST } from "../rules/try-limits.table.ts";
import { newLink, type Sealer } from "../seal.ts";

/** One code in a booklet. `generation` is that of the code it was put in with: a code given anew falls out. */
export interface BookletEntry {
  readonly matterId: string;
  readonly reporterId: string;
  readonly generation: number;
}

/** Every booklet is as long as a full one: its length tells nobody how many codes stand in it. */
const BYTES = 4096;

const keyOf = (secret: string): Buffer =>
  Buffer.from(hkdfSync("sha256", Buffer.from(secret, "base64url"), "", "linli booklet", 32));

function close(secret: string, place: Buffer, entries: readonly BookletEntry[]): Buffer {
  const plain = Buffer.alloc(BYTES, " ");
  const text = Buffer.from(
    JSON.stringify(entries.map(({ matterId, reporterId, generation }) => [matterId, reporterId, generation])),
  );
  if (entries.length > BOOKLET_MOST || text.length > BYTES) throw new RangeError("a booklet is full");
  text.copy(plain);
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyOf(secret), nonce).setAAD(place);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function read(secret: string, place: Buffer, sealed: Buffer): BookletEntry[] {
  const decipher = createDecipheriv("aes-256-gcm", keyOf(secret), sealed.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(place).setAuthTag(sealed.subarray(12, 28));
  const text = Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString("utf8");
  return (JSON.parse(text) as [string, string, number][]).map(([matterId, reporterId, generation]) => ({
    matterId,
    reporterId,
    generation,
  }));
}

const monthOf = (now: Date): string => `${now.toISOString().slice(0, 7)}-01`;

/** Booklets of one county: lists that only their secret opens. The secret (128 bits, base64url) is told once and kept nowhere. */
export interface Booklets {
  /** A new booklet; gives its secret. */
  begin(entries: readonly BookletEntry[], now: Date): Promise<string>;
  /** What stands in it; undefined for a secret that opens none. */
  open(secret: string, now: Date): Promise<BookletEntry[] | undefined>;
  /** Changes what stands in it; false for a secret that opens none. */
  change(secret: string, now: Date, to: (entries: BookletEntry[]) => readonly BookletEntry[]): Promise<boolean>;
  /** The same list under a new secret; the old one opens nothing any more. Undefined for a secret that opens none. */
  renew(secret: string, now: Date): Promise<string | undefined>;
  /** Nothing of it is left. The matters stay as they are. */
  end(secret: string): Promise<void>;
}

export function makeBooklets(db: Database, county: number, sealer: Sealer): Booklets {
  const lookupOf = (secret: string) => sealer.lookupOf(`booklet|${secret}`);
  const within = <T>(secret: string, work: (tx: Tx, lookup: Buffer) => Promise<T>): Promise<T> =>
    withActor(db, residentActor(county), async (tx) => {
      const lookup = lookupOf(secret);
      await tx.query("select set_config('linli.booklet', $1, true)", [lookup.toString("hex")]);
      return work(tx, lookup);
    });
  const find = async (tx: Tx, lookup: Buffer, more = "") =>
    (
      await tx.query<{ sealed: Buffer }>(`select sealed from residents.booklets where county_code = $1 and lookup = $2 ${more}`, [
        county,
        lookup,
      ])
    ).rows[0]?.sealed;
  const insert = (tx: Tx, secret: string, lookup: Buffer, entries: readonly BookletEntry[], now: Date) =>
    tx.query("insert into residents.booklets (county_code, lookup, sealed, seen_in) values ($1, $2, $3, $4)", [
      county,
      lookup,
      close(secret, lookup, entries),
      monthOf(now),
    ]);

  return {
    async begin(entries, now) {
      const secret = newLink();
      await within(secret, (tx, lookup) => insert(tx, secret, lookup, entries, now));
      return secret;
    },
    open: (secret, now) =>
      within(secret, async (tx, lookup) => {
        const sealed = await find(tx, lookup);
        if (!sealed) return undefined;
        await tx.query(
          "update residents.booklets set seen_in = $3 where county_code = $1 and lookup = $2 and seen_in <> $3::date",
          [county, lookup, monthOf(now)],
        );
        return read(secret, lookup, sealed);
      }),
    change: (secret, now, to) =>
      within(secret, async (tx, lookup) => {
        const sealed = await find(tx, lookup, "for update");
        if (!sealed) return false;
        await tx.query("update residents.booklets set sealed = $3, seen_in = $4 where county_code = $1 and lookup = $2", [
          county,
          lookup,
          close(secret, lookup, to(read(secret, lookup, sealed))),
          monthOf(now),
        ]);
        return true;
      }),
    renew: (secret, now) =>
      within(secret, async (tx, lookup) => {
        const sealed = await find(tx, lookup, "for update");
        if (!sealed) return undefined;
        const entries = read(secret, lookup, sealed);
        await tx.query("delete from residents.booklets where county_code = $1 and lookup = $2", [county, lookup]);
        const next = newLink();
        const nextLookup = lookupOf(next);
        await tx.query("select set_config('linli.booklet', $1, true)", [nextLookup.toString("hex")]);
        await insert(tx, next, nextLookup, entries, now);
        return next;
      }),
    end: async (secret) => {
      await within(secret, (tx, lookup) =>
        tx.query("delete from residents.booklets where county_code = $1 and lookup = $2", [county, lookup]),
      );
    },
  };
}
