// Only for `cost.ts`: takes row-level security and the vault away, so that what they cost can be measured. Never part of the product:
// it is reached by a loader hook of the bench's own process, and stands beside no product code.
import { registerHooks } from "node:module";
import pg from "pg";
import type { Database } from "../../foundation/db/pool.ts";

const PLAIN: Readonly<Record<string, string>> = {
  "systems/residents/ciphers.ts": "plain-ciphers.ts",
  "systems/residents/actions/note-readings.ts": "no-readings.ts",
};

/** From here on modules of the vault are exchanged for ones that seal nothing and note nothing. Call before the product is imported. */
export function takeTheVaultAway(): void {
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      const plain = Object.entries(PLAIN).find(([file]) => found.url.endsWith(file));
      return plain ? { ...found, url: new URL(`./${plain[1]}`, import.meta.url).href } : found;
    },
  });
}

/** Pools of a login that no row policy holds: the bench server's own superuser, on every role's pool. */
export function openWithoutPolicies(ownerUrl: string, size = 16): Database {
  const pools = new Map<string, pg.Pool>();
  return {
    url: ownerUrl,
    pool(role) {
      const found =
        pools.get(role) ??
        new pg.Pool({
          connectionString: ownerUrl,
          max: role === "app" || role === "portal" ? size : Math.max(2, Math.floor(size / 4)),
          options: "-c search_path=pg_catalog -c jit=off",
          statement_timeout: 30_000,
        });
      pools.set(role, found);
      return found;
    },
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.end()));
    },
  };
}
