import { lazy, Suspense, useState } from "react";
import { dateTime } from "../../../../foundation/i18n/dates.ts";
import { Icon, Tag, useLanguage, useWords } from "../../../../ui/index.ts";
import { matterWords } from "../../contract.ts";
import { evidenceOf } from "../parts/evidence.ts";
import { MarkedText } from "../parts/marked-text.tsx";
import { type MatterPage, useRight } from "../queries.ts";
import { pageWords } from "./words.ts";

/** Comes when a name is asked for. */
const IdentityDialog = lazy(() => import("./identity-dialog.tsx").then((one) => ({ default: one.IdentityDialog })));

const LONG = 700;

/** What was said, in the resident's words; who said it stands by handle only. */
export function SaidCard({ matter }: { matter: MatterPage }) {
  const t = useWords(pageWords);
  const m = useWords(matterWords);
  const language = useLanguage();
  const mayOpen = useRight("matters.handle");
  const [reporter, setReporter] = useState<MatterPage["reporters"][number] | null>(null);
  return (
    <section className="card">
      <header>
        <h2>{t.said}</h2>
        <span className="space" />
        <span className="text-small meta">{dateTime(matter.receivedAt, language)}</span>
      </header>
      <div className="card-body">
        <div
          className="said pre"
          {...(matter.text.length > LONG
            ? { tabIndex: 0, role: "region", "aria-label": t.said, style: { maxHeight: "24em", overflow: "auto" } }
            : {})}
        >
          <MarkedText text={matter.text} spans={evidenceOf(matter.proposals)} />
        </div>
        {matter.occurredAt && <p className="text-small meta">{t.occurred(dateTime(matter.occurredAt, language))}</p>}
        {matter.files.length > 0 && (
          <ul className="row row-wrap file-list" aria-label={t.files}>
            {matter.files.map((file) => (
              <li key={file.id}>
                <a href={`/api/files/${file.id}`} target="_blank" rel="noreferrer" className="file-tile">
                  {file.kind.startsWith("image/") ? (
                    <img src={`/api/files/${file.id}`} alt={file.name} loading="lazy" />
                  ) : (
                    <Icon name="document" />
                  )}
                  <span className="cut">{file.name}</span>
                </a>
              </li>
            ))}
          </ul>
        )}
        <dl className="facts" style={{ marginTop: 10 }}>
          {matter.complainedAbout && (
            <>
              <dt>{t.complainedAbout}</dt>
              <dd>
                {[matter.complainedAbout.unit?.name, matter.complainedAbout.post, matter.complainedAbout.words]
                  .filter(Boolean)
                  .join(" · ")}
              </dd>
            </>
          )}
          {matter.external && (
            <>
              <dt>{m.doors.api}</dt>
              <dd>
                {t.external(matter.external.platform, matter.external.number)}
                {matter.external.dueAt && ` · ${t.externalDue(dateTime(matter.external.dueAt, language))}`}
              </dd>
            </>
          )}
        </dl>
        {matter.enteredFor && (
          <p className="text-meta second">{t.enteredFor(matter.enteredFor.relation, matter.enteredFor.consent)}</p>
        )}
        <ul>
          {matter.reporters.map((one) => (
            <li key={one.id} className="row reporter text-meta">
              <span className="avatar" data-quiet="yes" aria-hidden="true">
                {one.handle.slice(0, 2)}
              </span>
              <span>
                {t.resident(one.handle)}{" "}
                <span className="meta">
                  · {t.roles[one.role]} · {m.doors[one.door]}
                </span>
              </span>
              {one.wantsSecrecy && (
                <Tag tone="red" icon="lock">
                  {t.secrecy}
                </Tag>
              )}
              {one.quiet && <Tag>{t.quiet}</Tag>}
              <span className="space" />
              {mayOpen && (
                <button type="button" className="link-button text-small nowrap" onClick={() => setReporter(one)}>
                  <Icon name="lock" small /> {t.identity}
                </button>
              )}
            </li>
          ))}
        </ul>
      </div>
      {reporter && (
        <Suspense fallback={null}>
          <IdentityDialog matterId={matter.id} reporter={reporter} onClose={() => setReporter(null)} />
        </Suspense>
      )}
    </section>
  );
}
