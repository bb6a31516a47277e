import { Button, Icon, useWords } from "../../../../ui/index.ts";
import { LIMITS } from "../../contract.ts";
import { type Count, countWords, type QueueRow } from "../queries.ts";
import { listWords } from "../words.ts";
import type { BatchAct } from "./use-list.ts";

const ACTS: readonly { act: BatchAct; hotkey?: string }[] = [
  { act: "dispatch", hotkey: "a" },
  { act: "sign" },
  { act: "urge", hotkey: "r" },
];

/** How many are chosen and what can be done with how many of them. The server says so again, each with its reason, before anything changes. */
export function BatchBar({
  selected,
  total,
  onAct,
  onAll,
  onClear,
}: {
  selected: ReadonlyMap<string, QueueRow>;
  total: Count | null;
  onAct: (act: BatchAct) => void;
  onAll?: () => void;
  onClear: () => void;
}) {
  const t = useWords(listWords);
  const rows = [...selected.values()];
  const able = (act: BatchAct) => rows.filter((row) => row.may.includes(act)).length;
  const best = ACTS.reduce((most, one) => (able(one.act) > able(most.act) ? one : most), ACTS[0] as (typeof ACTS)[number]).act;
  return (
    <section className="batch-bar" aria-label={t.selected(rows.length)}>
      <div className="row row-wrap">
        <b>{t.selected(rows.length)}</b>
        {onAll && total && (total.more || total.exact > rows.length) && rows.length < LIMITS.batch && (
          <button type="button" className="link-button text-meta" onClick={onAll}>
            {t.selectFilter(countWords(total))}
          </button>
        )}
        {rows.length >= LIMITS.batch && <span className="meta text-meta">{t.selectLimit(LIMITS.batch)}</span>}
        <span className="space" />
        {ACTS.map(({ act, hotkey }) => {
          const n = able(act);
          return (
            <Button
              key={act}
              size="small"
              kind={act === best && n > 0 ? "primary" : "plain"}
              hotkey={hotkey}
              onClick={() => onAct(act)}
              shut={n === 0 ? t.batchNothing : undefined}
            >
              {t.actOn(t.acts[act], n)}
            </Button>
          );
        })}
        <Button size="small" kind="quiet" hotkey="Escape" onClick={onClear}>
          {t.dropSelection}
        </Button>
      </div>
      {able(best) > 0 && able(best) < rows.length && (
        <p className="text-meta second" style={{ marginTop: 6 }}>
          <Icon name="lock" small /> {t.acts[best]}：{t.batchRowShut(rows.length - able(best))}
        </p>
      )}
    </section>
  );
}
