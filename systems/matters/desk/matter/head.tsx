import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { fullDate, weekday } from "../../../../foundation/i18n/dates.ts";
import {
  ask,
  Button,
  DeadlineButton,
  Dropdown,
  Icon,
  Popover,
  Tag,
  useHotkeys,
  useLanguage,
  useWords,
} from "../../../../ui/index.ts";
import { matterWords, presence } from "../../contract.ts";
import type { MatterAct } from "../../rules/lifecycle.ts";
import { MatterState } from "../parts/state.tsx";
import type { MatterPage } from "../queries.ts";
import type { ListPlace } from "../queue/return-place.ts";
import { DuePanel } from "./due-panel.tsx";
import { orderActs } from "./next-acts.ts";
import { pageWords } from "./words.ts";

const HOTKEYS: Partial<Record<MatterAct, string>> = {
  answer: "r",
  "report-progress": "p",
  dispatch: "a",
  redirect: "a",
  note: "i",
  accept: "e",
  sign: "e",
  close: "e",
};

function Here({ id, writing }: { id: string; writing: boolean }) {
  const t = useWords(pageWords);
  const doing = writing ? "writing" : "reading";
  const here =
    useQuery({
      queryKey: ["presence", id, doing],
      queryFn: () => ask(presence, { params: { id }, body: { doing } }),
      refetchInterval: 30_000,
    }).data?.here ?? [];
  return (
    <span className="row here" role="status">
      {here.slice(0, 2).map((one) => (
        <span className="row" key={one.post}>
          <span className="avatar" data-quiet="yes" aria-hidden="true">
            {one.post.slice(0, 1)}
          </span>
          {one.doing === "writing" ? t.hereWriting(one.post) : t.hereReading(one.post)}
        </span>
      ))}
    </span>
  );
}

