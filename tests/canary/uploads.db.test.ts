import pg from "pg";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../foundation/db/actor.ts";
import { read } from "../../foundation/db/pool.ts";
import { newId } from "../../foundation/ids.ts";
import { aCounty } from "../builders/county.ts";
import { CENTRE, LONGSHAN, officerOf, unitId } from "../builders/matter.ts";
import { CANARIES, canariesIn, numberOf } from "./canaries.ts";
import { aStage, type Stage } from "./stage.ts";

const county = aCounty();
const RIGHTS = ["matters.read", "matters.receive", "matters.triage", "matters.handle"];
const n = numberOf(1);
let stage: Stage;
let clerk: Actor;
let accused: Actor;
beforeAll(async () => {
  stage = await aStage(county);
  clerk = await officerOf(county, CENTRE, RIGHTS, "clerk");
  accused = await officerOf(county, LONGSHAN, RIGHTS, "accused");
}, 120_000);
afterAll(() => stage?.close());

/** A picture whose camera says who owns it and where it was, brought under a name that tells. */
async function bring(): Promise<{ id: string; name: string; taken: Buffer }> {
  const taken = await sharp({ create: { width: 8, height: 8, channels: 3, background: "#888" } })
    .withExif({
      IFD0: { Artist: `m${n}@example.invalid`, Copyright: `m${n}@example.invalid` },
      IFD3: { GPSLatitude: "33/1 58/1 0/1", GPSLatitudeRef: "N" },
    })
    .jpeg()
    .toBuffer();
  const form = new FormData();
  form.append("file", new File([new Uint8Array(taken)], `${CANARIES["file name"](n)}.jpg`, { type: "image/jpeg" }));
  const { status, text } = await stage.ask(clerk, "POST", "/api/files", form);
  expect(status, text).toBe(200);
  return { ...(JSON.parse(text) as { id: string; name: string }), taken };
}
const namesSeenBy = async (reader: Actor) => {
  const rows = await read<{ t: string }>(county.db, reader, "select f::text as t from foundation.files f");
  return [...canariesIn(rows.map(({ t }) => t).join("\n"))];
};
const receive = (by: Actor, files: string[], more: object = {}) =>
  stage.ask(by, "POST", "/api/matters", {
    v: 1,
    commandId: newId(),
    id: newId(),
    door: "counter",
    text: "示例：看照片",
    files,
    ...more,
  });

test("what its camera says of owner and place is gone before it is kept; the name is no identifier", async () => {
  const { id, taken } = await bring();
  expect([...canariesIn(taken.toString("latin1"))]).toEqual([n]);
  const { status, text } = await stage.ask(clerk, "GET", `/api/files/${id}`);
  expect(status).toBe(200);
  expect([...canariesIn(text)]).toEqual([]);
  expect(text).not.toContain("Exif");
  expect([...canariesIn(id)]).toEqual([]);
});

test("an upload that hangs on no matter yet is shut to every other post: address, row and attaching", async () => {
  const { id } = await bring();
  expect((await stage.ask(accused, "GET", `/api/files/${id}`)).status).toBe(404);
  expect(await namesSeenBy(accused)).toEqual([]);
  expect(await namesSeenBy(clerk)).toEqual([n]);
  const { status, all } = await receive(accused, [id]);
  expect(status, all).toBeGreaterThanOrEqual(400);
  expect([...canariesIn(all)]).toEqual([]);
});

test("once it hangs on a report it follows the matter: the side accused reads neither its bytes nor its name", async () => {
  const { id } = await bring();
  const { status, all } = await receive(clerk, [id], {
    kind: "report",
    complainedAbout: { unitId: unitId(county, LONGSHAN) },
  });
  expect(status, all).toBe(200);
  const refused = await stage.ask(accused, "GET", `/api/files/${id}`);
  expect([refused.status, ...canariesIn(refused.all)]).toEqual([404]);
  expect(await namesSeenBy(accused)).toEqual([]);
});

test("the test can fail: without the policy the name of an upload is seen", async () => {
  await bring();
  const owner = new pg.Client({ connectionString: county.ownerUrl });
  await owner.connect();
  await owner.query("drop policy an_upload_stays_with_its_post on foundation.files");
  await owner.end();
  expect(await namesSeenBy(accused)).toEqual([n]);
});
