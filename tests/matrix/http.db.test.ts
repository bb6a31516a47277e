import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fastifyCookie from "@fastify/cookie";
import fastifyFormbody from "@fastify/formbody";
import fastifyMultipart from "@fastify/multipart";
import Fastify, { type FastifyInstance, type InjectOptions } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bindSystems } from "../../apps/api/bind-systems.ts";
import type { Actor } from "../../foundation/db/actor.ts";
import { makeBinder } from "../../foundation/http/bind.ts";
import { asRefusal, httpRefusals, knowRefusals, sentenceOf } from "../../foundation/http/refusals.ts";
import { newId } from "../../foundation/ids.ts";
import { Refusal } from "../../foundation/refusal.ts";
import { aCounty } from "../builders/county.ts";
import { each } from "../builders/county-over-http.ts";
import {
  ASKED_WHOLE,
  LISTS,
  type ListName,
  type MatterKind,
  ONLY_SILENCE,
  PROBES,
  type Probe,
  RELATIONS,
  type Relation,
  ROLES,
  type RoleName,
  SEES,
  sees,
} from "./expected.table.ts";
import { granted } from "./granted-fields.table.ts";
import { makeWorld, type Stood, WORD } from "./world.ts";

/** A matter that does not exist: what is asked about it must be answered like what is asked about one that the reader may not see. */
const NOTHING: Stood = {
  id: "01900000-0000-7000-8000-000000000001",
  number: "410425-2026-999999",
  version: 2,
  code: "1111-1111-1111",
  file: "01900000-0000-7000-8000-000000000002",
  call: "01900000-0000-7000-8000-000000000003",
};
const KINDS = Object.keys(SEES) as MatterKind[];
const county = aCounty();
const folder = mkdtempSync(join(tmpdir(), "linli-matrix-"));
/** Who calls, by the name in a header that only this test's server knows. */
const callers = new Map<string, Actor>();
let app: FastifyInstance;
let world: Awaited<ReturnType<typeof makeWorld>>;
let cells = 0;
const surprises: string[] = [];
const fields = new Map<string, Set<string>>();

beforeAll(async () => {
  world = await makeWorld(county);
  knowRefusals(httpRefusals);
  app = Fastify() as unknown as FastifyInstance;
  await app.register(fastifyCookie);
  await app.register(fastifyFormbody);
  await app.register(fastifyMultipart);
  app.setErrorHandler((error, request, reply) => {
    const refusal = asRefusal(error) ?? new Refusal("http.fault", {}, { status: 503 });
    return reply.status(refusal.status).send({
      code: refusal.code,
      sentence: sentenceOf(refusal, "zh-CN"),
      facts: refusal.facts,
      fault: asRefusal(error) ? undefined : String(error),
      requestId: request.id,
    });
  });
  const { db, code, keys, services } = county;
  const options = { db, county: code, port: 0, host: "127.0.0.1", dataFolder: folder, keys, services: ["api" as const] };
  const binder = makeBinder(app, async (request) => callers.get(String(request.headers["x-matrix"])));
  await bindSystems({ app, binder, services, options });
  await app.ready();
}, 120_000);
afterAll(async () => {
  await app?.close();
  rmSync(folder, { recursive: true, force: true });
});

const nobody = newId();
/** What is asked about one matter; `version` may be out of date on purpose, so that nothing is changed. */
const ASK: Record<Probe, (matter: Stood) => InjectOptions> = {
  "its page": ({ id }) => ({ method: "GET", url: `/api/matters/${id}` }),
  "by its number": ({ number }) => ({ method: "GET", url: `/api/matters/by-number/${number}` }),
  "an act on it": ({ id }) => ({ method: "POST", url: `/api/matters/${id}/acts`, payload: note() }),
  "several acts at once": ({ id }) => ({
    method: "POST",
    url: "/api/matters/batch",
    payload: { v: 1, commandId: newId(), act: "urge", items: [{ id, version: 9_999 }], preview: true },
  }),
  "the posts that may be given it": ({ id }) => ({ method: "GET", url: `/api/matters/${id}/candidates` }),
  "a reporter's identity": ({ id }) => ({
    method: "POST",
    url: `/api/matters/${id}/identity`,
    payload: { v: 1, commandId: newId(), reporterId: nobody, purpose: "核对（示例）" },
  }),
  "a new code": ({ id }) => ({
    method: "POST",
    url: `/api/matters/${id}/code`,
    payload: { v: 1, commandId: newId(), reporterId: nobody },
  }),
  "a letter about it": ({ id }) => ({
    method: "POST",
    url: `/api/matters/${id}/notice-preview`,
    payload: { act: "decline", reply: "示例答复", ground: "court" },
  }),
  "who else is looking": ({ id }) => ({ method: "POST", url: `/api/matters/${id}/presence`, payload: { doing: "reading" } }),
  "merging another into it": ({ id }) => onBase({ act: "merge", into: id }),
  "putting another under it": ({ id }) => onBase({ act: "join-parent", parent: id }),
  "a file of it": ({ file }) => ({ method: "GET", url: `/api/files/${file}` }),
  "its return call": ({ call }) => ({ method: "GET", url: `/api/surveys/calls/${call}` }),
};
/** Probes that would change something where they are let through: only whoever must not see the matter tries them. */
const CHANGES: readonly Probe[] = ["merging another into it", "putting another under it"];
const note = () => ({ v: 1, commandId: newId(), act: "note", baseVersion: 9_999, note: "示例", files: [] });
const onBase = (act: object): InjectOptions => ({
  method: "POST",
  url: `/api/matters/${world.base.id}/acts`,
  payload: { v: 1, commandId: newId(), baseVersion: world.base.version, ...act },
});

