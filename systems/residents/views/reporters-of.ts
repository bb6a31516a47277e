import type { Tx } from "../../../foundation/db/pool.ts";
import type { Identity } from "../contract.ts";
import type { Sealer } from "../seal.ts";

export interface ReporterOfMatter {
  readonly id: string;
  readonly handle: string;
  readonly role: "reporter" | "also met" | "entered for";
  readonly door: string;
  readonly relation: string | null;
  readonly consent: boolean | null;
  readonly quiet: boolean;
  readonly wantsSecrecy: boolean;
  readonly createdAt: Date;
  readonly withdrawnAt: Date | null;
  readonly erasedAt: Date | null;
  /** Something was told of who they are and is kept, opened or not. */
  readonly sealed: boolean;
  /** Absent where nothing was told, where it was erased, and where no sealer was given. */
  readonly identity?: Identity;
}

interface Row extends Omit<ReporterOfMatter, "identity" | "sealed"> {
  readonly sealed: Buffer | null;
  readonly keyVersion: number;
  readonly wrapped: Buffer | null;
  readonly wrapVersion: number | null;
}

/**
 * The reporters of one matter, first come first, by handle. With a `sealer` their identities are opened: only for who holds the
 * matter while it is open, and for the person themselves; the caller decides that by its own access sentence before it asks.
 */
export async function reportersOf(tx: Tx, county: number, matterId: string, sealer?: Sealer): Promise<ReporterOfMatter[]> {
  const { rows } = await tx.query<Row>(
    `select r.id, r.handle, r.role, r.door, r.relation, r.consent, r.quiet, r.wants_secrecy as "wantsSecrecy", r.created_at as "createdAt",
       r.withdrawn_at as "withdrawnAt", r.erased_at as "erasedAt", r.sealed, r.key_version as "keyVersion", k.wrapped, k.key_version as "wrapVersion"
     from residents.reporters r
     left join residents.data_keys k on k.county_code = r.county_code and k.matter_id = r.matter_id
     where r.county_code = $1 and r.matter_id = $2 order by r.id`,
    [county, matterId],
  );
  return rows.map(({ sealed, keyVersion, wrapped, wrapVersion, ...row }) => {
    const reporter = { ...row, sealed: sealed !== null };
    const identity = sealer?.open(
      matterId,
      reporter.id,
      { sealed, keyVersion },
      { wrapped, keyVersion: wrapVersion ?? keyVersion },
    );
    return identity ? { ...reporter, identity } : reporter;
  });
}
