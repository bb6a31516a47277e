import { dirname, join } from "node:path";
import { Refusal } from "../../../foundation/refusal.ts";
import {
  bringSheet,
  confirmImport,
  IMPORT_LIMITS,
  listImports,
  startCheck,
  startUndo,
  stopImport,
} from "../actions/imports/index.ts";
import {
  checkImport,
  confirmImport as confirmRoute,
  exportMatters,
  getImport,
  listImports as listRoute,
  stopImport as stopRoute,
  undoImport,
  uploadImport,
} from "../contract.ts";
import { exportList } from "../views/imports/export-list.ts";
import { importLine, importPage } from "../views/imports/import-page.ts";
import type { MattersApi } from "./binding.ts";

/** Imports and exports of spreadsheets. Sheets lie beside the attachments, in the data folder. */
export function bindImports({ binder, services, files }: MattersApi): void {
  const folder = join(dirname(files), "imports");
  binder.bind(uploadImport, async ({ actor, request }) => {
    const part = await request.file({ limits: { fileSize: IMPORT_LIMITS.file, files: 1 } });
    if (!part) throw new Refusal("imports.no-file", {}, { status: 400 });
    const id = await bringSheet(services, actor, {
      name: part.filename,
      bytes: part.file,
      folder,
      tooLarge: () => part.file.truncated,
    });
    return importPage(services, actor, id, folder);
  });
  binder.bind(listRoute, async ({ actor }) => ({ imports: (await listImports(services, actor)).map(importLine) }));
  binder.bind(getImport, ({ actor, params }) => importPage(services, actor, params.id, folder));
  binder.bind(checkImport, async ({ actor, params, body }) => {
    await startCheck(services, actor, params.id, { columns: body.columns, ...body.options });
    return importPage(services, actor, params.id, folder);
  });
  binder.bind(confirmRoute, async ({ actor, params }) => {
    await confirmImport(services, actor, params.id);
    return importPage(services, actor, params.id, folder);
  });
  binder.bind(stopRoute, async ({ actor, params }) => {
    await stopImport(services, actor, params.id);
    return importPage(services, actor, params.id, folder);
  });
  binder.bind(undoImport, async ({ actor, params }) => {
    await startUndo(services, actor, params.id);
    return importPage(services, actor, params.id, folder);
  });
  binder.bind(exportMatters, async ({ actor, query, reply }) => {
    const { name, type, body } = await exportList(services, actor, query);
    return reply
      .header("content-type", type)
      .header("content-disposition", `attachment; filename="${name}"`)
      .header("cache-control", "no-store")
      .send(body);
  });
}
