import pg from "pg";
import { Refusal } from "../refusal.ts";

const LEAST = 150_000;
const refuse = (code: string, facts: Record<string, unknown>) => new Refusal(`database.${code}`, facts, { status: 503 });

interface Login {
  readonly login: string;
  readonly database: string;
  readonly address: string;
  readonly version: number;
  readonly encoding: string;
  readonly strong: boolean;
  readonly inherits: boolean;
  readonly mayCreate: boolean;
  readonly mayCreateRoles: boolean;
  readonly hasRoles: boolean;
}

const LOOK = `select current_user as login, current_database() as database, current_setting('server_version_num')::integer as version,
    current_setting('server_version') as "versionText", pg_encoding_to_char(encoding) as encoding, (r.rolsuper or r.rolbypassrls) as strong,
    r.rolinherit as inherits, has_database_privilege(current_database(), 'CREATE') as "mayCreate", (r.rolcreaterole or r.rolsuper) as "mayCreateRoles",
    (select count(*) = 4 from pg_roles where rolname in ('linli_app', 'linli_portal', 'linli_jobs', 'linli_verify')) as "hasRoles"
  from pg_roles r, pg_database d where r.rolname = current_user and d.datname = current_database()`;

async function look(url: string, variable: string): Promise<Login & { versionText: string }> {
  const at = addressOf(url, variable);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 8_000, application_name: "linli-check" });
  client.on("error", () => {});
  try {
    await client.connect();
    return { ...(await client.query(LOOK)).rows[0], address: at.address };
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code?.startsWith("28")) throw refuse("login", { address: at.address, login: at.login, variable, detail: message });
    throw refuse("unreachable", { address: at.address, variable, detail: message || code });
  } finally {
    await client.end().catch(() => {});
  }
}

const GROUPS = `select "group" from unnest(array['linli_app', 'linli_portal', 'linli_jobs', 'linli_verify']) as "group" join pg_roles on rolname = "group"
  where not exists (select 1 from pg_auth_members m join pg_roles r on r.oid = m.member where m.roleid = pg_roles.oid and r.rolname = $1)
    and not exists (select 1 from pg_roles me where me.rolname = current_user and (me.rolsuper or (me.rolcreaterole and $2 < 160000)))
    and not exists (select 1 from pg_auth_members m join pg_roles r on r.oid = m.member where m.roleid = pg_roles.oid and r.rolname = current_user and m.admin_option)`;

/** Group roles that stand already, that the runtime login is no member of, and that this owner may not give it. */
async function groupsOutOfReach(ownerUrl: string, runtimeLogin: string, version: number): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "linli-check" });
  await client.connect();
  return client
    .query(GROUPS, [runtimeLogin, version])
    .then((result) => result.rows.map((row) => row.group))
    .finally(() => client.end());
}

/** Host, port and database: never the password. */
function addressOf(url: string, variable: string): { address: string; login: string } {
  try {
    const parsed = new URL(url);
    return { address: `${parsed.host || "localhost"}${parsed.pathname}`, login: decodeURIComponent(parsed.username) };
  } catch {
    throw refuse("unreachable", { address: "?", variable, detail: "postgres://login:password@host:port/database" });
  }
}

/**
 * Checks a server of the county's own before anything is changed on it: version, encoding, that both logins reach the same
 * database, that the owner may create tables and group roles and that the runtime login can do nothing by itself.
 * Returns the runtime login's name. Refuses `database.*`.
 */
export async function checkOwnServer(runtimeUrl: string, ownerUrl: string): Promise<{ login: string; version: string }> {
  const owner = await look(ownerUrl, "DATABASE_OWNER_URL");
  if (owner.version < LEAST) throw refuse("tooOld", { address: owner.address, version: owner.versionText });
  if (owner.encoding !== "UTF8") throw refuse("encoding", { address: owner.address, encoding: owner.encoding });
  const runtime = await look(runtimeUrl, "DATABASE_URL");
  if (runtime.login === owner.login) throw refuse("sameLogin", { login: owner.login });
  if (runtime.database !== owner.database) throw refuse("differ", { runtime: runtime.address, owner: owner.address });
  if (runtime.strong) throw refuse("tooStrong", { login: runtime.login });
  if (runtime.inherits) throw refuse("inherits", { login: runtime.login });
  if (!owner.mayCreate) throw refuse("noCreate", { login: owner.login, database: owner.database });
  if (!owner.mayCreateRoles && !owner.hasRoles) throw refuse("noCreateRole", { login: owner.login });
  const groups = await groupsOutOfReach(ownerUrl, runtime.login, owner.version);
  if (groups.length) throw refuse("noGrant", { owner: owner.login, login: runtime.login, groups: groups.join(", ") });
  return { login: runtime.login, version: owner.versionText };
}
