import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { jobActor } from "../../foundation/db/actor.ts";
import { withActor } from "../../foundation/db/pool.ts";
import { newId } from "../../foundation/ids.ts";
import { addReporter, makeSealer, reportersOf } from "../../systems/residents/index.ts";
import { testDatabase } from "../../tests/database.ts";
import { dataFolder, fingerprintOf, followKeys, makeKeys, readKeys } from "../settings.ts";
import { makeContext } from "./context.ts";
import { beginInstallation, finishInstallation } from "./database.ts";
import { checkData } from "./doctor-data.ts";
import { makeSilent } from "./keys.fixture.ts";
import { run } from "./keys.ts";

const { db, ownerUrl, runtimeUrl } = testDatabase();
const COUNTY = 410425;
const actor = { ...jobActor(COUNTY), role: "app" as const, person: newId() };
const home = mkdtempSync(join(tmpdir(), "linli-keys-cli-"));
const folder = dataFolder(home);
const spoken = makeSilent(makeContext("zh-CN"));
const linli = (...args: string[]) => run(args, spoken.context);
let matter: string;

beforeAll(async () => {
  vi.stubEnv("DATABASE_URL", runtimeUrl);
  vi.stubEnv("DATABASE_OWNER_URL", ownerUrl);
  const keys = makeKeys(folder.keyFile);
  const server = { kind: "own" as const, ownerUrl, runtimeUrl, runtimeLogin: "linli_runtime", stop: async () => {} };
  await beginInstallation(server, COUNTY, false, fingerprintOf(keys));
  await finishInstallation(server);
});
beforeEach(async () => {
  spoken.said.length = 0;
  matter = newId();
  await withActor(db, actor, (tx) =>
    addReporter(tx, makeSealer(readKeys(folder.keyFile)), {
      county: COUNTY,
      matterId: matter,
      door: "counter",
      identity: { name: "示例甲", phone: "13800000000" },
      at: new Date(),
    }),
  );
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

const nameNow = async () =>
  (await withActor(db, jobActor(COUNTY), (tx) => reportersOf(tx, COUNTY, matter, makeSealer(readKeys(folder.keyFile)))))[0]
    ?.identity?.name;
const splitInto = (out: string, offices = "县委政法委,县信访局,县档案馆") =>
  linli("split", "--offices", offices, "--need", "2", "--out", out, "--data", home);
const papersIn = (out: string) =>
  readdirSync(out)
    .map((name) => join(out, name))
    .sort();
const refusal = (code: string) => expect.objectContaining({ code });

describe("linli keys", () => {
  test("rotate draws a version, keeps the old one, and a process that follows the file knows both", async () => {
    const follow = followKeys(folder.keyFile);
    const before = readKeys(folder.keyFile).version;
    expect(await linli("rotate", "--data", home)).toBe(0);
    expect(readKeys(folder.keyFile).version).toBe(before + 1);
    expect(statSync(folder.keyFile).mode & 0o777).toBe(0o600);
    expect(follow(true).version).toBe(before + 1);
    expect(Object.keys(follow(true).older ?? {})).toContain(String(before));
    expect(await nameNow()).toBe("示例甲");
    expect(spoken.said.map(([code]) => code)).toEqual(expect.arrayContaining(["keys.drawn", "keys.wrapped"]));
  });
  test("rotate goes on with what was broken off and draws no further key", async () => {
    const old = readFileSync(folder.keyFile, "utf8");
    await linli("rotate", "--data", home);
    const version = readKeys(folder.keyFile).version;
    // as after a kill: a data key still under the earlier version
    await withActor(db, actor, (tx) =>
      addReporter(tx, makeSealer({ ...readKeys(folder.keyFile), ...followOld(old) }), {
        county: COUNTY,
        matterId: newId(),
        door: "counter",
        identity: { name: "示例乙" },
        at: new Date(),
      }),
    );
    spoken.said.length = 0;
    expect(await linli("rotate", "--data", home)).toBe(0);
    expect(spoken.said[0]).toEqual(["keys.resuming", expect.objectContaining({ count: 1, version })]);
    expect(readKeys(folder.keyFile).version).toBe(version);
  });
  test("profile sm writes SM4 and SM3 and seals anew what is there; aes comes back", async () => {
    for (const profile of ["sm", "aes"] as const) {
      expect(await linli("profile", profile, "--data", home)).toBe(0);
      expect(readKeys(folder.keyFile).profile).toBe(profile);
      expect(await nameNow()).toBe("示例甲");
    }
    await expect(linli("profile", "des", "--data", home)).rejects.toEqual(refusal("badOption"));
  });
  test("status shows version, profile and papers, and never a key", async () => {
    await splitInto(join(home, "papers-status"));
    spoken.written.length = 0;
    await linli("status", "--data", home);
    const shown = spoken.written.join("\n");
    expect(shown).toContain("县信访局");
    const file = JSON.parse(readFileSync(folder.keyFile, "utf8"));
    for (const secret of [file.identity, file.lookup, file.session, file.index]) expect(shown).not.toContain(secret.slice(0, 10));
  });
});

describe("the way back", () => {
  test("papers bring a lost key file back, after a rotation too; too few do not; nothing is ever overwritten", async () => {
    const out = join(home, "papers");
    expect(await splitInto(out)).toBe(0);
    expect(await linli("rotate", "--data", home)).toBe(0);
    const papers = papersIn(out);
    expect(papers).toHaveLength(3);
    for (const paper of papers) expect(statSync(paper).mode & 0o777).toBe(0o600);
    await expect(linli("recover", ...papers, "--data", home)).rejects.toEqual(refusal("keys.exist"));
    const kept = readFileSync(folder.keyFile, "utf8");
    renameSync(folder.keyFile, `${folder.keyFile}.away`);
    await expect(linli("status", "--data", home)).rejects.toEqual(refusal("keys.missing"));
    await expect(linli("recover", papers[0]!, "--data", home)).rejects.toEqual(refusal("residents.too-few-papers"));
    expect(await linli("recover", papers[0]!, papers[2]!, "--data", home)).toBe(0);
    expect(readFileSync(folder.keyFile, "utf8")).toBe(kept);
    expect(await nameNow()).toBe("示例甲");
  });
  test("the database alone is enough beside the papers, as after a restored backup", async () => {
    const out = join(home, "papers-2");
    await splitInto(out);
    const kept = readFileSync(folder.keyFile, "utf8");
    rmSync(folder.keyFile);
    rmSync(`${folder.keyFile}.recovery`);
    const typed = papersIn(out)
      .slice(1)
      .map((file) => readFileSync(file, "utf8"))
      .join("\n");
    vi.spyOn(process, "stdin", "get").mockReturnValue(Readable.from([typed]) as never);
    expect(await linli("recover", "--data", home)).toBe(0);
    expect(readFileSync(folder.keyFile, "utf8")).toBe(kept);
  });
  test("a drill says whether the papers open what is in use, and its day is kept", async () => {
    const [first, second] = [join(home, "papers-3"), join(home, "papers-4")];
    await splitInto(first);
    expect(await linli("drill", ...papersIn(first).slice(0, 2), "--data", home)).toBe(0);
    expect(JSON.parse(readFileSync(folder.keyFile, "utf8")).recovery.drilledAt).toMatch(/^\d{4}-/);
    await splitInto(second);
    await expect(linli("drill", ...papersIn(first), "--data", home)).rejects.toEqual(refusal("keys.noEnvelope"));
    // a key file changed by hand is not what the papers open
    const file = JSON.parse(readFileSync(folder.keyFile, "utf8"));
    writeFileSync(folder.keyFile, `${JSON.stringify({ ...file, note: "示例" }, null, 2)}\n`);
    await expect(linli("drill", ...papersIn(second), "--data", home)).rejects.toEqual(refusal("keys.drillOther"));
    writeFileSync(folder.keyFile, `${JSON.stringify(file, null, 2)}\n`);
  });
  test("linli doctor says how old the key is, whether papers exist and were drilled, and what waits", async () => {
    const codes = async () => {
      const found: string[] = [];
      for await (const finding of checkData(folder)) if ("code" in finding) found.push(finding.code);
      return found;
    };
    const file = JSON.parse(readFileSync(folder.keyFile, "utf8"));
    const write = (change: object) => writeFileSync(folder.keyFile, `${JSON.stringify({ ...file, ...change }, null, 2)}\n`);
    expect(await codes()).toEqual(expect.arrayContaining(["doctor.keyAge", "doctor.splitNotDrilled"]));
    write({ recovery: undefined, drawn: { [file.version]: "2024-01-01T00:00:00Z" } });
    expect(await codes()).toEqual(expect.arrayContaining(["doctor.keyOld", "doctor.noSplit"]));
    write({ profile: "sm" });
    expect(await codes()).toContain("doctor.keysLeft");
    write({ recovery: { ...file.recovery, drilledAt: new Date().toISOString() } });
    expect(await codes()).toContain("doctor.split");
    write({});
  });
});

/** The version before, as current: what a server that has not looked yet seals with. */
function followOld(text: string) {
  const { version, identity } = JSON.parse(text) as { version: number; identity: string };
  const newer = readKeys(folder.keyFile);
  return { version, identity: Buffer.from(identity, "base64"), older: { [newer.version]: newer.identity } };
}
