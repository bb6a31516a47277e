import type { Actor } from "../../foundation/db/actor.ts";
import { withActor } from "../../foundation/db/pool.ts";
import { newId } from "../../foundation/ids.ts";
import { CANARIES, canariesIn } from "./canaries.ts";
import type { Cast } from "./cast.ts";
import { type History, say } from "./history.ts";

/** What one of the side asks about this one matter, by every name that it could have got hold of. */
export async function pryInto({ stage }: Cast, history: History, reader: Actor): Promise<string[]> {
  const q = (words: string) => `/api/matters?sort=newest&limit=20&q=${encodeURIComponent(words)}`;
  const commands = { v: 1, commandId: newId(), baseVersion: history.version };
  const asked: [method: "GET" | "POST", url: string, body?: object][] = [
    ["GET", `/api/matters/${history.id}`],
    ["GET", `/api/matters/by-number/${history.number}`],
    ["GET", `/api/matters/${history.id}/candidates`],
    ["GET", `/api/matters/${history.id}/identity`],
    ["GET", q(CANARIES.text(history.n))],
    ["GET", q(history.number)],
    ["POST", "/api/triage/preview", { text: `${say(history, "text")}，${say(history, "title")}边上的路塌了。` }],
    ["POST", `/api/matters/${history.id}/acts`, { ...commands, act: "note", note: "看看（示例）", files: [] }],
    ["POST", `/api/matters/${history.id}/notice-preview`, { act: "decline", reply: "示例答复", ground: "court" }],
    [
      "POST",
      "/api/matters/batch",
      { v: 1, commandId: newId(), act: "urge", items: [{ id: history.id, version: 1 }], preview: true },
    ],
  ];
  const leaks: string[] = [];
  for (const [method, url, body] of asked) {
    const { status, all } = await stage.ask(reader, method, url, body);
    const typed = `${decodeURIComponent(url)} ${JSON.stringify(body ?? {})}`;
    const own = canariesIn(typed).has(history.n);
    const named = !typed.includes(history.number) && all.includes(history.number);
    // what the reader typed may be said back; what they did not know may not
    const others = own ? "" : [...canariesIn(all)].includes(history.n) ? " says a canary" : "";
    const found = method === "GET" && url.startsWith("/api/matters?") && all.includes(history.id) ? " finds it" : "";
    if (others || named || found || (status < 300 && url.includes(history.id)))
      leaks.push(`${method} ${url.slice(0, 60)} → ${status}${others}${named ? " names it" : ""}${found}`);
  }
  return leaks;
}

/** Every list, page and export without a name in its address, whole. */
export async function everythingThatCanBeListed({ stage }: Cast, reader: Actor): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  const addresses = stage.binder.routes
    .filter((route) => route.method === "GET" && !route.path.includes(":"))
    .map((route) => route.path)
    .concat(
      "/api/matters?queue=all&sort=newest&limit=100",
      "/api/supervision/matters?group=overdue",
      "/api/matters/export?as=csv&url=",
    );
  for (const address of addresses) found.set(address, canariesIn((await stage.ask(reader, "GET", address)).all));
  return found;
}

/** Every row of every table and view that the role may read in this reader's context, as text; bytes as hex and as what they would say. */
export async function everythingInTheDatabase({ county, owner }: Cast, reader: Actor): Promise<Map<string, Set<string>>> {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'v', 'm', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
       and has_table_privilege('linli_app', c.oid, 'select') order by 1`,
  );
  const found = new Map<string, Set<string>>();
  await withActor(county.db, reader, async (tx) => {
    for (const { name } of rows) {
      const { rows: said } = await tx.query<{ said: string }>(`select t::text as said from ${name} t`);
      const all = said.map((row) => row.said).join("\n");
      const bytes = [...all.matchAll(/\\\\x([0-9a-f]{16,})/g)]
        .map((match) => Buffer.from(match[1]!, "hex").toString("utf8"))
        .join("\n");
      found.set(name, canariesIn(`${all}\n${bytes}`));
    }
  });
  return found;
}
