import { setImmediate as othersTurn } from "node:timers/promises";
import { type Actor, jobActor } from "../../../../foundation/db/actor.ts";
import type { Services } from "../../services.ts";
import { fileOf } from "../../store/imports/import-files.ts";
import { getImport, setImport } from "../../store/imports/import-store.ts";
import type { ImportRecord } from "../../store/imports/shapes.ts";
import { rowComposer } from "./compose-row.ts";
import { foreseeNumbers } from "./foresee-numbers.ts";
import { LineBuffer } from "./line-buffer.ts";
import { noteKind, readChunks } from "./read-chunks.ts";
import { type ChunkAnswer, prepareIncoming, writeChunk } from "./write-chunk.ts";

export interface RunOptions {
  /** Folder of the imports. */
  readonly folder: string;
  /** Asked between chunks: true ends the run, which can be gone on with. */
  readonly stopped?: () => boolean;
  readonly onChunk?: (progress: { readonly read: number; readonly written: number; readonly perSecond: number }) => void;
}

/**
 * Brings the rows of a confirmed import in, from where it stands: the next chunk is read and composed while PostgreSQL writes the one
 * before. Each chunk commits with its progress, so a killed run goes on without a doubled or lost row. Answers the import as it then stands.
 */
export async function runImport(services: Services, county: number, id: string, options: RunOptions): Promise<ImportRecord> {
  const actor: Actor = jobActor(county);
  const record = await getImport(services, actor, id);
  if (record.state !== "running") return record;
  const books = await services.books(county);
  const numbers = await foreseeNumbers(services, actor, books.centre?.id ?? "");
  const compose = rowComposer({
    services,
    books,
    county,
    post: record.by_post,
    pseudonyms: record.pseudonyms,
    now: record.started_at ?? services.clock.now(),
    numbers,
  });
  const client = await services.db.pool("jobs").connect();
  let broken: Error | undefined;
  let expected = record.resume_row;
  let writing: Promise<ChunkAnswer> | undefined;
  let moved = true;
  // one is being written while the other is filled
  const buffers = [new LineBuffer(), new LineBuffer()];
  let turn: 0 | 1 = 0;
  let [read, written] = [record.read_rows, record.new_rows];
  const began = performance.now();
  let last = began;
  try {
    await prepareIncoming(client);
    for await (const chunk of readChunks(services, books, record, fileOf(options.folder, id), record.resume_row)) {
      const lines = buffers[turn]!;
      turn = turn === 0 ? 1 : 0;
      lines.clear();
      for (const [nth, { row, sourceKey, contentKey }] of chunk.rows.entries()) {
        // what is left of the chunk before goes out meanwhile: a socket takes no more than its buffer at a time
        if (nth % 50 === 0) await othersTurn();
        const composed = compose(row, sourceKey, contentKey);
        for (const note of composed.notes) chunk.problems.add(note, noteKind(note.code));
        lines.add(composed.line);
      }
      const found = chunk.problems.take();
      const before = await writing;
      numbers.chunkEnds(before?.last);
      moved = before?.moved ?? true;
      if (!moved || options.stopped?.()) break;
      const now = performance.now();
      const progress = {
        reached: chunk.reached,
        read: chunk.read,
        skipped: chunk.repeated,
        errors: chunk.errors,
        notes: found.notes,
        problems: found.listed,
        seconds: (now - last) / 1000,
      };
      last = now;
      const from = expected;
      expected = chunk.reached;
      read += chunk.read;
      writing = writeChunk(client, actor, id, from, lines.bytes, progress);
      void writing.then(
        (answer) => {
          written += answer.new ?? 0;
          options.onChunk?.({ read, written, perSecond: (read - record.read_rows) / ((performance.now() - began) / 1000) });
        },
        () => {},
      );
    }
    moved = moved && ((await writing)?.moved ?? true);
  } catch (error) {
    await writing?.catch(() => {});
    broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
  if (moved && !options.stopped?.())
    await setImport(services, actor, id, ["running"], { state: "done", finished_at: services.clock.now() });
  return getImport(services, actor, id);
}
