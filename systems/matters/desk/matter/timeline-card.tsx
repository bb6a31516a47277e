import { useState } from "react";
import { dateTime } from "../../../../foundation/i18n/dates.ts";
import { AudienceTag, Icon, type IconName, Note, Segments, useLanguage, useWords } from "../../../../ui/index.ts";
import type { MatterPage } from "../queries.ts";
import { pageWords } from "./words.ts";

type Entry = MatterPage["timeline"][number];
const AUDIENCES = ["all", "resident", "internal", "change"] as const;
type Audience = (typeof AUDIENCES)[number];
const BY_RESIDENT = ["receive", "supplement", "also-met", "rate", "withdraw"];
const icon = (entry: Entry): IconName =>
  entry.audience === "internal"
    ? "lock"
    : entry.audience === "change"
      ? "edit"
      : BY_RESIDENT.includes(entry.act)
        ? "user"
        : "eye";

function Line({ entry }: { entry: Entry }) {
  const t = useWords(pageWords);
  const language = useLanguage();
  const said = entry.audience === "resident" && BY_RESIDENT.includes(entry.act);
  return (
    <li className="event" data-audience={entry.audience}>
      <span className="event-dot">
        <Icon name={icon(entry)} small />
      </span>
      <div className="row row-wrap" style={{ gap: "2px 8px" }}>
        <b>{entry.by}</b>
        <span>{entry.title}</span>
        <time
          className="meta text-small"
          dateTime={entry.at}
          title={entry.deviceAt ? t.deviceAt(dateTime(entry.deviceAt, language)) : undefined}
        >
          {dateTime(entry.at, language)}
        </time>
        {entry.audience !== "change" && !said && entry.text && <AudienceTag audience={entry.audience} />}
      </div>
      {entry.changes.map((one) => (
        <p key={one.field} className="second">
          {one.from ? t.changed(one.label, one.from, one.to ?? "") : t.changedTo(one.label, one.to ?? "")}
        </p>
      ))}
      {entry.erased ? (
        <p className="meta">{t.erased}</p>
      ) : (
        entry.text && <Note audience={said ? "said" : entry.audience === "internal" ? "internal" : "resident"}>{entry.text}</Note>
      )}
      {entry.files.length > 0 && (
        <p className="row row-wrap text-small">
          {entry.files.map((file) => (
            <a key={file.id} href={`/api/files/${file.id}`} target="_blank" rel="noreferrer">
              {file.name}
            </a>
          ))}
        </p>
      )}
    </li>
  );
}

/** What happened, newest first; what the resident sees and what only staff see never look alike. */
export function TimelineCard({ matter }: { matter: MatterPage }) {
  const t = useWords(pageWords);
  const [audience, setAudience] = useState<Audience>("all");
  const all = [...matter.timeline].sort((a, b) => b.at.localeCompare(a.at));
  const of = (one: Audience) => (one === "all" ? all : all.filter((entry) => entry.audience === one));
  return (
    <section className="card">
      <header>
        <h2>{t.timeline}</h2>
        <span className="space" />
        <Segments
          label={t.timeline}
          value={audience}
          onChange={setAudience}
          options={AUDIENCES.map((value) => ({ value, words: `${t.audiences[value]} ${of(value).length}` }))}
        />
      </header>
      <ol className="card-body timeline">
        {of(audience).map((entry) => (
          <Line key={entry.id} entry={entry} />
        ))}
      </ol>
    </section>
  );
}