async function ask(caller: string | undefined, request: InjectOptions) {
  const answer = await app.inject({ ...request, headers: { "x-linli": "1", ...(caller && { "x-matrix": caller }) } });
  return { status: answer.statusCode, text: answer.body, type: String(answer.headers["content-type"] ?? "") };
}
/** An answer without what names the thing asked about and the request. */
const faceless = ({ status, text }: { status: number; text: string }, of: Stood) =>
  `${status} ${Object.values(of)
    .reduce<string>((rest, name) => (typeof name === "string" ? rest.replaceAll(name, "…") : rest), text)
    .replace(/"requestId":"[^"]*"/, "")}`;

const callerOf = (role: RoleName, relation: Relation): string | undefined => {
  const rights = ROLES[role];
  if (!rights) return undefined;
  const name = `${role}|${relation}`;
  if (!callers.has(name))
    callers.set(name, { ...world.actorOf(relation, rights), provedAt: new Date().toISOString(), factors: 2 });
  return name;
};
const pathsIn = (value: unknown, at = ""): string[] =>
  Array.isArray(value)
    ? value.flatMap((one) => pathsIn(one, `${at}[]`))
    : value !== null && typeof value === "object"
      ? Object.entries(value).flatMap(([name, one]) => pathsIn(one, `${at}.${name}`))
      : [at];
const keepFields = (cell: string, answer: { status: number; text: string; type: string }) => {
  if (answer.status >= 300 || !answer.type.includes("json")) return;
  const kept = fields.get(cell) ?? new Set();
  fields.set(cell, kept);
  for (const path of pathsIn(JSON.parse(answer.text))) kept.add(path);
};

const roles = Object.keys(ROLES) as RoleName[];

describe.each(roles.map((role) => [role]))("over HTTP, a post with the rights of: %s", (role) => {
  test("gets of each matter what is theirs, and else the answer of a matter that does not exist", async () => {
    const rights: readonly string[] | null = ROLES[role];
    await each(RELATIONS, 4, async (relation) => {
      const caller = callerOf(role, relation);
      for (const [nth, probe] of (Object.keys(PROBES) as Probe[]).entries()) {
        const unknown = faceless(await ask(caller, ASK[probe](NOTHING)), NOTHING);
        const may = rights?.includes(PROBES[probe]);
        for (const [which, kind] of KINDS.entries()) {
          if (may && !ASKED_WHOLE.includes(role) && (nth + which + RELATIONS.indexOf(relation) + roles.indexOf(role)) % 3)
            continue;
          cells += 1;
          const matter = world.matters[kind];
          const where = `${role}, who ${relation}: ${probe} of ${kind}`;
          if (!may) {
            // the right is asked before anything is looked up: one request a probe stands for all of them
            const expected = rights ? "403" : "401";
            if (!unknown.startsWith(expected) && !(rights && probe === "a file of it"))
              surprises.push(`${where}: ${unknown.slice(0, 80)}, not ${expected}`);
            if (!(probe === "a file of it" && rights)) continue;
          }
          const visible = sees(kind, relation);
          if (visible && CHANGES.includes(probe)) continue;
          const answer = await ask(caller, ASK[probe](matter));
          const same = faceless(answer, matter) === unknown;
          if (!visible && !same)
            surprises.push(`${where}: ${faceless(answer, matter).slice(0, 160)}, not ${unknown.slice(0, 120)}`);
          if (visible && same && !ONLY_SILENCE.includes(probe)) surprises.push(`${where}: hidden (${unknown.slice(0, 120)})`);
          if (visible) keepFields(probe, answer);
        }
      }
    });
    expect(surprises.splice(0).slice(0, 20)).toEqual([]);
  });

  test("finds in each list the matters that are theirs, and counts just as many", async () => {
    const rights: readonly string[] | null = ROLES[role];
    await each(RELATIONS, 4, async (relation) => {
      const caller = callerOf(role, relation);
      for (const list of Object.keys(LISTS) as ListName[]) {
        const found = rights?.includes(LISTS[list]) ? await inList[list](caller) : undefined;
        for (const kind of KINDS) {
          cells += 1;
          if (!found) continue;
          const visible = sees(kind, relation);
          const where = `${role}, who ${relation}: ${kind} ${list}`;
          if (!visible && found.has(kind)) surprises.push(`${where}: shown`);
          if (visible && !found.has(kind) && !ONLY_SILENCE.includes(list)) surprises.push(`${where}: missing`);
        }
      }
    });
    expect(surprises.splice(0).slice(0, 20)).toEqual([]);
  });
});

