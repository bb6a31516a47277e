import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { dateTime } from "../../../../foundation/i18n/dates.ts";
import { ask, useLanguage, useWords } from "../../../../ui/index.ts";
import { previewNotice } from "../../contract.ts";
import type { MatterPage } from "../queries.ts";
import { blanksIn } from "./blanks.ts";
import type { Reply } from "./composer.tsx";
import { pageWords } from "./words.ts";

/** The notice as it will arrive; a blank that is still open shows as not filled. */
export function NoticePreview({ matter, reply }: { matter: MatterPage; reply: Reply }) {
  const t = useWords(pageWords);
  const [asked, setAsked] = useState(reply);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(reply), 350);
    return () => clearTimeout(timer);
  }, [reply]);
  const outward =
    asked.act !== "note" && asked.act !== "support-answer" && asked.act !== "supplement" && asked.text.trim().length > 1;
  const preview = useQuery({
    queryKey: ["notice", matter.id, asked],
    queryFn: () => ask(previewNotice, { params: { id: matter.id }, body: { act: asked.act, reply: asked.text } }),
    enabled: outward,
    placeholderData: (before) => before,
  });
  const text = outward ? (preview.data?.text ?? "") : "";
  let at = 0;
  const parts = blanksIn(text).flatMap((blank) => {
    const piece = [
      <span key={at}>{text.slice(at, blank.start)}</span>,
      <span className="blank" key={blank.start}>
        {t.unfilledShort}
      </span>,
    ];
    at = blank.end;
    return piece;
  });
  return (
    <section className="card" aria-live="polite">
      <header>
        <h2>{t.will}</h2>
        <span className="space" />
        <span className="text-small meta">
          {outward && preview.data
            ? `${preview.data.channels.map((one) => t.channels[one]).join(" + ")} · ${t.withoutInternal}`
            : ""}
        </span>
      </header>
      <div className="card-body">
        {text ? (
          <div className="letter-ground">
            <p className="letter pre">
              {parts}
              {text.slice(at)}
            </p>
          </div>
        ) : (
          <p className="meta text-meta">{t.willNone}</p>
        )}
        {preview.data?.silent && outward && <p className="text-meta second">{t.willSilent}</p>}
      </div>
    </section>
  );
}

/** What the resident was told already. */
export function ToldCard({ matter }: { matter: MatterPage }) {
  const t = useWords(pageWords);
  const language = useLanguage();
  if (matter.notices.length === 0) return null;
  return (
    <section className="card">
      <header>
        <h2>{t.notices}</h2>
      </header>
      <ul className="card-body text-meta told">
        {matter.notices.map((one) => (
          <li key={one.id}>
            <span className="meta text-small">
              {dateTime(one.at, language)} · {t.channels[one.channel]} · {t.noticeStates[one.state]}
            </span>
            <div>{one.text}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
