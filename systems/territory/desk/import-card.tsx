import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { beijingDay } from "../../../foundation/i18n/dates.ts";
import {
  ask,
  Button,
  Checkbox,
  ErrorSummary,
  Field,
  type FieldProblem,
  Input,
  InputNumber,
  Segments,
  useFailureWords,
  useToast,
  useWords,
} from "../../../ui/index.ts";
import { BOUNDARY_FILE_BYTES, type BoundaryReport, type CoordinateSystem, importBoundariesRoute } from "../contract.ts";
import { ReportCard } from "./report-card.tsx";
import { boundaryDeskWords } from "./words.ts";

interface Chosen {
  readonly name: string;
  readonly bytes: number;
  readonly geojson: unknown;
}

/** Brings a county's own boundaries: the file is checked first and its report shown; nothing is kept before that is confirmed. */
export function ImportCard() {
  const t = useWords(boundaryDeskWords);
  const failure = useFailureWords();
  const toast = useToast();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [value, setValue] = useState({
    coordinateSystem: "WGS-84" as CoordinateSystem,
    source: "",
    reason: "",
    validFrom: beijingDay(new Date()),
    toleranceSquareMetres: 1000,
  });
  const [report, setReport] = useState<BoundaryReport | null>(null);
  const [accepted, setAccepted] = useState(false);
  const [busy, setBusy] = useState<"check" | "use" | null>(null);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const of = (field: string) => problems.find((one) => one.field === field)?.sentence;
  const set = (part: Partial<typeof value>) => {
    setValue({ ...value, ...part });
    setReport(null);
  };
  const take = async (file: File | undefined) => {
    if (!file) return;
    setReport(null);
    setChosen(null);
    setProblems([]);
    if (file.size > BOUNDARY_FILE_BYTES) return setProblems([{ field: "boundary-file", sentence: t.problems.tooLarge }]);
    try {
      setChosen({ name: file.name, bytes: file.size, geojson: JSON.parse(await file.text()) });
    } catch {
      setProblems([{ field: "boundary-file", sentence: t.problems.notJson }]);
    }
  };
  const send = async (confirm: boolean) => {
    const found = [
      ...(chosen ? [] : [{ field: "boundary-file", sentence: t.problems.file }]),
      ...(value.source.trim() ? [] : [{ field: "boundary-source", sentence: t.problems.source }]),
      ...(value.reason.trim() ? [] : [{ field: "boundary-reason", sentence: t.problems.reason }]),
      ...(value.validFrom ? [] : [{ field: "boundary-from", sentence: t.problems.day }]),
      ...(confirm && report && report.findings.length > 0 && !accepted
        ? [{ field: "boundary-accept", sentence: t.problems.accept }]
        : []),
    ];
    setProblems(found);
    if (found.length > 0 || !chosen) return;
    setBusy(confirm ? "use" : "check");
    try {
      const body = { ...value, geojson: chosen.geojson, confirm, acceptFindings: accepted };
      const answer = await ask(importBoundariesRoute, { body });
      setAccepted(false);
      if (!answer.confirmed) return setReport(answer);
      toast({ words: t.used(answer.version, answer.places) });
      setReport(null);
      setChosen(null);
      await client.invalidateQueries({ queryKey: ["boundaries"] });
    } catch (reason) {
      setProblems([{ field: "", sentence: failure(reason).sentence }]);
    } finally {
      setBusy(null);
    }
  };
  return (
    <section className="card boundary-import">
      <header>
        <h2>{t.bring}</h2>
      </header>
      <form
        className="card-body"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          send(false);
        }}
      >
        <ErrorSummary problems={problems} />
        <input
          ref={input}
          type="file"
          hidden
          accept=".geojson,.json,application/geo+json,application/json"
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
        <div className="field">
          <span className="field-label">{t.file}</span>
          <span className="field-hint" id="boundary-file-hint">
            {t.fileHint}
          </span>
          <span>
            <Button id="boundary-file" icon="upload" aria-describedby="boundary-file-hint" onClick={() => input.current?.click()}>
              {chosen ? t.chosen(chosen.name, Math.ceil(chosen.bytes / 1024).toLocaleString("en-US")) : t.choose}
            </Button>
          </span>
          {of("boundary-file") && <span className="field-error">{of("boundary-file")}</span>}
        </div>
        <div className="field">
          <span className="field-label">{t.system}</span>
          <span className="field-hint">{t.systemHint}</span>
          <span>
            <Segments
              label={t.system}
              value={value.coordinateSystem}
              options={(["WGS-84", "GCJ-02"] as const).map((one) => ({ value: one, words: one }))}
              onChange={(coordinateSystem) => set({ coordinateSystem })}
            />
          </span>
        </div>
        <Field id="boundary-source" label={t.source} hint={t.sourceHint} error={of("boundary-source")}>
          <Input value={value.source} maxLength={200} onChange={(event) => set({ source: event.target.value })} />
        </Field>
        <Field id="boundary-reason" label={t.reason} error={of("boundary-reason")}>
          <Input value={value.reason} maxLength={200} onChange={(event) => set({ reason: event.target.value })} />
        </Field>
        <div className="boundary-pair">
          <Field id="boundary-from" label={t.validFrom} error={of("boundary-from")}>
            <Input type="date" value={value.validFrom} onChange={(event) => set({ validFrom: event.target.value })} />
          </Field>
          <Field id="boundary-tolerance" label={t.tolerance}>
            <InputNumber
              min={0}
              max={1_000_000}
              precision={0}
              value={value.toleranceSquareMetres}
              onChange={(asked) => set({ toleranceSquareMetres: Number(asked ?? 0) })}
            />
          </Field>
        </div>
        <Button kind={report ? undefined : "primary"} type="submit" busy={busy === "check"}>
          {busy === "check" ? t.checking : t.check}
        </Button>
        {report && (
          <div className="boundary-report">
            <ReportCard report={report} />
            {report.findings.length > 0 && (
              <Checkbox id="boundary-accept" checked={accepted} onChange={(event) => setAccepted(event.target.checked)}>
                {t.accept(report.findings.length)}
              </Checkbox>
            )}
            {report.faults.length === 0 && (
              <p>
                <Button kind="primary" busy={busy === "use"} onClick={() => send(true)}>
                  {busy === "use" ? t.using : t.use}
                </Button>
              </p>
            )}
          </div>
        )}
      </form>
    </section>
  );
}
