import { read, withActor } from "../../../foundation/db/pool.ts";
import { openFile, servingHeaders, storeFile } from "../../../foundation/files/index.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { uploadFile } from "../contract.ts";
import type { MattersApi } from "./binding.ts";

export function bindFiles({ app, binder, services, files }: MattersApi): void {
  binder.bind(uploadFile, async ({ actor, request }) => {
    const part = await request.file();
    if (!part) throw new Refusal("http.not-understood", { problems: [{ field: "file" }] }, { status: 400 });
    const kept = await storeFile(part.file, { name: part.filename, folder: files });
    await withActor(services.db, actor, (tx) =>
      tx.query(
        "insert into foundation.files (county_code, id, name, kind, size, sha256, at) values ($1, $2, $3, $4, $5, $6, $7)",
        [actor.county, kept.id, kept.name, kept.mediaType, kept.size, Buffer.from(kept.sha256, "hex"), services.clock.now()],
      ),
    );
    return { id: kept.id, name: kept.name, kind: kept.mediaType, size: kept.size, sha256: kept.sha256 };
  });
  binder.bind(
    {
      method: "GET",
      path: "/api/files/:id",
      summary: "An attachment of a matter that the reader may see; always saved, never shown as a page",
      access: "signed in",
      answer: uploadFile.answer,
    } as typeof uploadFile,
    async ({ actor, request, reply }) => {
      const { id } = request.params as { id: string };
      const rows = await read<{ name: string; kind: string; size: number; matter: string | null }>(
        services.db,
        actor,
        "select f.name, f.kind, f.size, f.matter_id as matter from foundation.files f where f.county_code = $1 and f.id = $2 and (f.matter_id is null or exists (select from matters.matters m where m.county_code = f.county_code and m.id = f.matter_id))",
        [actor.county, id],
      );
      const file = rows[0];
      if (!file) throw new Refusal("matters.not-found", {}, { status: 404 });
      if (file.matter) services.readings.note(actor, file.matter, "attachment", services.clock.now());
      const { stream, size } = await openFile(files, id);
      return reply.headers(servingHeaders({ name: file.name, mediaType: file.kind, size })).send(stream);
    },
  );
  void app;
}
