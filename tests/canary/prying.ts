import type { Actor } from "../../foundation/db/actor.ts";
import { withActor } from "../../foundation/db/pool.ts";
import { newId } from "../../foundation/ids.ts";
import { CANARIES, canariesIn } from "./canaries.ts";
import type { Cast } from "./cast.ts";
import { type History, say } from "./history.ts";

type Question = [method: "GET" | "POST" | "PUT", url: string, body?: object];

/** What one of the side may ask about this one matter, by every name that it could have got hold of. */
function questionsAbout(history: History): Question[] {
  const q = (words: string) => `/api/matters?sort=newest&limit=20&q=${encodeURIComponent(words)}`;
  const commands = { v: 1, commandId: newId(), baseVersion: history.version };
  const { id, number, n } = history;
  const of = (rest: string) => `/api/matters/${id}/${rest}`;
  return [
    ["GET", `/api/matters/${id}`],
    ["GET", `/api/matters/by-number/${number}`],
    ["GET", of("candidates")],
    ["GET", of("identity")],
    ...["matter", "order", "letter", "receipt"].map((paper): Question => ["GET", `/print/${paper}/${id}`]),
    ...history.files.map((file): Question => ["GET", `/api/files/${file}`]),
    ["GET", q(CANARIES.text(n))],
    ["GET", q(number)],
    ["GET", `/api/matters/export?as=csv&url=${encodeURIComponent(`/desk/queue?queue=all&q=${number}`)}`],
    ["POST", "/api/triage/preview", { text: `${say(history, "text")}，${say(history, "title")}边上的路塌了。` }],
    ["POST", of("acts"), { ...commands, act: "note", note: "看看（示例）", files: [] }],
    ["POST", of("acts-in-one-go"), { ...commands, acts: [{ act: "sign" }, { act: "answer", reply: "看看", outcome: "solved" }] }],
    ["POST", of("identity/asking"), { id: newId(), purpose: "call", words: "看看（示例）" }],
    ["POST", of("stand-aside"), { ...commands, reason: "看看（示例）" }],
    ["PUT", of("accused"), { ...commands, outside: true }],
    ["POST", of("presence"), { doing: "reading" }],
    ["POST", of("notice-preview"), { act: "decline", reply: "示例答复", ground: "court" }],
    ["POST", "/api/matters/batch", { v: 1, commandId: newId(), act: "urge", items: [{ id, version: 1 }], preview: true }],
  ];
}

/** Asks all of it, or a few drawn by a number; says what came back that must not. */
export async function pryInto({ stage }: Cast, history: History, reader: Actor, few?: number): Promise<string[]> {
  const all = questionsAbout(history);
  const asked = few === undefined ? all : [0, 7].map((step) => all[(few + step) % all.length]!);
  const leaks: string[] = [];
  for (const [method, url, body] of asked) {
    const { status, all } = await stage.ask(reader, method, url, body);
    const typed = `${decodeURIComponent(url)} ${JSON.stringify(body ?? {})}`;
    const own = canariesIn(typed).has(history.n);
    const named = !typed.includes(history.number) && all.includes(history.number);
    // what the reader typed may be said back; what they did not know may not
    const others = own ? "" : [...canariesIn(all)].includes(history.n) ? " says a canary" : "";
    const found = method === "GET" && url.startsWith("/api/matters?") && all.includes(history.id) ? " finds it" : "";
    const opened = status < 300 && (url.includes(history.id) || url.startsWith("/api/files/")) ? " opens it" : "";
    if (others || named || found || opened)
      leaks.push(`${method} ${url.slice(0, 60)} → ${status}${opened}${others}${named ? " names it" : ""}${found}`);
  }
  return leaks;
}

/** Every list, page and export without a name in its address, whole. */
export async function everythingThatCanBeListed(
  { stage }: Cast,
  reader: Actor,
  more: readonly string[] = [],
): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  const addresses = stage.binder.routes
    .filter((route) => route.method === "GET" && !route.path.includes(":"))
    .map((route) => route.path)
    .concat(
      "/api/matters?queue=all&sort=newest&limit=100",
      "/api/supervision/matters?group=overdue",
      "/api/matters/export?as=csv&url=",
      ...more,
    );
  for (const address of addresses) found.set(address, canariesIn((await stage.ask(reader, "GET", address)).all));
  return found;
}

let ofAMatter: { name: string; by: string }[] | undefined;

/** The matter's own rows in one table that hangs on matters, drawn by a number: none is this reader's to see. */
export async function pryIntoATable({ county, owner }: Cast, { id }: History, reader: Actor, few: number): Promise<string[]> {
  ofAMatter ??= (
    await owner.query<{ name: string; by: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name, a.attname as by from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and (a.attname = 'matter_id' or (n.nspname = 'matters' and c.relname = 'matters' and a.attname = 'id'))
       where c.relkind in ('r', 'p') and c.oid <> 'matters.search'::regclass and has_table_privilege('linli_app', c.oid, 'select') order by 1`,
    )
  ).rows;
  const { name, by } = ofAMatter[few % ofAMatter.length]!;
  return withActor(county.db, reader, async (tx) => {
    // who stood aside finds the row that says so, without the reason
    const own = name === "matters.recusals" ? "and person_id <> $2" : "and $2::text is not null";
    const asked = `select t::text as said from ${name} t where ${by} = $1 ${own}`;
    const { rows } = await tx.query<{ said: string }>(asked, [id, reader.person]);
    return rows.length > 0 ? [`${name}: ${rows.length} of the matter's rows`] : [];
  });
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
