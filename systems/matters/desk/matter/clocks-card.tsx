import { useState } from "react";
import { fullDate } from "../../../../foundation/i18n/dates.ts";
import { Deadline, type DeadlineState, Icon, Tag, useLanguage, useWords } from "../../../../ui/index.ts";
import { matterWords } from "../../contract.ts";
import { waitingWords } from "../parts/waiting-words.ts";
import type { MatterPage } from "../queries.ts";
import { DuePanel } from "./due-panel.tsx";

type Clock = MatterPage["clocks"][number];

const standing = (clock: Clock): DeadlineState =>
  clock.state === "running" ? (clock.overdue ? "overdue" : "running") : clock.state;

function Line({ clock, resident }: { clock: Clock; resident: boolean }) {
  const t = useWords(waitingWords);
  const m = useWords(matterWords);
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const name = m.clocks[clock.clock];
  const state = standing(clock);
  return (
    <li className="clock-line text-meta">
      <div className="row row-wrap">
        <span className="strong">{name}</span>
        <span className="meta">{clock.unit ?? t.ofTheMatter}</span>
        {resident && <Tag tone="accent">{t.resident}</Tag>}
        {clock.provisional && <Tag tone="amber">{t.provisional}</Tag>}
      </div>
      <div className="row row-wrap">
        <Deadline state={state} words={clock.words} date={fullDate(clock.at, language)} />
        <span className="space" />
        <button
          type="button"
          className="link-button"
          aria-expanded={open}
          aria-label={t.explain(name)}
          onClick={() => setOpen(!open)}
        >
          {t.explainShort}
          <Icon name={open ? "chevron-down" : "chevron-right"} small />
        </button>
      </div>
      {open && <DuePanel due={{ ...clock, state }} />}
    </li>
  );
}

/** Every clock that counts, several at once: whose it is, how it stands, and how its date came about. */
export function ClocksCard({ matter }: { matter: MatterPage }) {
  const t = useWords(waitingWords);
  const counting = matter.clocks.filter((one) => one.state === "running" || one.state === "paused");
  if (counting.length === 0) return null;
  const residents = (clock: Clock) => clock.clock === "answer";
  return (
    <section className="card" id="clocks">
      <header>
        <h2>
          <Icon name="clock" /> {t.clocks}
        </h2>
      </header>
      <ul className="card-body clock-lines">
        {[...counting]
          .sort((a, b) => a.at.localeCompare(b.at))
          .map((clock) => (
            <Line key={clock.id} clock={clock} resident={residents(clock)} />
          ))}
      </ul>
    </section>
  );
}
