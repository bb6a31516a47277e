import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { ask, Button, ErrorSummary, Field, Input, useFailureWords, useToast, useUnsaved, useWords } from "../../../ui/index.ts";
import { draftBook } from "../contract/catalogue.ts";
import type { CatalogueItem, Duties, Duty } from "../rules/dispatch-shapes.ts";
import { faultsOfCatalogue, faultsOfDuties } from "../rules/faults-of-a-catalogue.rule.ts";
import { type Book, type BookName, type Known, useRight } from "./calls.ts";
import { DutyDialog } from "./duty-dialog.tsx";
import { ImportDialog } from "./import-dialog.tsx";
import { ItemDialog } from "./item-dialog.tsx";
import { LineTable } from "./line-table.tsx";
import { changesBetween, type Line } from "./lines.ts";
import { useNames } from "./use-names.ts";
import { VersionBar } from "./version-bar.tsx";
import { catalogueWords } from "./words.ts";

const MOST_FAULTS = 12;

/** One version of a book with its lines; changes are gathered here and kept as a draft in one go. */
export function Workbench({
  book,
  data,
  duties,
  known,
  onVersion,
  onCompare,
}: {
  book: BookName;
  data: Book;
  duties: Duties | undefined;
  known: Known;
  onVersion: (version: number | undefined) => void;
  onCompare: (pair: { before: number; after: number }) => void;
}) {
  const t = useWords(catalogueWords);
  const client = useQueryClient();
  const toast = useToast();
  const failure = useFailureWords();
  const names = useNames(known);
  const may = useRight("rules.edit");
  const kept: readonly Line[] = book === "catalogue" ? data.items : data.duties;
  const [lines, setLines] = useState(kept);
  const [editing, setEditing] = useState<Line | "new" | null>(null);
  const [importing, setImporting] = useState(false);
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ sentence: string; requestId?: string } | null>(null);
  const faults = useMemo(
    () =>
      book === "catalogue" ? faultsOfCatalogue(lines as CatalogueItem[], known, duties) : faultsOfDuties(lines as Duty[], known),
    [book, lines, known, duties],
  );
  const changes = changesBetween(kept, lines);
  const draft = data.versions.find(({ state }) => state === "draft");
  const leave = useUnsaved(changes > 0, t.leaveUnsaved(changes));
  const come = async (version: number) => {
    leave();
    await client.invalidateQueries({ queryKey: ["dispatch-books"] });
    toast({ words: t.kept(version) });
    onVersion(version);
  };
  const keep = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const body = {
        items: [],
        duties: [],
        [book === "catalogue" ? "items" : "duties"]: [...lines],
        note,
        source: "desk" as const,
      };
      await come((await ask(draftBook, { params: { book }, body })).version);
    } catch (reason) {
      setProblem(failure(reason));
      setBusy(false);
    }
  };
  const put = (next: Line | null) => {
    setLines(
      editing === "new"
        ? next
          ? [...lines, next]
          : lines
        : next
          ? lines.map((line) => (line === editing ? next : line))
          : lines.filter((line) => line !== editing),
    );
    setEditing(null);
  };
  const dialog = { known, lines, duties, onClose: () => setEditing(null), onDone: put };
  return (
    <>
      <VersionBar
        book={book}
        data={data}
        known={known}
        faults={faults.length}
        changes={changes}
        onVersion={onVersion}
        onCompare={onCompare}
        onImport={may && book === "catalogue" ? () => setImporting(true) : undefined}
      />
      <ErrorSummary problems={problem ? [{ field: "", sentence: problem.sentence }] : []} requestId={problem?.requestId} />
      {changes > 0 && (
        <section className="card card-body catalogue-keep" aria-label={t.changed(changes)}>
          <strong role="status">{t.changed(changes)}</strong>
          <Field label={t.why} hint={t.whyHint} optional>
            <Input value={note} maxLength={200} onChange={(event) => setNote(event.target.value)} />
          </Field>
          {draft && draft.version !== data.shown?.version && <p className="text-meta">{t.keepReplaces(draft.version)}</p>}
          <span className="row row-wrap">
            <Button kind="primary" busy={busy} onClick={keep}>
              {t.keep}
            </Button>
            <Button icon="undo" onClick={() => setLines(kept)}>
              {t.discard}
            </Button>
          </span>
        </section>
      )}
      {faults.length > 0 && (
        <section className="notice-bar catalogue-faults" data-tone="over" aria-label={t.faultsTitle(faults.length)}>
          <strong>{t.faultsTitle(faults.length)}</strong>
          <ul>
            {faults.slice(0, MOST_FAULTS).map((fault) => (
              <li key={`${fault.line} ${fault.code} ${fault.what}`}>{t.faultAt(fault.line, names.sentence(fault))}</li>
            ))}
            {faults.length > MOST_FAULTS && <li>…</li>}
          </ul>
        </section>
      )}
      {data.shown || may ? (
        <LineTable
          book={book}
          version={data.shown?.version ?? 0}
          lines={lines}
          known={known}
          onEdit={may ? setEditing : undefined}
          onAdd={may ? () => setEditing("new") : undefined}
        />
      ) : (
        <p>{t.none}</p>
      )}
      {editing !== null && book === "catalogue" && (
        <ItemDialog {...dialog} item={editing === "new" ? null : (editing as CatalogueItem)} />
      )}
      {editing !== null && book === "duties" && <DutyDialog {...dialog} duty={editing === "new" ? null : (editing as Duty)} />}
      {importing && <ImportDialog on={data.items} known={known} onClose={() => setImporting(false)} onDone={come} />}
    </>
  );
}
