import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { migrate } from "../db/migrate.ts";
import { checkOwnServer } from "./remote.ts";
import { freePort } from "./server.ts";

const mark = randomBytes(4).toString("hex");
const database = `own_${mark}`;
const owner = `own_owner_${mark}`;
const runtime = `own_runtime_${mark}`;
let admin: pg.Client;

function at(login: string, base = database): string {
  const url = new URL(inject("server"));
  url.username = login;
  url.password = "test";
  url.pathname = `/${base}`;
  return url.toString();
}

/** Changes a role, looks, and changes it back. */
async function whenRole(login: string, change: string, back: string): Promise<unknown> {
  await admin.query(`alter role ${login} ${change}`);
  return checkOwnServer(at(runtime), at(owner))
    .catch((error) => error)
    .finally(() => admin.query(`alter role ${login} ${back}`));
}

beforeAll(async () => {
  admin = new pg.Client({ connectionString: inject("server") });
  await admin.connect();
  await admin.query(`create role ${owner} login createrole password 'test'`);
  await admin.query(`create role ${runtime} login noinherit password 'test'`);
  await admin.query(`create database ${database} owner ${owner} template template0 encoding 'UTF8' locale 'C.UTF-8'`);
  for (const group of ["app", "portal", "jobs", "verify"])
    await admin.query(`grant linli_${group} to ${owner} with admin option`);
});

afterAll(async () => {
  await admin.query(`drop database if exists ${database} with (force)`);
  await admin.query(`drop database if exists ${database}_latin with (force)`);
  for (const role of [runtime, owner]) await admin.query(`drop owned by ${role} cascade; drop role ${role}`);
  await admin.end();
});

test("a fit server is taken; its owner, no superuser, migrates it and gives the runtime login its groups, twice over", async () => {
  expect(await checkOwnServer(at(runtime), at(owner))).toMatchObject({ login: runtime });
  expect((await migrate(at(owner), runtime)).length).toBeGreaterThan(10);
  // Now as an administrator of that server would have granted them, the owner having no right to.
  for (const group of ["app", "portal", "jobs", "verify"]) {
    await admin.query(`revoke admin option for linli_${group} from ${owner} cascade`);
    await admin.query(`grant linli_${group} to ${runtime}`);
  }
  expect(await migrate(at(owner), runtime)).toEqual([]);
  expect(await checkOwnServer(at(runtime), at(owner))).toMatchObject({ login: runtime });
  for (const group of ["app", "portal", "jobs", "verify"])
    await admin.query(`grant linli_${group} to ${owner} with admin option`);
});

test("each thing that is not right has its own sentence", async () => {
  expect(await whenRole(runtime, "bypassrls", "nobypassrls")).toMatchObject({ code: "database.tooStrong" });
  expect(await whenRole(runtime, "inherit", "noinherit")).toMatchObject({ code: "database.inherits" });
  await expect(checkOwnServer(at(owner), at(owner))).rejects.toMatchObject({ code: "database.sameLogin" });
  await expect(checkOwnServer(at(runtime, "postgres"), at(owner))).rejects.toMatchObject({ code: "database.differ" });
  await expect(checkOwnServer(at(runtime), at("nobody_by_this_name"))).rejects.toMatchObject({
    code: "database.login",
    facts: { variable: "DATABASE_OWNER_URL" },
  });
  await expect(checkOwnServer(at(runtime), at(owner, "no_such_base"))).rejects.toMatchObject({ code: "database.unreachable" });
  const nowhere = `postgres://a:secret@127.0.0.1:${await freePort(0)}/x`;
  const refused = await checkOwnServer(nowhere, nowhere).catch((error) => error);
  expect(refused).toMatchObject({ code: "database.unreachable" });
  expect(JSON.stringify(refused.facts)).not.toContain("secret");
  await expect(checkOwnServer("not an address", "not an address")).rejects.toMatchObject({ code: "database.unreachable" });
});

test("an owner that may not create, or a base in another encoding, is refused", async () => {
  await admin.query(`alter database ${database} owner to postgres`);
  await expect(checkOwnServer(at(runtime), at(owner))).rejects.toMatchObject({ code: "database.noCreate" });
  await admin.query(`alter database ${database} owner to ${owner}`);
  await admin.query(`create database ${database}_latin owner ${owner} template template0 encoding 'LATIN1' locale 'C'`);
  await expect(checkOwnServer(at(runtime, `${database}_latin`), at(owner, `${database}_latin`))).rejects.toMatchObject({
    code: "database.encoding",
  });
});
