import { rmSync } from "node:fs";
import { Readable } from "node:stream";
import { csvLines } from "../../foundation/sheets/index.ts";
import {
  bringSheet,
  checkImport,
  confirmImport,
  getImport,
  runImport,
  startCheck,
} from "../../systems/matters/actions/imports/index.ts";
import { CANARIES } from "./canaries.ts";
import type { Cast } from "./cast.ts";
import { type History, say } from "./history.ts";

const HEADER = ["编号", "标题", "内容", "受理时间", "地点", "姓名", "联系电话"];

/** The matter comes as a row of somebody's sheet: brought, checked, taken over. */
export async function importOneRow({ county, stage, owner }: Cast, history: History, text: string) {
  const { services, job, code } = county;
  const { n } = history;
  const row = [
    CANARIES.note(n),
    say(history, "title"),
    text,
    "2026-03-02 08:30:00",
    `冢头镇东街村${CANARIES["place in words"](n)}`,
    CANARIES.name(n),
    CANARIES.telephone(n),
  ];
  const folder = stage.sheets;
  const bytes = Readable.from(
    csvLines(
      HEADER.map((name) => ({ name })),
      [row],
    ),
  );
  const id = await bringSheet(services, job, { name: `${CANARIES["file name"](n)}.csv`, bytes, folder });
  const { columns } = await getImport(services, job, id);
  await startCheck(services, job, id, { columns, shiftYears: 0, pseudonyms: false }, "caller");
  await checkImport(services, code, id, { folder });
  await confirmImport(services, job, id, "caller");
  const done = await runImport(services, code, id, { folder });
  if (done.new_rows !== 1) throw new Error(`the row was not taken over: ${JSON.stringify(done.problems)}`);
  rmSync(`${folder}/${id}`, { recursive: true, force: true });
  const { rows } = await owner.query<{ id: string; number: string; version: number; state: string; kind: string | null }>(
    "select id, number, version, state, kind from matters.matters where import_id = $1",
    [id],
  );
  return rows[0]!;
}
