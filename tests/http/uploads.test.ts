import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startServer } from "../../apps/api/server.ts";
import { signInByBothFactors } from "../builders/both-factors.ts";
import { aCounty } from "../builders/county.ts";

const county = aCounty();
const signIn = signInByBothFactors();
const folder = mkdtempSync(join(tmpdir(), "linli-uploads-"));
let server: Awaited<ReturnType<typeof startServer>>;
let cookie: string;
let file: string;
const asked = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, { redirect: "manual", headers: { cookie, ...headers } });

beforeAll(async () => {
  const { db, code, keys } = county;
  const where = { port: 0, filesPort: 0, host: "127.0.0.1", dataFolder: folder };
  server = await startServer({ db, county: code, keys, services: ["api"], log: Boolean(process.env.LINLI_FUZZ_LOG), ...where });
  cookie = await signIn(server.url, "xian-shouli", county.accounts.get("xian-shouli")!);
  const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#246" } })
    .png()
    .toBuffer();
  const form = new FormData();
  form.append("file", new Blob([new Uint8Array(picture)], { type: "image/png" }), "示例.png");
  const kept = await fetch(`${server.url}/api/files`, { method: "POST", headers: { cookie, "x-linli": "1" }, body: form });
  expect(kept.status).toBe(200);
  file = ((await kept.json()) as { id: string }).id;
}, 120_000);
afterAll(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});
const link = async (): Promise<string> => (await asked(`/api/files/${file}`)).headers.get("location") ?? "";

describe("an attachment", () => {
  it("is led to another origin by the first, which gives no byte of it", async () => {
    const answer = await asked(`/api/files/${file}`);
    expect(answer.status).toBe(303);
    expect((await answer.arrayBuffer()).byteLength).toBe(0);
    const to = new URL(answer.headers.get("location")!);
    expect(to.port).toBe(String(server.filesPort));
    expect(to.port).not.toBe(new URL(server.url).port);
    expect(to.href).not.toContain(file);
  });
  it("comes from there whole, saved, sandboxed, unguessed, without any cookie read or set", async () => {
    const answer = await fetch(await link(), { headers: { cookie: "__Host-linli-desk=another" } });
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(answer.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/);
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment/);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
    expect(bytes.byteLength).toBe(Number(answer.headers.get("content-length")));
  });
  it("comes in one part where one is asked for, and in no part outside", async () => {
    const at = await link();
    const whole = Buffer.from(await (await fetch(at)).arrayBuffer());
    const part = await fetch(at, { headers: { range: "bytes=4-9" } });
    expect(part.status).toBe(206);
    expect(part.headers.get("content-range")).toBe(`bytes 4-9/${whole.length}`);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(whole.subarray(4, 10));
    expect((await fetch(at, { headers: { range: "bytes=99999999-" } })).status).toBe(416);
    expect((await fetch(at, { headers: { range: "bytes=0-1,2-3,4-5" } })).status).toBe(200);
  });
  it("is no stranger's: the first gives no link, and a link that was changed opens nothing", async () => {
    expect((await fetch(`${server.url}/api/files/${file}`, { redirect: "manual" })).status).toBe(401);
    const good = await link();
    for (const bad of [good.replace(/.$/, (last) => (last === "A" ? "B" : "A")), good.slice(0, -9), new URL("/a/x", good).href])
      expect((await fetch(bad)).status, bad).toBe(404);
  });
  it("the second origin has nothing else: no folder, no page, no API, no other method", async () => {
    const origin = new URL(await link()).origin;
    for (const path of ["/", "/a", "/a/", "/api/ping", `/api/files/${file}`, "/desk/", "/../etc/passwd"])
      expect((await fetch(`${origin}${path}`, { headers: { cookie } })).status, path).toBe(404);
    expect((await fetch(await link(), { method: "POST" })).status).toBe(404);
  });
  it("the marker of the second origin cannot be made up", async () => {
    expect((await asked(`/api/files/${file}`, { "x-linli-uploads": "1" })).status).toBe(303);
  });
  it("a link ends with the session in which it was given", async () => {
    const before = await link();
    expect((await fetch(before)).status).toBe(200);
    await fetch(`${server.url}/api/session`, { method: "DELETE", headers: { cookie, "x-linli": "1" } });
    expect((await fetch(before)).status).toBe(404);
  });
});
