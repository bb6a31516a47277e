import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { shortDate } from "../../../../foundation/i18n/dates.ts";
import { Deadline, Icon, StateMark, useLanguage, useWords } from "../../../../ui/index.ts";
import { MatterState } from "../parts/state.tsx";
import type { MatterPage } from "../queries.ts";
import { pageWords } from "./words.ts";

/** 这里以前: earlier matters at this place. */
export function BeforeCard({ matter }: { matter: MatterPage }) {
  const t = useWords(pageWords);
  const language = useLanguage();
  return (
    <section className="card">
      <header>
        <h2>{t.before}</h2>
      </header>
      <div className="card-body text-meta">
        {matter.before.length === 0 && <p className="meta">{t.beforeNone}</p>}
        <ul>
          {matter.before.map((one) => (
            <li key={one.id} className="row side-line">
              <Link to="/matters/$id" params={{ id: one.id }} className="cut">
                {one.title}
              </Link>
              <span className="space" />
              <MatterState state={one.state} />
              {one.closedAt && <span className="meta text-small nowrap">{shortDate(one.closedAt, language)}</span>}
            </li>
          ))}
        </ul>
        {matter.before.length > 1 && <p className="meta text-small">{t.beforeMany(matter.before.length + 1)}</p>}
      </div>
    </section>
  );
}

const Lines = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <h3 className="meta">{name}</h3>
    <ul>{children}</ul>
  </>
);

/** Parent, children, merged ones, and those that may be the same. */
export function RelatedCard({
  matter,
  onMerge,
}: {
  matter: MatterPage;
  onMerge: (into: { id: string; number: string; title: string }) => void;
}) {
  const t = useWords(pageWords);
  const similar = matter.proposals?.similar ?? [];
  const canMerge = matter.may.includes("merge");
  if (!matter.parent && matter.children.length + matter.merged.length + similar.length === 0) return null;
  const line = (one: { id: string; number: string; title: string }, after?: ReactNode) => (
    <li key={one.id} className="row side-line">
      <span className="number">{one.number.slice(-6)}</span>
      <Link to="/matters/$id" params={{ id: one.id }} className="cut">
        {one.title}
      </Link>
      <span className="space" />
      {after}
    </li>
  );
  return (
    <section className="card" id="similar">
      <header>
        <h2>
          <Icon name="similar" /> {t.related}
        </h2>
      </header>
      <div className="card-body text-meta">
        {matter.parent && <Lines name={t.parent}>{line(matter.parent)}</Lines>}
        {matter.children.length > 0 && (
          <Lines name={t.children}>{matter.children.map((one) => line(one, <MatterState state={one.state} />))}</Lines>
        )}
        {matter.merged.length > 0 && <Lines name={t.mergedHere}>{matter.merged.map((one) => line(one))}</Lines>}
        {similar.length > 0 && (
          <Lines name={t.same}>
            {similar.map((one) => (
              <li key={one.id} className="similar-line">
                <div className="row">
                  <span className="number">{one.number.slice(-6)}</span>
                  <Link to="/matters/$id" params={{ id: one.id }} className="cut">
                    {one.title}
                  </Link>
                  <span className="space" />
                  <MatterState state={one.state} />
                  {canMerge && (
                    <button
                      type="button"
                      className="link-button nowrap"
                      onClick={() => onMerge(one)}
                      aria-label={`${t.mergeYes} ${one.number}`}
                    >
                      {t.mergeYes}
                    </button>
                  )}
                </div>
                <p className="meta text-small">{one.reason}</p>
              </li>
            ))}
          </Lines>
        )}
      </div>
    </section>
  );
}

const ASSIGNMENT = {
  sent: { icon: "inbox", tone: "wait" },
  signed: { icon: "half-disc", tone: "doing" },
  answered: { icon: "ticked-ring", tone: "done" },
  "handed-back": { icon: "undo", tone: "off" },
} as const;

/** Lead and supporting units, and how far each is. */
export function UnitsCard({ matter, onUrge }: { matter: MatterPage; onUrge: (() => void) | null }) {
  const t = useWords(pageWords);
  const language = useLanguage();
  const shut = matter.shut.find((one) => one.act === "close");
  return (
    <section className="card">
      <header>
        <h2>{t.units}</h2>
        <span className="space" />
        {onUrge && (
          <button type="button" className="link-button text-meta" onClick={onUrge}>
            <Icon name="bell" small /> {t.urge}
          </button>
        )}
      </header>
      <div className="card-body">
        {matter.assignments.length === 0 && <p className="meta text-meta">{t.noUnits}</p>}
        <ul>
          {matter.assignments.map((one) => (
            <li key={one.unit.id + one.role} className="unit-line text-meta">
              <span className="unit-role" data-role={one.role}>
                {t.roleNames[one.role]}
              </span>
              <div>
                <div className={one.role === "lead" ? "strong" : ""}>{one.unit.name}</div>
                <div className="text-small meta">
                  {[one.unit.phone, one.post?.name, t.since(shortDate(one.since, language)), one.note]
                    .filter(Boolean)
                    .join(" · ")}
                </div>
                {one.arrived && (
                  <div className="text-small">
                    <Icon name={one.arrived.inTime === false ? "diamond" : "ticked-ring"} small /> {one.arrived.words}
                  </div>
                )}
              </div>
              {one.due && one.state !== "answered" && !one.arrived && one.due.state !== "running" ? (
                <Deadline state={one.due.state} words={one.due.words} />
              ) : (
                <StateMark icon={ASSIGNMENT[one.state].icon} tone={ASSIGNMENT[one.state].tone}>
                  {t.assignmentStates[one.state]}
                </StateMark>
              )}
            </li>
          ))}
        </ul>
        {shut && (
          <p className="text-small shut-line">
            <Icon name="lock" small /> {shut.sentence}
          </p>
        )}
      </div>
    </section>
  );
}
