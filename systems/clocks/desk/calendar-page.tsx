import { useRef, useState } from "react";
import { beijingDay } from "../../../foundation/i18n/dates.ts";
import { type Day, weekdayOf } from "../../../foundation/time/index.ts";
import { Button, Failure, kitWords, Select, Tag, useFailureWords, useToast, useWords } from "../../../ui/index.ts";
import type { CalendarDay } from "../contract.ts";
import { readCalendarSheet, useCalendars } from "./calls.ts";
import { OfficeHoursCard } from "./office-hours-card.tsx";
import { PasteDialog } from "./paste-dialog.tsx";
import { PublishDialog } from "./publish-dialog.tsx";
import { clockDeskWords } from "./words.ts";
import { YearGrid } from "./year-grid.tsx";
import "./clocks.css";

const LOOKS = ["working day", "weekend", "holiday", "make-up workday"] as const;

/** 节假日与上班时间: a whole year at a glance; a draft by keyboard, from a sheet or from the notice's text, then published. */
export default function CalendarPage() {
  const t = useWords(clockDeskWords);
  const k = useWords(kitWords);
  const toast = useToast();
  const failure = useFailureWords();
  const today = beijingDay(new Date());
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const [draft, setDraft] = useState<ReadonlyMap<Day, CalendarDay> | null>(null);
  const [name, setName] = useState(t.holidayNames.split(",")[0] ?? "");
  const [dialog, setDialog] = useState<"paste" | "publish" | null>(null);
  const [said, setSaid] = useState("");
  const file = useRef<HTMLInputElement>(null);
  const found = useCalendars();
  const may = found.data?.mayKeep ?? false;
  const one = found.data?.years.find((candidate) => candidate.year === year);
  const kept = new Map((one?.days ?? []).map((day) => [day.day, day]));
  const neighbours = (found.data?.years ?? []).filter((other) => other.year !== year).flatMap((other) => other.days);
  const own = draft ?? kept;
  const shown = new Map([...neighbours.map((day) => [day.day, day] as const), ...own]);
  const list = [...own.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
  const choose = (next: number) => {
    setYear(next);
    setDraft(null);
    setSaid("");
  };
  const press = (day: Day) => {
    const next = new Map(own);
    const kind = own.get(day)?.kind;
    if (!kind) next.set(day, { day, kind: "holiday", name });
    else if (kind === "holiday" && weekdayOf(day) > 5) next.set(day, { day, kind: "make-up workday", name });
    else next.delete(day);
    setDraft(next);
  };
  const propose = (days: readonly CalendarDay[], unread: string) => {
    setDraft(new Map(days.map((day) => [day.day, day])));
    setSaid([t.readDone(days.length), unread].filter(Boolean).join(" "));
    setDialog(null);
  };
  const bring = async (sheet: File) => {
    try {
      const { days, unread } = await readCalendarSheet(year, sheet);
      propose(days, unread.length > 0 ? t.fileUnread(unread.join(", ")) : "");
    } catch (reason) {
      toast({ words: failure(reason).sentence });
    }
  };
  return (
    <div className="clocks">
      <h1>{t.calendarTitle}</h1>
      <p className="meta text-meta">{may ? t.calendarIntro : `${t.calendarIntro} ${t.readOnly}`}</p>
      {found.error && <Failure reason={found.error} onRetry={() => found.refetch()} />}
      {found.isPending && <p role="status">{k.loading}</p>}
      {found.data && (
        <section className="card">
          <header className="row row-wrap">
            <Button icon="back" size="small" aria-label={t.earlier} onClick={() => choose(year - 1)} />
            <h2>{t.year(year)}</h2>
            <Button icon="chevron-right" size="small" aria-label={t.later} onClick={() => choose(year + 1)} />
            {one ? <Tag tone="accent">{t.published(one.version)}</Tag> : <Tag tone="amber">{t.unpublished}</Tag>}
            {draft && <Tag tone="amber">{t.changed}</Tag>}
            <span className="space" />
            {may && (
              <>
                <Button size="small" icon="document" onClick={() => setDialog("paste")}>
                  {t.paste}
                </Button>
                <Button size="small" icon="upload" title={t.fileHint} onClick={() => file.current?.click()}>
                  {t.file}
                </Button>
                <input
                  ref={file}
                  type="file"
                  hidden
                  aria-label={t.file}
                  accept=".csv,.xlsx"
                  onChange={(event) => {
                    const chosen = event.target.files?.[0];
                    event.target.value = "";
                    if (chosen) bring(chosen);
                  }}
                />
                {draft && (
                  <Button size="small" icon="undo" onClick={() => choose(year)}>
                    {t.discard}
                  </Button>
                )}
                <Button
                  size="small"
                  kind="primary"
                  shut={draft && list.length > 0 ? undefined : t.publishNothing}
                  onClick={() => setDialog("publish")}
                >
                  {t.publish}
                </Button>
              </>
            )}
          </header>
          <div className="card-body column">
            {one ? (
              <p className="text-meta second">{t.source(one.source)}</p>
            ) : (
              <p className="notice-bar">{t.unpublishedText(year)}</p>
            )}
            {said && <p role="status">{said}</p>}
            {may && (
              <div className="row row-wrap">
                <span className="row text-meta">
                  {t.holidayName}
                  <Select
                    value={name}
                    onChange={setName}
                    options={t.holidayNames.split(",").map((value) => ({ value, label: value }))}
                    style={{ width: 120 }}
                    aria-label={t.holidayName}
                  />
                </span>
                <span className="text-small meta">{t.keysHint}</span>
              </div>
            )}
            <p className="row row-wrap text-small year-legend">
              {LOOKS.map((look) => (
                <span key={look} data-look={look}>
                  {t.kinds[look]}
                </span>
              ))}
              <span className="meta">
                {t.counts(
                  list.filter((day) => day.kind === "holiday").length,
                  list.filter((day) => day.kind === "make-up workday").length,
                )}
              </span>
            </p>
            <YearGrid key={year} year={year} days={shown} today={today} onPress={may ? press : undefined} />
          </div>
        </section>
      )}
      <OfficeHoursCard may={may} today={today} />
      {dialog === "paste" && (
        <PasteDialog
          year={year}
          onClose={() => setDialog(null)}
          onRead={({ days, unread }) =>
            propose(days, unread.length > 0 ? t.unread(unread.length, unread.join(" ").slice(0, 120)) : "")
          }
        />
      )}
      {dialog === "publish" && (
        <PublishDialog
          year={year}
          days={list}
          source={one?.source ?? ""}
          onClose={() => setDialog(null)}
          onDone={() => choose(year)}
        />
      )}
    </div>
  );
}