const kindsIn = (text: string) =>
  new Set(KINDS.filter((kind) => text.includes(world.matters[kind].id) || text.includes(world.matters[kind].number)));
const get = async (caller: string | undefined, url: string, cell: ListName) => {
  const answer = await ask(caller, { method: "GET", url });
  if (answer.status !== 200) surprises.push(`${url}: ${answer.status} ${answer.text.slice(0, 200)}`);
  keepFields(cell, answer);
  return answer.text;
};
const foundOneByOne = async (caller: string | undefined, cell: ListName, word: (matter: Stood) => string) => {
  const found = new Set<MatterKind>();
  for (const kind of KINDS) {
    const text = await get(caller, `/api/matters?sort=newest&limit=20&q=${encodeURIComponent(word(world.matters[kind]))}`, cell);
    if (text.includes(world.matters[kind].id)) found.add(kind);
  }
  return found;
};
const inList: Record<ListName, (caller: string | undefined) => Promise<Set<MatterKind>>> = {
  "every queue": async (caller) => kindsIn(await get(caller, "/api/matters?queue=all&sort=newest&limit=100", "every queue")),
  "found by its word": async (caller) =>
    kindsIn(await get(caller, `/api/matters?sort=newest&limit=100&q=${encodeURIComponent(WORD)}`, "found by its word")),
  "found by its number": (caller) => foundOneByOne(caller, "found by its number", ({ number }) => number),
  "found by its code": (caller) => foundOneByOne(caller, "found by its code", ({ code }) => code.replaceAll("-", "")),
  "counted in every queue": async (caller) => {
    const listed = JSON.parse(await get(caller, "/api/matters?queue=all&sort=newest&limit=100", "every queue"));
    const counted = JSON.parse(await get(caller, "/api/queues", "counted in every queue"));
    if (counted.counts.all.exact !== listed.rows.length)
      surprises.push(`${caller}: ${counted.counts.all.exact} counted, ${listed.rows.length} shown`);
    return kindsIn(JSON.stringify(listed));
  },
  exported: async (caller) => kindsIn((await ask(caller, { method: "GET", url: "/api/matters/export?as=csv&url=" })).text),
  "what supervision looks at": async (caller) =>
    kindsIn(await get(caller, "/api/supervision/matters?group=overdue", "what supervision looks at")),
  "waiting for a second person": async (caller) => kindsIn(await get(caller, "/api/approvals", "waiting for a second person")),
  "proposed as similar": async (caller) => {
    const answer = await ask(caller, {
      method: "POST",
      url: "/api/triage/preview",
      payload: { text: `${WORD}边上的路塌了一块（示例）。` },
    });
    keepFields("proposed as similar", answer);
    return kindsIn(answer.text);
  },
};

test("no answer holds a field that nobody granted", () => {
  const found = Object.fromEntries([...fields].map(([cell, paths]) => [cell, [...paths].sort()]));
  if (process.env.LINLI_SHOW_FIELDS) console.log(JSON.stringify(found));
  for (const [cell, paths] of Object.entries(found))
    expect(
      paths.filter((path) => !(granted[cell as Probe | ListName] as readonly string[] | undefined)?.includes(path)),
      cell,
    ).toEqual([]);
});

test("a real socket answers like the rest", async () => {
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  for (const relation of RELATIONS)
    for (const kind of KINDS) {
      cells += 1;
      const caller = callerOf("inspector", relation)!;
      const answer = await fetch(`${url}/api/matters/${world.matters[kind].id}`, {
        headers: { "x-linli": "1", "x-matrix": caller },
      });
      expect(answer.status, `${relation}: ${kind}`).toBe(sees(kind, relation) ? 200 : 404);
    }
});

test("at least twenty thousand cells were looked at", () => expect(cells).toBeGreaterThan(20_000));
