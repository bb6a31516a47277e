import { Link, useLocation } from "@tanstack/react-router";
import { useWaitingApprovals } from "../../../systems/approvals/screens.ts";
import { matterWords, type QUEUES } from "../../../systems/matters/contract.ts";
import { countWords, useQueueCounts, useViews } from "../../../systems/matters/screens.ts";
import type { Me } from "../../../systems/teams/contract.ts";
import { Icon, type IconName, useWords } from "../../../ui/index.ts";
import { SCREENS, type Screen } from "../routes.tsx";
import { readSearch } from "../search-params.ts";
import { deskWords } from "../words.ts";

type Queue = (typeof QUEUES)[number];
export const QUEUE_ICONS: readonly { queue: Queue; icon: IconName; tone?: "soon" | "over" }[] = [
  { queue: "today", icon: "home" },
  { queue: "received", icon: "dashed-ring" },
  { queue: "to-dispatch", icon: "plane" },
  { queue: "to-sign", icon: "inbox" },
  { queue: "handling", icon: "half-disc" },
  { queue: "soon", icon: "triangle", tone: "soon" },
  { queue: "overdue", icon: "diamond", tone: "over" },
  { queue: "objected", icon: "undo" },
  { queue: "to-verify", icon: "eye" },
  { queue: "shelved", icon: "pause-ring" },
  { queue: "all", icon: "document" },
];

/** Queues with their counts. 今日 is a list of its own; every other is the queue page with one filter. */
export function QueueLinks({ narrow = false }: { narrow?: boolean }) {
  const m = useWords(matterWords);
  const counts = useQueueCounts().data?.counts;
  const here = useLocation({
    select: (location) => ({ path: location.pathname, queue: (location.search as Record<string, unknown>).queue }),
  });
  return (
    <ul>
      {QUEUE_ICONS.map(({ queue, icon, tone }) => {
        const isToday = queue === "today";
        const on = isToday ? here.path === "/" : here.path === "/matters" && here.queue === queue;
        const count = counts?.[queue];
        const tinted = tone && (count?.exact ?? 0) > 0 ? tone : undefined;
        return (
          <li key={queue}>
            <Link
              to={isToday ? "/" : "/matters"}
              search={isToday ? {} : { queue }}
              className="rail-link"
              data-on={on ? "yes" : "no"}
              data-tone={tinted}
              aria-current={on ? "page" : undefined}
              title={narrow ? m.queues[queue] : undefined}
            >
              <Icon name={icon} />
              <span className={narrow ? "hidden-words" : "cut"}>{m.queues[queue]}</span>
              <b>{countWords(count)}</b>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

/** What waits for the reader at a place of the rail; nothing where nothing does. */
export function WaitingThere({ of, me }: { of: Screen; me: Me }) {
  const waiting = useWaitingApprovals(me.rights);
  return of.rail?.counts === "approvals" && waiting ? <b>{waiting}</b> : null;
}

export function Rail({ me, narrow, onTellUs }: { me: Me; narrow: boolean; onTellUs: () => void }) {
  const t = useWords(deskWords);
  const views = useViews().data?.views ?? [];
  const path = useLocation({ select: (location) => location.pathname });
  const work = SCREENS.filter((one) => one.rail && (!one.rail.right || me.rights.includes(one.rail.right)));
  return (
    <nav className="rail" aria-label={t.mainMenu} data-narrow={narrow ? "yes" : "no"}>
      <QueueLinks narrow={narrow} />
      {!narrow && views.length > 0 && (
        <>
          <h2 className="rail-title">{t.views}</h2>
          <ul>
            {views.map((view) => (
              <li key={view.id}>
                <Link to="/matters" search={readSearch(view.url.replace(/^[^?]*\?/, ""))} className="rail-link">
                  <Icon name="bookmark" />
                  <span className="cut">{view.name}</span>
                  <b>{countWords(view.count)}</b>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {work.length > 0 && (
        <>
          <h2 className={narrow ? "hidden-words" : "rail-title"}>{t.workTitle}</h2>
          <ul>
            {work.map((one) => (
              <li key={one.path}>
                <Link
                  to={one.path}
                  className="rail-link"
                  data-on={path.startsWith(one.path) ? "yes" : "no"}
                  aria-current={path.startsWith(one.path) ? "page" : undefined}
                  title={narrow && one.rail ? t.work[one.rail.words] : undefined}
                >
                  {one.rail && <Icon name={one.rail.icon} />}
                  <span className={narrow ? "hidden-words" : "cut"}>{one.rail && t.work[one.rail.words]}</span>
                  <WaitingThere of={one} me={me} />
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <span className="space" />
      <button type="button" className="rail-link rail-tell" onClick={onTellUs} title={narrow ? t.tellUs : undefined}>
        <Icon name="talk" />
        <span className={narrow ? "hidden-words" : "cut"}>{t.tellUs}</span>
      </button>
    </nav>
  );
}
