import { useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { newId } from "../../../../foundation/ids.ts";
import {
  ask,
  Button,
  Dialog,
  ErrorSummary,
  Failure,
  Icon,
  kitWords,
  Progress,
  useFailureWords,
  useWords,
} from "../../../../ui/index.ts";
import { checkImport, confirmImport, stopImport, undoImport } from "../../contract.ts";
import { type Import, type ImportField, isAtWork, mappingFaults, useImport } from "./calls.ts";
import { MappingTable } from "./mapping-table.tsx";
import { Report } from "./report.tsx";
import { importWords } from "./words.ts";
import "../parts/work.css";

const number = (n: number) => n.toLocaleString("en-US");

function Whole({ one }: { one: Import }) {
  const t = useWords(importWords);
  const k = useWords(kitWords);
  const client = useQueryClient();
  const failure = useFailureWords();
  const [fields, setFields] = useState<ReadonlyMap<number, ImportField>>(new Map());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ sentence: string; requestId?: string } | null>(null);
  const [undoing, setUndoing] = useState(false);
  const [commandId] = useState(newId);
  const [undoId] = useState(newId);
  const columns = one.columns.map(({ index, field }) => ({ index, field: fields.get(index) ?? field }));
  const faults = mappingFaults(columns);
  const changed = one.columns.some(({ index, field }) => (fields.get(index) ?? field) !== field);
  const run = async (work: () => Promise<Import>) => {
    setBusy(true);
    setProblem(null);
    try {
      client.setQueryData(["imports", one.id], await work());
      setFields(new Map());
      client.invalidateQueries({ queryKey: ["imports"] });
    } catch (reason) {
      setProblem(failure(reason));
    } finally {
      setBusy(false);
    }
  };
  const params = { id: one.id };
  const check = () =>
    run(() =>
      ask(checkImport, {
        params,
        body: { columns, options: { shiftYears: one.options.shiftYears, pseudonyms: one.options.pseudonyms } },
      }),
    );
  const confirm = () =>
    run(() => ask(confirmImport, { params, body: { commandId: one.state === "stopped" ? newId() : commandId } }));
  const before = one.state === "uploaded" || one.state === "checked" || one.state === "failed";
  const total = one.progress.total ?? one.counts.total;
  const counted = one.state !== "uploaded" && one.state !== "dry-run";
  return (
    <>
      <ErrorSummary problems={problem ? [{ field: "", sentence: problem.sentence }] : []} requestId={problem?.requestId} />
      {one.warnings.length > 0 && (
        <div className="notice-bar" data-tone="soon">
          <Icon name="triangle" small />
          <div>
            <b>{t.warnings}</b>
            <ul>
              {one.warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          </div>
        </div>
      )}
      {isAtWork(one.state) && (
        <section className="card">
          <div className="card-body column" aria-live="polite">
            <h2>{one.state === "dry-run" ? t.checking : t.states[one.state]}</h2>
            <Progress
              aria-label={t.states[one.state]}
              percent={total ? Math.floor((one.progress.done / total) * 100) : 0}
              status="active"
              showInfo={total !== null}
            />
            <p className="text-meta">
              {t.progressOf(number(one.progress.done), total === null ? "—" : number(total))}
              {one.progress.perSecond !== null && ` · ${t.perSecond(number(Math.round(one.progress.perSecond)))}`}
            </p>
            <p className="text-meta meta">{t.leave}</p>
            {one.state === "running" && (
              <span>
                <Button busy={busy} onClick={() => run(() => ask(stopImport, { params, body: { commandId: newId() } }))}>
                  {t.stop}
                </Button>
              </span>
            )}
          </div>
        </section>
      )}
      {counted && <Report one={one} />}
      <div className="row row-wrap">
        {before && (
          <Button
            kind={one.state === "checked" && !changed ? "plain" : "primary"}
            busy={busy}
            shut={
              faults.some((fault) => fault.index === null)
                ? t.needText
                : faults[0]
                  ? t.twice(t.fields[faults[0].field])
                  : undefined
            }
            onClick={check}
          >
            {changed && one.state === "checked" ? t.checkAgain : t.check}
          </Button>
        )}
        {one.state === "checked" && !changed && (
          <Button kind="primary" busy={busy} shut={one.counts.new === 0 ? t.confirmNone : undefined} onClick={confirm}>
            {t.confirm(number(one.counts.new))}
          </Button>
        )}
        {one.state === "stopped" && (
          <Button kind="primary" busy={busy} onClick={confirm}>
            {t.goOn}
          </Button>
        )}
        {(one.state === "done" || one.state === "stopped") && (
          <>
            <Link className="button" to="/matters" search={{ queue: "all", import: one.id } as never}>
              {t.open}
            </Link>
            <Button
              kind="danger"
              shut={one.undoable.yes ? undefined : (one.undoable.why ?? t.undoShut)}
              onClick={() => setUndoing(true)}
            >
              {t.undo}
            </Button>
            {!one.undoable.yes && one.undoable.why && <span className="text-meta second">{one.undoable.why}</span>}
          </>
        )}
      </div>
      {before && (
        <section className="card">
          <header>
            <h2>{t.mapTitle}</h2>
            <span className="text-small meta">{t.mapIntro}</span>
          </header>
          <MappingTable
            columns={one.columns}
            fields={fields}
            faults={faults}
            locked={busy}
            onChange={(index, field) => setFields((all) => new Map(all).set(index, field))}
          />
        </section>
      )}
      <Dialog
        open={undoing}
        title={t.undoTitle}
        onClose={() => setUndoing(false)}
        width={460}
        foot={
          <>
            <Button onClick={() => setUndoing(false)}>{k.cancel}</Button>
            <Button
              kind="danger"
              busy={busy}
              onClick={() => {
                setUndoing(false);
                run(() => ask(undoImport, { params, body: { commandId: undoId } }));
              }}
            >
              {t.undo}
            </Button>
          </>
        }
      >
        <p className="second">{t.undoText(number(one.counts.new))}</p>
      </Dialog>
    </>
  );
}

/** One import: columns, trial, confirmation, progress, report, undo. Safe to leave at any time. */
export default function ImportPage() {
  const t = useWords(importWords);
  const k = useWords(kitWords);
  const { id } = useParams({ strict: false }) as { id: string };
  const found = useImport(id);
  return (
    <div className="work">
      <p>
        <Link to="/imports" className="row">
          <Icon name="back" small /> {t.back}
        </Link>
      </p>
      {found.error && !found.data && <Failure reason={found.error} onRetry={() => found.refetch()} />}
      {found.isPending && <p role="status">{k.loading}</p>}
      {found.data && (
        <>
          <div className="row row-wrap">
            <h1>{found.data.name}</h1>
            <span className="tag">{t.states[found.data.state]}</span>
          </div>
          <p className="meta text-meta">{t.file(found.data.sheet, found.data.headerRow, found.data.encoding ?? "")}</p>
          <Whole key={found.data.id} one={found.data} />
        </>
      )}
    </div>
  );
}
