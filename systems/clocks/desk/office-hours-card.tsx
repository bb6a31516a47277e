import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  ask,
  Button,
  Dialog,
  ErrorSummary,
  Field,
  type FieldProblem,
  Input,
  InputNumber,
  kitWords,
  useFailureWords,
  useToast,
  useWords,
} from "../../../ui/index.ts";
import { addOfficeHoursRoute, type OfficeHours } from "../contract.ts";
import { useOfficeHours } from "./calls.ts";
import { clockDeskWords } from "./words.ts";

const spansOf = (text: string): string[] => text.split(/[\s,，、；;]+/).filter(Boolean);

/** Each year's summer and winter hours as rows of their own, only days to come. */
function seasons(value: typeof FIRST, today: string, until: number): OfficeHours[] {
  const rows: OfficeHours[] = [];
  for (let year = Number(today.slice(0, 4)); year <= until; year += 1)
    rows.push(
      { validFrom: `${year}-${value.summerFrom}`, spans: spansOf(value.summer) },
      { validFrom: `${year}-${value.winterFrom}`, spans: spansOf(value.winter) },
    );
  return rows.filter((one) => one.validFrom > today);
}
const FIRST = { summerFrom: "06-01", winterFrom: "10-01", summer: "08:00-12:00 15:00-18:30", winter: "08:30-12:00 14:30-18:00" };

/** 上下班时间: what holds, and summer and winter hours of years to come. */
export function OfficeHoursCard({ may, today }: { may: boolean; today: string }) {
  const t = useWords(clockDeskWords);
  const k = useWords(kitWords);
  const client = useQueryClient();
  const toast = useToast();
  const failure = useFailureWords();
  const hours = useOfficeHours().data?.hours ?? [];
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [value, setValue] = useState(FIRST);
  const [until, setUntil] = useState(Number(today.slice(0, 4)) + 3);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const save = async () => {
    const missing = (Object.keys(FIRST) as (keyof typeof FIRST)[]).filter((field) =>
      field.endsWith("From") ? !/^\d{2}-\d{2}$/.test(value[field]) : spansOf(value[field]).length === 0,
    );
    setProblems(missing.map((field) => ({ field: `hours-${field}`, sentence: `${t[field]}：${t.fieldMissing}` })));
    if (missing.length > 0) return;
    setBusy(true);
    try {
      await ask(addOfficeHoursRoute, { body: { hours: seasons(value, today, until) } });
      await client.invalidateQueries({ queryKey: ["clocks"] });
      toast({ words: t.saved });
      setOpen(false);
    } catch (reason) {
      setProblems([{ field: "hours-summer", sentence: failure(reason).sentence }]);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="card">
      <header>
        <h2>{t.hoursTitle}</h2>
        <span className="space" />
        {may && (
          <Button icon="plus" size="small" onClick={() => setOpen(true)}>
            {t.hoursAdd}
          </Button>
        )}
      </header>
      <div className="card-body column">
        <p className="meta text-meta">{t.hoursIntro}</p>
        <div className="work-table">
          <table>
            <caption className="hidden-words">{t.hoursCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{t.hoursFrom}</th>
                <th scope="col">{t.hoursSpans}</th>
              </tr>
            </thead>
            <tbody>
              {[...hours].reverse().map((one) => (
                <tr key={one.validFrom}>
                  <th scope="row">{one.validFrom}</th>
                  <td>{one.spans.join("　")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
      <Dialog
        open={open}
        title={t.hoursDialog}
        onClose={() => setOpen(false)}
        width={460}
        foot={
          <>
            <Button onClick={() => setOpen(false)}>{k.cancel}</Button>
            <Button kind="primary" busy={busy} onClick={save}>
              {t.save}
            </Button>
          </>
        }
      >
        <div className="column">
          <ErrorSummary problems={problems} />
          {(["summerFrom", "summer", "winterFrom", "winter"] as const).map((field) => (
            <Field key={field} id={`hours-${field}`} label={t[field]} hint={field === "summer" ? t.spansHint : undefined}>
              <Input
                value={value[field]}
                maxLength={60}
                onChange={(event) => setValue({ ...value, [field]: event.target.value })}
              />
            </Field>
          ))}
          <Field id="hours-until" label={t.until}>
            <InputNumber value={until} min={Number(today.slice(0, 4))} max={2200} onChange={(year) => setUntil(year ?? until)} />
          </Field>
        </div>
      </Dialog>
    </section>
  );
}
