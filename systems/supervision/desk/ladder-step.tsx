import { Button, Input, InputNumber, Select, useWords } from "../../../ui/index.ts";
import { type Settings, TOLD } from "../contract.ts";
import { supervisionWords } from "./words.ts";

type Step = Settings["steps"][number];
type MomentName = "share" | "lastWorkingDay" | "workingDaysOverdue";
const FIRST: Record<MomentName, Step["moment"]> = {
  share: { share: 0.5 },
  lastWorkingDay: { lastWorkingDay: true },
  workingDaysOverdue: { workingDaysOverdue: 1 },
};

/** A step later than all others, with a code of its own. */
export function newStep(steps: readonly Step[], name: string): Step {
  const taken = new Set(steps.map((step) => step.code));
  let count = steps.length + 1;
  while (taken.has(`step-${count}`)) count += 1;
  const overdue = steps.map(({ moment }) => ("workingDaysOverdue" in moment ? moment.workingDaysOverdue : -1));
  const moment = { workingDaysOverdue: Math.min(60, Math.max(...overdue) + 1) };
  return { code: `step-${count}`, name, englishName: "", moment, tells: ["holder"] };
}

/** One step of the ladder: name, moment, who is told. */
export function LadderStep({
  step: one,
  place,
  onChange,
  onRemove,
}: {
  step: Step;
  place: number;
  onChange: (part: Partial<Step>) => void;
  onRemove?: () => void;
}) {
  const t = useWords(supervisionWords);
  const moment = Object.keys(one.moment)[0] as MomentName;
  return (
    <li className="row row-wrap">
      <Input
        aria-label={`${t.steps} ${place}`}
        style={{ width: "12rem" }}
        value={one.name}
        maxLength={30}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <Select
        aria-label={`${one.name} ${t.when}`}
        style={{ width: "11rem" }}
        value={moment}
        options={(Object.keys(FIRST) as MomentName[]).map((value) => ({ value, label: t.moments[value] }))}
        onChange={(next: MomentName) => onChange({ moment: FIRST[next] })}
      />
      {"share" in one.moment && (
        <InputNumber
          aria-label={`${one.name} ${t.share}`}
          suffix={t.share}
          style={{ width: "12rem" }}
          min={1}
          max={99}
          value={Math.round(one.moment.share * 100)}
          onChange={(next) => onChange({ moment: { share: (next ?? 50) / 100 } })}
        />
      )}
      {"lastWorkingDay" in one.moment && <span>{t.lastDay}</span>}
      {"workingDaysOverdue" in one.moment && (
        <InputNumber
          aria-label={`${one.name} ${t.overdueBy}`}
          suffix={t.overdueBy}
          style={{ width: "14rem" }}
          min={0}
          max={60}
          value={one.moment.workingDaysOverdue}
          onChange={(next) => onChange({ moment: { workingDaysOverdue: next ?? 0 } })}
        />
      )}
      {TOLD.map((who) => (
        <label key={who} className="row">
          <input
            type="checkbox"
            checked={one.tells.includes(who)}
            onChange={(event) =>
              onChange({ tells: event.target.checked ? [...one.tells, who] : one.tells.filter((other) => other !== who) })
            }
          />
          {t.tells[who]}
        </label>
      ))}
      {onRemove && (
        <Button kind="quiet" aria-label={t.removeStep(one.name)} onClick={onRemove}>
          ✕
        </Button>
      )}
    </li>
  );
}
