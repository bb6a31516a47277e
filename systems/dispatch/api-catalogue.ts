import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Binder } from "../../foundation/http/bind.ts";
import { Refusal } from "../../foundation/refusal.ts";
import { approveVersion, draftVersion, proposeVersion, setVersionAside } from "./actions/keep-versions.ts";
import {
  approveBook,
  draftBook,
  getBook,
  getRegister,
  proposeBook,
  readCatalogueSheet,
  setBookAside,
  writeCatalogueSheet,
} from "./contract/catalogue.ts";
import type { CatalogueServices } from "./services.ts";
import { readCatalogueSheet as readSheet, writeCatalogueSheet as writeSheet } from "./views/catalogue-sheet.ts";
import { shownBook } from "./views/shown-book.ts";

const LARGEST = 5 * 1024 * 1024;

/** Catalogue and duty list: versions, approval by another post, and their spreadsheets. */
export function bindCatalogue(binder: Binder, services: CatalogueServices): void {
  binder.bind(getBook, async ({ actor, params, query }) => {
    const { onDuties: _on, ...shown } = await shownBook(services, actor, params.book, query.version);
    return shown as never;
  });
  binder.bind(getRegister, async ({ actor }) => {
    const { categories, units } = await services.register(actor.county);
    return {
      categories: categories.map(({ code, name }) => ({ code, name })),
      units: units.map(({ code, name, shortName, parent, level, place }) => ({ code, name, shortName, parent, level, place })),
    };
  });
  binder.bind(draftBook, async ({ actor, params, body }) => ({
    version: await draftVersion(services, actor, {
      book: params.book,
      lines: params.book === "catalogue" ? body.items : body.duties,
      note: body.note,
      source: body.source,
    }),
  }));
  binder.bind(proposeBook, async ({ actor, params }) => {
    await proposeVersion(services, actor, params.book, params.version);
    return {};
  });
  binder.bind(approveBook, async ({ actor, params }) => {
    await approveVersion(services, actor, params.book, params.version);
    return {};
  });
  binder.bind(setBookAside, async ({ actor, params, body }) => {
    if (!actor.rights.includes("rules.edit") && !actor.rights.includes("rules.approve"))
      throw new Refusal("access.right-needed", { right: "rules.edit" }, { status: 403 });
    await setVersionAside(services, actor, params.book, params.version, body.because);
    return {};
  });
  binder.bind(readCatalogueSheet, async ({ actor, request }) => {
    const part = await request.file({ limits: { fileSize: LARGEST, files: 1 } });
    if (!part) throw new Refusal("dispatch.no-file", {}, { status: 400 });
    const folder = await mkdtemp(join(tmpdir(), "linli-sheet-"));
    try {
      const path = join(folder, "sheet");
      await pipeline(part.file, createWriteStream(path, { mode: 0o600 }));
      if (part.file.truncated) throw new Refusal("http.too-large", {}, { status: 413 });
      const { onDuties } = await shownBook(services, actor, "duties");
      const read = await readSheet(path, part.filename, await services.register(actor.county), onDuties);
      return { items: [...read.items], faults: [...read.faults], missing: [...read.missing], rows: read.rows } as never;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
  binder.bind(writeCatalogueSheet, async ({ actor, query, reply }) => {
    const { shown, items } = await shownBook(services, actor, "catalogue", query.version);
    return reply
      .header("content-type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
      .header("content-disposition", `attachment; filename="catalogue-${shown?.version ?? 0}.xlsx"`)
      .header("cache-control", "no-store")
      .send(await writeSheet(items, await services.register(actor.county)));
  });
}