/** Stays on top: number, title, state, what may be done next, and the deadline that explains itself. What is shut stays visible with its reason. */
export function MatterHead({
  matter,
  place,
  writing,
  onAct,
  onStep,
}: {
  matter: MatterPage;
  place: ListPlace | null;
  writing: boolean;
  onAct: (act: MatterAct) => void;
  onStep: (by: number) => void;
}) {
  const t = useWords(pageWords);
  const m = useWords(matterWords);
  const language = useLanguage();
  const [due, setDue] = useState(false);
  const [menu, setMenu] = useState(false);
  const { shown, more } = orderActs(matter.state, matter.may as MatterAct[]);
  const at = place?.ids.indexOf(matter.id) ?? -1;
  const cut = matter.number.length - 6;
  useHotkeys([
    { keys: "d", words: t.keyWords.due, off: !matter.due, run: () => setDue(!due) },
    { keys: "m", words: t.keyWords.more, run: () => setMenu(true) },
    ...(["answer", "report-progress", "dispatch", "redirect", "note", "accept", "sign", "close"] as const)
      .filter((act) => matter.may.includes(act))
      .map((act) => ({ keys: HOTKEYS[act] ?? "", words: m.acts[act], run: () => onAct(act) })),
  ]);
  const items = [
    ...more.map((act) => ({ key: act, label: m.acts[act], onClick: () => onAct(act) })),
    ...(matter.shut.length > 0
      ? [
          { type: "divider" as const },
          {
            key: "shut",
            type: "group" as const,
            label: t.shutActs,
            children: matter.shut.map((one) => ({
              key: `shut-${one.act}`,
              disabled: true,
              icon: <Icon name="lock" small />,
              label: `${m.acts[one.act]}：${one.sentence}`,
            })),
          },
        ]
      : []),
    { type: "divider" as const },
    ...(["receipt", "order", "matter", "letter"] as const).map((one) => ({
      key: `print-${one}`,
      icon: <Icon name="print" small />,
      label: (
        <a
          href={`/print/${one}/${matter.id}`}
          target="_blank"
          rel="noreferrer"
        >{`${t.print}：${{ receipt: t.printReceipt, order: t.printOrder, matter: t.printMatter, letter: t.printLetter }[one]}`}</a>
      ),
    })),
  ];
  const first = matter.shut.find((one) => one.act === "close" || one.act === "answer" || one.act === "dispatch");
  return (
    <div className="matter-head">
      <div className="row text-meta meta">
        {place ? (
          <a
            href={`/desk${place.href.replace(/^\/desk/, "")}`}
            onClick={(event) => {
              event.preventDefault();
              onStep(0);
            }}
          >
            {place.name}
          </a>
        ) : (
          <Link to="/">{t.back}</Link>
        )}
        {at >= 0 && place && (
          <>
            <Icon name="chevron-right" small />
            <span>{t.position(at + 1, place.total)}</span>
            <Button
              kind="quiet"
              size="small"
              icon="arrow-up"
              hotkey="k"
              aria-label={t.previous}
              shut={at === 0 ? t.previous : undefined}
              onClick={() => onStep(-1)}
            />
            <Button
              kind="quiet"
              size="small"
              icon="arrow-down"
              hotkey="j"
              aria-label={t.next}
              shut={at === place.ids.length - 1 ? t.next : undefined}
              onClick={() => onStep(1)}
            />
          </>
        )}
        <span className="space" />
        <Here id={matter.id} writing={writing} />
      </div>
      <div className="matter-title">
        <span className="number">
          {matter.number.slice(0, cut)}
          <b>{matter.number.slice(cut)}</b>
        </span>
        <h1>{matter.title}</h1>
      </div>
      <div className="row row-wrap matter-acts">
        {matter.kind && <Tag>{[m.kinds[matter.kind], matter.category?.name].filter(Boolean).join(" › ")}</Tag>}
        <Tag>{m.doors[matter.door]}</Tag>
        {matter.urgency && matter.urgency !== "ordinary" && (
          <Tag tone={matter.urgency === "danger" ? "red" : "amber"}>{m.urgencies[matter.urgency]}</Tag>
        )}
        {matter.secrecy && (
          <Tag tone="red" icon="lock">
            {t.secrecy}
          </Tag>
        )}
        <span className="strong">
          <MatterState state={matter.state} />
        </span>
        {matter.lane?.name === "referral" && <Tag>{t.lanes.referral}</Tag>}
        {matter.outcome && <Tag tone="accent">{m.outcomes[matter.outcome]}</Tag>}
        {matter.rating && <Tag>{m.ratings[matter.rating]}</Tag>}
        {matter.waitingForResident && <Tag tone="amber">{t.waiting}</Tag>}
        <span className="act-bar">
          {shown.map((act, index) => (
            <Button key={act} kind={index === 0 ? "primary" : "plain"} hotkey={HOTKEYS[act]} onClick={() => onAct(act)}>
              {m.acts[act]}
            </Button>
          ))}
          {first && (
            <span className="wide-act">
              <Button shut={first.sentence}>
                {m.acts[first.act]} · <span className="cut shut-reason">{first.sentence}</span>
              </Button>
            </span>
          )}
          <Dropdown trigger={["click"]} open={menu} onOpenChange={setMenu} menu={{ items, autoFocus: true }} autoFocus>
            <Button hotkey="m">
              {t.more}
              <Icon name="chevron-down" small />
            </Button>
          </Dropdown>
        </span>
        <span className="space" />
        {matter.due && (
          <Popover
            trigger="click"
            placement="bottomRight"
            open={due}
            onOpenChange={setDue}
            content={<DuePanel due={matter.due} />}
          >
            <DeadlineButton
              state={matter.due.state}
              words={matter.due.words}
              date={`${fullDate(matter.due.at, language)} ${weekday(matter.due.at, language)}`}
              aria-expanded={due}
            />
          </Popover>
        )}
      </div>
    </div>
  );
}
