import { Field, Input, Segments, Select, useLanguage, useWords } from "../../../../../ui/index.ts";
import { matterWords } from "../../../contract.ts";
import type { MatterPage } from "../../queries.ts";
import { pageWords } from "../words.ts";
import type { FormValues } from "./form-values.ts";

interface Props {
  readonly name: "timeClock" | "timeWhat" | "timeGround" | "timeBy";
  readonly matter: MatterPage;
  readonly values: FormValues;
  readonly error: string | undefined;
  readonly change: (part: FormValues) => void;
}

/** Which clock, stand still or longer, on which ground, by how much: only what the clock's own term allows. */
export function TimeField({ name, matter, values, error, change }: Props) {
  const t = useWords(pageWords);
  const m = useWords(matterWords);
  const english = useLanguage() === "en";
  const f = t.fields;
  const id = `act-${name}`;
  const clocks = matter.clocks.filter((one) => one.mayAsk && one.state === "running");
  const clock = clocks.find((one) => one.clock === values.timeClock);
  if (name === "timeClock")
    return (
      <Field id={id} label={f.timeClock} error={error}>
        <Select
          value={values.timeClock}
          onChange={(timeClock: FormValues["timeClock"]) => change({ timeClock, timeGround: undefined })}
          options={clocks.map((one) => ({ value: one.clock, label: `${m.clocks[one.clock]} · ${one.words}` }))}
        />
      </Field>
    );
  if (name === "timeWhat")
    return (
      <div className="field" id={id} tabIndex={-1}>
        <span className="field-label">{f.timeWhat}</span>
        <Segments
          label={f.timeWhat}
          value={values.timeWhat ?? ("" as "pause")}
          options={(["pause", "extend"] as const).map((value) => ({ value, words: t.timeWhats[value] }))}
          onChange={(timeWhat) => change({ timeWhat })}
        />
        {error && <span className="field-error">{error}</span>}
      </div>
    );
  if (name === "timeGround" && values.timeWhat === "pause") {
    const grounds = clock?.grounds ?? [];
    return (
      <Field
        id={id}
        label={f.timeGround}
        error={error}
        hint={clock && grounds.length === 0 ? t.mayNotStand : grounds.find((one) => one.ground === values.timeGround)?.basis}
      >
        <Select
          value={values.timeGround}
          disabled={grounds.length === 0}
          onChange={(timeGround: string) => change({ timeGround })}
          options={grounds.map((one) => ({ value: one.ground, label: one.name }))}
        />
      </Field>
    );
  }
  if (name === "timeBy" && values.timeWhat === "extend") {
    const extension = clock?.extension;
    const approver = extension ? (english ? extension.englishApprover || extension.approver : extension.approver) : "";
    const hint = !clock
      ? undefined
      : !extension
        ? t.mayNotBeLonger
        : extension.most === null
          ? t.approvedBy(approver)
          : t.atMost(extension.most, clock.unitWords, approver);
    return (
      <Field id={id} label={f.timeBy} error={error} hint={hint}>
        <Input
          type="number"
          min={1}
          max={extension?.most ?? undefined}
          disabled={clock !== undefined && !extension}
          value={values.timeBy}
          onChange={(event) => change({ timeBy: Number(event.target.value) || undefined })}
          suffix={clock?.unitWords}
        />
      </Field>
    );
  }
  return null;
}
