import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { dateTime, shortDate } from "../../../../foundation/i18n/dates.ts";
import { Button, Deadline, Failure, Icon, Kbd, useLanguage, useWords } from "../../../../ui/index.ts";
import { matterWords } from "../../contract.ts";
import { evidenceOf } from "../parts/evidence.ts";
import { MarkedText } from "../parts/marked-text.tsx";
import { MatterState } from "../parts/state.tsx";
import { WaitingStrip } from "../parts/waiting-strip.tsx";
import { useMatter } from "../queries.ts";
import { listWords } from "../words.ts";

/** The matter under the cursor, beside the list: enough to decide without opening it. */
export function Preview({
  id,
  position,
  onOpen,
  onMove,
}: {
  id: string | null;
  position: string;
  onOpen: (search?: Record<string, string>) => void;
  onMove: (by: number) => void;
}) {
  const t = useWords(listWords);
  const m = useWords(matterWords);
  const language = useLanguage();
  const [settled, setSettled] = useState(id);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(id), 160);
    return () => clearTimeout(timer);
  }, [id]);
  const { data: matter, error } = useMatter(settled);
  if (!id)
    return (
      <aside className="preview meta" aria-label={t.preview}>
        {t.previewNone}
      </aside>
    );
  if (error)
    return (
      <aside className="preview" aria-label={t.preview}>
        <Failure reason={error} />
      </aside>
    );
  if (!matter) return <aside className="preview" aria-label={t.preview} aria-busy="true" />;
  const lead = matter.assignments.find((one) => one.role === "lead");
  const supports = matter.assignments.filter((one) => one.role === "support");
  const cut = matter.number.length - 6;
  return (
    <aside className="preview" aria-label={t.preview}>
      <div className="row">
        <span className="number">
          {matter.number.slice(0, cut)}
          <b>{matter.number.slice(cut)}</b>
        </span>
        <span className="space" />
        <span className="text-small meta">{position}</span>
        <Button kind="quiet" size="small" icon="arrow-up" aria-label={t.up} onClick={() => onMove(-1)} />
        <Button kind="quiet" size="small" icon="arrow-down" aria-label={t.down} onClick={() => onMove(1)} />
      </div>
      <section className="card">
        <div className="card-body">
          <div className="row row-wrap">
            <MatterState state={matter.state} />
            {matter.due && (
              <Deadline state={matter.due.state} words={matter.due.words} date={shortDate(matter.due.at, language)} />
            )}
          </div>
          <h2 className="preview-title">{matter.title}</h2>
          <p className="preview-say">
            <MarkedText text={matter.text} spans={evidenceOf(matter.proposals)} />
          </p>
          <hr className="divide" />
          <dl className="facts">
            <dt>{t.place}</dt>
            <dd>
              {matter.place.ref ? matter.place.ref.path.join(" ") || matter.place.ref.name : (matter.place.words ?? t.noUnit)}
            </dd>
            <dt>{t.from_}</dt>
            <dd>
              {matter.reporters[0] ? `${t.resident(matter.reporters[0].handle)} · ` : ""}
              {m.doors[matter.door]} · {shortDate(matter.receivedAt, language)}
            </dd>
            <dt>{t.lead}</dt>
            <dd>{lead?.unit.name ?? t.noUnit}</dd>
            {supports.map((one) => (
              <div key={one.unit.id} style={{ display: "contents" }}>
                <dt>{t.support}</dt>
                <dd>
                  {one.unit.name} <span className="meta">{t.supportStates[one.state]}</span>
                </dd>
              </div>
            ))}
          </dl>
        </div>
      </section>
      <WaitingStrip matter={matter} onRuling={(act) => onOpen({ do: act })} />
      {(matter.proposals?.similar.length ?? 0) > 0 && (
        <section className="card">
          <header>
            <h2>
              <Icon name="similar" /> {t.sameMatter}
            </h2>
          </header>
          <ul className="card-body text-meta">
            {matter.proposals?.similar.slice(0, 4).map((one) => (
              <li key={one.id} className="row" style={{ minHeight: 30 }}>
                <span className="number">{one.number.slice(-6)}</span>
                <Link to="/matters/$id" params={{ id: one.id }} className="cut">
                  {one.title}
                </Link>
                <span className="space" />
                <span className="text-small meta nowrap">{m.states[one.state]}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="card">
        <header>
          <h2>{t.recent}</h2>
        </header>
        <ul className="card-body text-meta second">
          {[...matter.timeline]
            .sort((a, b) => b.at.localeCompare(a.at))
            .slice(0, 4)
            .map((one) => (
              <li key={one.id}>
                <span className="meta">{dateTime(one.at, language)}</span> {one.title}
              </li>
            ))}
        </ul>
      </section>
      <div className="row preview-foot">
        <Button kind="primary" style={{ flex: 1 }} onClick={() => onOpen()}>
          {t.open}
          <Kbd keys="Enter" />
        </Button>
        <Button style={{ flex: 1 }} hotkey="e" onClick={() => onOpen({ do: "next" })}>
          {t.keys.act}
        </Button>
      </div>
    </aside>
  );
}
