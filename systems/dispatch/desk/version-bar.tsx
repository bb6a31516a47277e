import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { dateTime } from "../../../foundation/i18n/dates.ts";
import { ask, Button, ErrorSummary, Select, Tag, useFailureWords, useLanguage, useToast, useWords } from "../../../ui/index.ts";
import { proposeBook } from "../contract/catalogue.ts";
import { ApproveDialog, AsideDialog } from "./approval-dialogs.tsx";
import { type Book, type BookName, type Head, type Known, useRight } from "./calls.ts";
import { catalogueWords } from "./words.ts";

const TONES = { on: "accent", proposed: "amber", draft: "note", past: undefined } as const;

/** Which version is shown, in what state, and what may be done with it now; who approves is said in words. */
export function VersionBar({
  book,
  data,
  known,
  faults,
  changes,
  onVersion,
  onCompare,
  onImport,
}: {
  book: BookName;
  data: Book;
  known: Known;
  faults: number;
  changes: number;
  onVersion: (version: number | undefined) => void;
  onCompare: (pair: { before: number; after: number }) => void;
  onImport?: () => void;
}) {
  const t = useWords(catalogueWords);
  const language = useLanguage();
  const client = useQueryClient();
  const toast = useToast();
  const failure = useFailureWords();
  const [mayEdit, mayApprove] = [useRight("rules.edit"), useRight("rules.approve")];
  const [dialog, setDialog] = useState<"approve" | "aside" | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ sentence: string; requestId?: string } | null>(null);
  const { shown, versions } = data;
  const waiting = versions.find(({ state }) => state === "proposed");
  const on = versions.find(({ state }) => state === "on");
  const told = async (words: string) => {
    setDialog(null);
    await client.invalidateQueries({ queryKey: ["dispatch-books"] });
    toast({ words });
  };
  const propose = async () => {
    if (!shown) return;
    setBusy(true);
    setProblem(null);
    try {
      await ask(proposeBook, { params: { book, version: shown.version } });
      await told(t.proposed(shown.version));
    } catch (reason) {
      setProblem(failure(reason));
    } finally {
      setBusy(false);
    }
  };
  const waits = (head: Head) =>
    head.mine ? t.waitsForAnother(head.version) : mayApprove ? t.waitsForYou(head.version) : t.waits(head.version);
  const open = shown?.state === "draft" || shown?.state === "proposed";
  const other = versions.find(({ version }) => version !== shown?.version);
  return (
    <>
      <div className="row row-wrap">
        <Select
          aria-label={t.versionLabel}
          className="catalogue-version"
          value={shown?.version}
          onChange={(version: number) => onVersion(version)}
          options={versions.map((one) => ({
            value: one.version,
            label: `${t.version(one.version)} · ${t.states[one.state]} · ${dateTime(one.at, language)}`,
          }))}
        />
        {shown && <Tag tone={TONES[shown.state]}>{t.states[shown.state]}</Tag>}
        {shown?.note && (
          <span className="text-small meta">
            {t.because}: <span lang="zh-CN">{shown.note}</span>
          </span>
        )}
        <span className="space" />
        {shown && other && (
          <Button
            icon="similar"
            onClick={() =>
              onCompare(
                on && on.version !== shown.version
                  ? { before: on.version, after: shown.version }
                  : { before: other.version, after: shown.version },
              )
            }
          >
            {t.compare}
          </Button>
        )}
        {onImport && (
          <Button icon="upload" onClick={onImport}>
            {t.import}
          </Button>
        )}
        {shown && book === "catalogue" && (
          <a className="button" href={`/api/dispatch/catalogue/sheet?version=${shown.version}`} download>
            {t.export}
          </a>
        )}
        {shown && open && (mayEdit || mayApprove) && <Button onClick={() => setDialog("aside")}>{t.aside}</Button>}
        {shown?.state === "draft" && mayEdit && (
          <Button
            kind={changes > 0 ? "plain" : "primary"}
            busy={busy}
            shut={changes > 0 ? t.keepFirst : faults > 0 ? t.faultsFirst(faults) : undefined}
            onClick={propose}
          >
            {t.propose}
          </Button>
        )}
        {shown?.state === "proposed" && mayApprove && (
          <Button kind="primary" shut={shown.mine ? t.anotherApproves : undefined} onClick={() => setDialog("approve")}>
            {t.approve}
          </Button>
        )}
      </div>
      <ErrorSummary problems={problem ? [{ field: "", sentence: problem.sentence }] : []} requestId={problem?.requestId} />
      {!mayEdit && !mayApprove && <p className="notice-bar">{t.readOnly}</p>}
      {shown?.state === "draft" && mayEdit && <p className="notice-bar">{t.anotherApproves}</p>}
      {waiting && (
        <p className="notice-bar">
          <span>{waits(waiting)}</span>
          {waiting.version !== shown?.version && (
            <Button size="small" onClick={() => onVersion(waiting.version)}>
              {t.version(waiting.version)}
            </Button>
          )}
        </p>
      )}
      {dialog === "approve" && shown && (
        <ApproveDialog
          book={book}
          data={data}
          version={shown.version}
          known={known}
          onClose={() => setDialog(null)}
          onDone={told}
        />
      )}
      {dialog === "aside" && shown && (
        <AsideDialog book={book} version={shown.version} onClose={() => setDialog(null)} onDone={told} />
      )}
    </>
  );
}
