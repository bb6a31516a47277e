import { useQueryClient } from "@tanstack/react-query";
import { dateTime } from "../../../../foundation/i18n/dates.ts";
import { ask, Button, Tag, useLanguage, useToast, useWords } from "../../../../ui/index.ts";
import { endOtherSessionsRoute, endSessionRoute, type OwnSession } from "../../contract.ts";
import { accountWords } from "./account-words.ts";

/** Where I am signed in; each can be ended, or all but this one. */
export function SessionsCard({ sessions }: { sessions: readonly OwnSession[] }) {
  const t = useWords(accountWords);
  const language = useLanguage();
  const client = useQueryClient();
  const toast = useToast();
  const run = async (work: () => Promise<unknown>) => {
    await work().catch(() => {});
    await client.invalidateQueries({ queryKey: ["my-sign-in"] });
    toast({ words: t.ended });
  };
  return (
    <section className="card">
      <header>
        <h2>{t.sessions}</h2>
        <span className="space" />
        {sessions.length > 1 && (
          <Button size="small" onClick={() => run(() => ask(endOtherSessionsRoute))}>
            {t.endOthers}
          </Button>
        )}
      </header>
      <div className="card-body">
        <p className="second text-meta">{t.sessionsIntro}</p>
        <ul>
          {sessions.map((one) => (
            <li className="account-line" key={one.id}>
              <b>{one.device || t.unknownDevice}</b>
              {one.here && <Tag tone="accent">{t.here}</Tag>}
              {one.factors === 2 && <span className="meta">{t.twoFactors}</span>}
              <span className="meta">
                {t.started(dateTime(one.startedAt, language))} · {t.lastAct(dateTime(one.lastActAt, language))}
              </span>
              <span className="space" />
              {!one.here && (
                <Button
                  size="small"
                  aria-label={`${t.end}：${one.device || t.unknownDevice}`}
                  onClick={() => run(() => ask(endSessionRoute, { params: { id: one.id } }))}
                >
                  {t.end}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
