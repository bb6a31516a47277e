import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { dateTime } from "../../../foundation/i18n/dates.ts";
import { matterWords, today } from "../../../systems/matters/contract.ts";
import { noticesRoute, seeNoticesRoute } from "../../../systems/supervision/contract.ts";
import { ask, Button, Deadline, Icon, Popover, useLanguage, useWords } from "../../../ui/index.ts";
import { deskWords } from "../words.ts";

/** What changed since my unit last looked. Opening a matter takes it off; nothing here is only a passing message. */
export function Notices() {
  const t = useWords(deskWords);
  const m = useWords(matterWords);
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const data = useQuery({ queryKey: ["matters", "today"], queryFn: () => ask(today), refetchInterval: 60_000 }).data;
  const seen = new Set<string>();
  const rows = (data?.groups ?? [])
    .flatMap((group) => group.rows)
    .filter((row) => row.fresh && !seen.has(row.id) && seen.add(row.id));
  const client = useQueryClient();
  const told = useQuery({ queryKey: ["supervision", "notices"], queryFn: () => ask(noticesRoute), refetchInterval: 60_000 }).data;
  const digest = told?.digest && !told.digest.seen ? told.digest : null;
  const notices = [
    ...(told?.notices ?? []),
    ...(digest ? [...digest.overdue, ...digest.today, ...digest.soon].map((one) => ({ ...one, id: `digest-${one.id}` })) : []),
  ];
  const putAway = async () => {
    await ask(seeNoticesRoute, { body: { ids: (told?.notices ?? []).map((one) => one.id), digest: digest !== null } });
    await client.invalidateQueries({ queryKey: ["supervision", "notices"] });
  };
  const waiting = rows.length + notices.length;
  const content = (
    <div className="notice-list">
      {notices.length > 0 && (
        <>
          <h2>{digest ? t.digestTitle : t.noticesTitle}</h2>
          <ul>
            {notices.slice(0, 50).map((one) => (
              <li key={one.id}>
                <Link to={one.url} onClick={() => setOpen(false)}>
                  {one.words}
                </Link>
              </li>
            ))}
          </ul>
          <Button size="small" onClick={putAway}>
            {t.noticesSeen}
          </Button>
        </>
      )}
      <h2>{t.noticesTitle}</h2>
      {rows.length === 0 && <p className="meta text-meta">{t.noticesNone}</p>}
      <ul>
        {rows.slice(0, 30).map((row) => (
          <li key={row.id}>
            <Link to="/matters/$id" params={{ id: row.id }} onClick={() => setOpen(false)}>
              {row.title}
            </Link>
            <div className="row row-wrap text-small meta">
              <span>{m.states[row.state]}</span>
              <span>{dateTime(row.receivedAt, language)}</span>
              {row.due && <Deadline state={row.due.state} words={row.due.words} />}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" open={open} onOpenChange={setOpen} content={content}>
      <button type="button" className="bell" aria-label={t.notices(waiting)} aria-expanded={open}>
        <Icon name="bell" />
        {waiting > 0 && <b aria-hidden="true">{waiting > 99 ? "99+" : waiting}</b>}
      </button>
    </Popover>
  );
}
