import type { ReactNode } from "react";
import { Field, Input, Segments, Select, useLanguage, useWords } from "../../../../../ui/index.ts";
import { matterWords } from "../../../contract.ts";
import { KINDS, RATINGS, URGENCIES } from "../../../rules/lifecycle.ts";
import { PlacePicker } from "../../parts/place-picker.tsx";
import { UnitPicker, UnitsPicker } from "../../parts/unit-picker.tsx";
import { type MatterPage, useReference } from "../../queries.ts";
import { knownOf } from "../known.ts";
import { ReplyArea, Templates } from "../reply-area.tsx";
import { pageWords } from "../words.ts";
import { AmendField } from "./amend-field.tsx";
import { AssignField } from "./assign-field.tsx";
import type { FieldName, FormAct, FormValues } from "./form-values.ts";
import { MatterPicker } from "./matter-picker.tsx";
import { TimeField } from "./time-field.tsx";

interface Props {
  readonly act: FormAct;
  readonly name: FieldName;
  readonly matter: MatterPage;
  readonly values: FormValues;
  readonly errors: Readonly<Record<string, string>>;
  readonly change: (part: FormValues) => void;
}

/** One field of an act's form. */
export function ActField({ act, name, matter, values, errors, change }: Props): ReactNode {
  const t = useWords(pageWords);
  const m = useWords(matterWords);
  const language = useLanguage();
  const reference = useReference().data;
  const f = t.fields;
  const id = `act-${name}`;
  const error = errors[id];
  const chosen = <V extends string>(
    label: string,
    value: V | undefined,
    options: readonly V[],
    words: Record<V, string>,
    take: (value: V) => void,
  ) => (
    <div className="field" id={id} tabIndex={-1}>
      <span className="field-label">{label}</span>
      <Segments
        label={label}
        value={value ?? ("" as V)}
        options={options.map((one) => ({ value: one, words: words[one] }))}
        onChange={take}
      />
      {error && <span className="field-error">{error}</span>}
    </div>
  );
  const area = (label: string, value: string | undefined, take: (text: string) => void, optional = false) => (
    <Field id={id} label={label} error={error} optional={optional}>
      <Input.TextArea rows={3} value={value} onChange={(event) => take(event.target.value)} maxLength={optional ? 500 : 8000} />
    </Field>
  );
  switch (name) {
    case "kind":
      return chosen(f.kind, values.kind, KINDS, m.kinds, (kind) => change({ kind }));
    case "urgency":
      return chosen(f.urgency, values.urgency, URGENCIES, m.urgencies, (urgency) => change({ urgency }));
    case "rating":
      return chosen(f.rating, values.rating, RATINGS, m.ratings, (rating) => change({ rating }));
    case "lane":
      return chosen(f.lane, values.lane ?? "service", ["service", "referral"] as const, t.lanes, (lane) => change({ lane }));
    case "door":
      return chosen(
        f.door,
        values.door ?? "counter",
        ["counter", "hotline", "field", "reception", "deputies"] as const,
        m.doors,
        (door) => change({ door }),
      );
    case "categoryCode":
      return (
        <Field id={id} label={f.categoryCode} error={error}>
          <Select
            showSearch={{ optionFilterProp: "label" }}
            value={values.categoryCode}
            onChange={(categoryCode: string) => change({ categoryCode })}
            options={(reference?.categories ?? [])
              .filter((one) => !values.kind || one.kinds.length === 0 || one.kinds.includes(values.kind))
              .map((one) => ({ value: one.code, label: one.name }))}
          />
        </Field>
      );
    case "place":
      return (
        <>
          <Field id={id} label={f.place} error={error}>
            <PlacePicker
              value={values.placeId}
              known={values.placeId && values.placeName ? { id: values.placeId, words: values.placeName } : undefined}
              onChange={(placeId, placeName) => change({ placeId, placeName })}
            />
          </Field>
          <Field label={f.placeWords} optional>
            <Input maxLength={200} value={values.placeWords} onChange={(event) => change({ placeWords: event.target.value })} />
          </Field>
        </>
      );
    case "title":
      return (
        <Field id={id} label={f.title} error={error} optional>
          <Input maxLength={120} value={values.title} onChange={(event) => change({ title: event.target.value })} />
        </Field>
      );
    case "ground": {
      const ground = reference?.declineGrounds.find((one) => one.code === values.ground);
      return (
        <Field
          id={id}
          label={f.ground}
          error={error}
          hint={ground ? `${t.right(ground.right)} ${t.basis(ground.basis)}` : undefined}
        >
          <Select
            value={values.ground}
            onChange={(code: string) => change({ ground: code })}
            options={(reference?.declineGrounds ?? []).map((one) => ({ value: one.code, label: one.name }))}
          />
        </Field>
      );
    }
    case "handBackGround":
      return (
        <Field id={id} label={f.handBackGround} error={error} optional>
          <Select
            allowClear
            value={values.handBackGround}
            onChange={(handBackGround: string) => change({ handBackGround })}
            options={(reference?.handBackReasons ?? []).map((one) => ({ value: one.code, label: one.name }))}
          />
        </Field>
      );
    case "destination":
      if (values.lane !== "referral") return null;
      return (
        <Field id={id} label={f.destination} error={error}>
          <Select
            value={values.destination}
            onChange={(destination: string) => change({ destination })}
            options={(reference?.destinations ?? []).map((one) => ({ value: one.code, label: one.name }))}
          />
        </Field>
      );
    case "reply":
      return (
        <div className="field">
          <div className="row">
            <label htmlFor={id}>{f.reply}</label>
            <span className="space" />
            <Templates
              act={act}
              known={knownOf(matter, language, {
                reason: reference?.declineGrounds.find((one) => one.code === values.ground)?.name ?? "",
              })}
              onTake={(reply) => change({ reply })}
            />
          </div>
          <ReplyArea
            id={id}
            value={values.reply ?? ""}
            onChange={(reply) => change({ reply })}
            described={error ? `${id}-error` : undefined}
            invalid={Boolean(error)}
          />
          {error && (
            <span className="field-error" id={`${id}-error`}>
              {error}
            </span>
          )}
        </div>
      );
    case "leadUnit":
      return (
        <Field id={id} label={f.leadUnit} error={error}>
          <UnitPicker value={values.leadUnit} onChange={(leadUnit) => change({ leadUnit })} />
        </Field>
      );
    case "post":
      return <AssignField id={id} matter={matter} values={values} error={error} change={change} />;
    case "supports":
      return (
        <Field id={id} label={f.supports} optional>
          <UnitsPicker value={[...(values.supports ?? [])]} onChange={(supports) => change({ supports })} />
        </Field>
      );
    case "note":
      return area(f.note, values.note, (note) => change({ note }), true);
    case "closeNote":
      return area(f.closeNote, values.closeNote, (closeNote) => change({ closeNote }), true);
    case "ratingReason":
      return area(f.ratingReason, values.ratingReason, (ratingReason) => change({ ratingReason }), true);
    case "reason":
      return area(f.reason, values.reason, (reason) => change({ reason }));
    case "reviewOn":
      return (
        <Field id={id} label={f.reviewOn} error={error}>
          <Input type="date" value={values.reviewOn} onChange={(event) => change({ reviewOn: event.target.value })} />
        </Field>
      );
    case "sampled":
      return (
        <label className="row">
          <input
            type="checkbox"
            className="tick"
            checked={values.sampled ?? false}
            onChange={(event) => change({ sampled: event.target.checked })}
          />
          {f.sampled}
        </label>
      );
    case "into":
      return (
        <Field id={id} label={f.into} error={error}>
          <MatterPicker
            except={matter.id}
            value={values.into}
            known={
              values.into && values.intoName
                ? [{ id: values.into, words: values.intoName }]
                : (matter.proposals?.similar ?? []).map((one) => ({ id: one.id, words: `${one.number} ${one.title}` }))
            }
            onChange={(into, intoName) => change({ into, intoName })}
          />
        </Field>
      );
    case "parent":
      return (
        <>
          <Field id={id} label={f.parent} error={error}>
            <MatterPicker
              except={matter.id}
              value={values.parent ?? undefined}
              known={matter.parent ? [{ id: matter.parent.id, words: `${matter.parent.number} ${matter.parent.title}` }] : []}
              onChange={(parent) => change({ parent })}
            />
          </Field>
          {matter.parent && (
            <label className="row">
              <input
                type="checkbox"
                className="tick"
                checked={values.parent === null}
                onChange={(event) => change({ parent: event.target.checked ? null : undefined })}
              />
              {t.clearParent}
            </label>
          )}
        </>
      );
    case "called":
      return (
        <Field id={id} label={f.called} error={error}>
          <UnitsPicker
            value={[...(values.called ?? [])]}
            onChange={(called) => change({ called })}
            only={(unit) => unit.level === "county" && !matter.assignments.some((one) => one.unit.id === unit.id)}
          />
        </Field>
      );
    case "amendLead":
      return <AmendField id={id} matter={matter} values={values} change={change} />;
    case "timeClock":
    case "timeWhat":
    case "timeGround":
    case "timeBy":
      return <TimeField name={name} matter={matter} values={values} error={error} change={change} />;
    case "reporter":
      if (matter.reporters.length < 2) return null;
      return (
        <Field id={id} label={f.reporter}>
          <Select
            value={values.reporterId ?? matter.reporters[0]?.id}
            onChange={(reporterId: string) => change({ reporterId })}
            options={matter.reporters.map((one) => ({ value: one.id, label: t.resident(one.handle) }))}
          />
        </Field>
      );
    case "newReporter":
      return (
        <>
          <Field label={f.reporterName} hint={t.hints.sealed} optional>
            <Input
              maxLength={60}
              autoComplete="off"
              value={values.reporterName}
              onChange={(event) => change({ reporterName: event.target.value })}
            />
          </Field>
          <Field label={f.reporterPhone} optional>
            <Input
              maxLength={40}
              inputMode="tel"
              autoComplete="off"
              value={values.reporterPhone}
              onChange={(event) => change({ reporterPhone: event.target.value })}
            />
          </Field>
          <label className="row">
            <input
              type="checkbox"
              className="tick"
              checked={values.wantsSecrecy ?? false}
              onChange={(event) => change({ wantsSecrecy: event.target.checked })}
            />
            {f.wantsSecrecy}
          </label>
          <label className="row">
            <input
              type="checkbox"
              className="tick"
              checked={values.quiet ?? false}
              onChange={(event) => change({ quiet: event.target.checked })}
            />
            {f.quiet}
          </label>
        </>
      );
  }
}
