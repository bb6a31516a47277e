import { randomBytes } from "node:crypto";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "../foundation/db/migrate.ts";

/** One migrated template database per run, on the server named by LINLI_TEST_SERVER, else on an embedded one of our own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let server = process.env.LINLI_TEST_SERVER ?? "";
  let stop = async () => {};
  if (!server) {
    const { startThrowawayServer } = await import("../foundation/postgres/throwaway.ts");
    const started = await startThrowawayServer();
    server = started.url;
    stop = started.stop;
  }
  const template = `template_${randomBytes(6).toString("hex")}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(
    "do $$ begin if not exists (select 1 from pg_roles where rolname='linli_runtime') then create role linli_runtime login noinherit; end if; end $$",
  );
  await client.query(`create database ${template} template template0 encoding 'UTF8' locale 'C.UTF-8'`);
  const url = new URL(server);
  url.pathname = `/${template}`;
  await migrate(url.toString(), "linli_runtime");
  project.provide("server", server);
  project.provide("template", template);
  return async () => {
    await client.query(`drop database if exists ${template} with (force)`);
    await client.end();
    await stop();
  };
}
