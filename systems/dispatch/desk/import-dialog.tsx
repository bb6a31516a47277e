import { useRef, useState } from "react";
import { ask, Button, Dialog, ErrorSummary, Field, Input, kitWords, useFailureWords, useWords } from "../../../ui/index.ts";
import { draftBook } from "../contract/catalogue.ts";
import { compareVersions } from "../rules/compare-catalogues.rule.ts";
import type { CatalogueItem } from "../rules/dispatch-shapes.ts";
import { type Known, readSheet, type SheetRead } from "./calls.ts";
import { useNames } from "./use-names.ts";
import { catalogueWords } from "./words.ts";

/** A catalogue's spreadsheet, read first and told row by row; only a sheet without faults can be taken, as a draft. */
export function ImportDialog({
  on,
  known,
  onClose,
  onDone,
}: {
  /** The lines that the sheet is compared with. */
  on: readonly CatalogueItem[];
  known: Known;
  onClose: () => void;
  onDone: (version: number) => Promise<void>;
}) {
  const t = useWords(catalogueWords);
  const k = useWords(kitWords);
  const failure = useFailureWords();
  const names = useNames(known);
  const input = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<{ name: string; sheet: SheetRead } | null>(null);
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ sentence: string; requestId?: string } | null>(null);
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (reason) {
      setProblem(failure(reason));
    } finally {
      setBusy(false);
    }
  };
  const bring = (file: File) =>
    run(async () => {
      setRead(null);
      setRead({ name: file.name, sheet: await readSheet(file) });
    });
  const take = () =>
    run(async () => {
      if (!read) return;
      const body = { items: read.sheet.items, duties: [], note, source: "xlsx" as const };
      const { version } = await ask(draftBook, { params: { book: "catalogue" }, body });
      onClose();
      await onDone(version);
    });
  const sheet = read?.sheet;
  const right = sheet && sheet.faults.length === 0 && sheet.missing.length === 0 && sheet.rows > 0;
  const compared = right ? compareVersions(on, sheet.items) : undefined;
  return (
    <Dialog
      open
      title={t.importTitle}
      onClose={onClose}
      width={760}
      foot={
        <>
          <Button onClick={onClose}>{k.cancel}</Button>
          <Button kind="primary" busy={busy} shut={right ? undefined : sheet ? t.importShut : t.importFirst} onClick={take}>
            {t.confirmImport}
          </Button>
        </>
      }
    >
      <div className="column">
        <ErrorSummary problems={problem ? [{ field: "", sentence: problem.sentence }] : []} requestId={problem?.requestId} />
        <p>{t.importText}</p>
        <p className="meta text-meta">{t.importColumns}</p>
        <span className="row row-wrap">
          <Button icon="upload" busy={busy} onClick={() => input.current?.click()}>
            {t.chooseFile}
          </Button>
          <span lang="zh-CN">{read?.name}</span>
        </span>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t.chooseFile}
          accept=".xlsx"
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            event.target.value = "";
            if (chosen) bring(chosen);
          }}
        />
        <p role="status" className="strong">
          {busy && !sheet ? t.reading : ""}
          {sheet && sheet.missing.length > 0 && t.missing(sheet.missing.join("、"))}
          {sheet && sheet.missing.length === 0 && t.readRows(sheet.rows, sheet.faults.length)}
        </p>
        {sheet && sheet.faults.length > 0 && (
          <table className="catalogue-table catalogue-rows">
            <caption className="hidden-words">{t.rowCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{t.row}</th>
                <th scope="col">{t.fields.code}</th>
                <th scope="col">{t.rowFault}</th>
              </tr>
            </thead>
            <tbody>
              {sheet.faults.map((fault) => (
                <tr key={`${fault.row} ${fault.code} ${fault.what}`}>
                  <th scope="row">{fault.row}</th>
                  <td data-name={t.fields.code}>{fault.line}</td>
                  <td data-name={t.rowFault}>{names.sentence(fault)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {compared && (
          <>
            <p>{t.compared(compared.added.length, compared.removed.length, compared.changed.length, compared.same)}</p>
            <Field label={t.why} hint={t.whyHint} optional>
              <Input value={note} maxLength={200} onChange={(event) => setNote(event.target.value)} />
            </Field>
          </>
        )}
      </div>
    </Dialog>
  );
}
