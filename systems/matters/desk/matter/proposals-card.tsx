import { type ReactNode, useMemo, useState } from "react";
import { Button, Icon, Kbd, Proposal, useHotkeys, useWords } from "../../../../ui/index.ts";
import { matterWords } from "../../contract.ts";
import { URGENCIES } from "../../rules/lifecycle.ts";
import type { MatterPage } from "../queries.ts";
import type { FormValues } from "./acts/form-values.ts";
import type { Acting } from "./use-act.ts";
import { pageWords } from "./words.ts";

interface Row {
  readonly key: string;
  readonly label: string;
  readonly what: ReactNode;
  readonly why: ReactNode;
  readonly yesWords?: string;
  readonly noWords?: string;
  readonly yes: () => void;
  readonly no: () => void;
  /** One of the fields that acceptance needs. */
  readonly field?: keyof FormValues;
}

/**
 * What the machine proposes, each with the words or the rule it rests on. y takes it, n corrects it; silence confirms nothing.
 * On a received matter the confirmed fields gather until all stand, then the matter is accepted; Y confirms all that is shown at once.
 */
export function ProposalsCard({
  matter,
  acting,
  onForm,
  onUse,
}: {
  matter: MatterPage;
  acting: Acting;
  onForm: (act: "accept" | "correct" | "dispatch" | "merge", values: FormValues) => void;
  onUse: (text: string, knowledgeId: string) => void;
}) {
  const t = useWords(pageWords);
  const m = useWords(matterWords);
  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set());
  const [confirmed, setConfirmed] = useState<FormValues>({});
  const proposals = matter.proposals;
  const accepts = matter.may.includes("accept");
  const corrects = matter.may.includes("correct");
  const drop = (key: string) => setDropped((before) => new Set([...before, key]));

  const values = useMemo<FormValues>(() => {
    if (!proposals) return {};
    return {
      kind: proposals.kind?.value,
      categoryCode: proposals.category?.value,
      urgency: proposals.urgency.value,
      placeId: proposals.place.kind === "one" ? proposals.place.place.id : undefined,
      placeName: proposals.place.kind === "one" ? proposals.place.place.path.join(" ") : undefined,
    };
  }, [proposals]);
  const current: FormValues = {
    kind: matter.kind ?? undefined,
    categoryCode: matter.category?.code,
    urgency: matter.urgency ?? undefined,
    placeId: matter.place.ref?.id,
    placeName: matter.place.ref?.path.join(" "),
    placeWords: matter.place.words ?? undefined,
    title: matter.title,
  };
  const whole = (with_: FormValues): FormValues => ({ ...current, ...values, ...with_ });
  const accept = (chosen: FormValues) => {
    const all = { ...current, ...chosen };
    if (all.kind && all.categoryCode && all.urgency && all.placeId)
      acting.send({
        act: "accept",
        kind: all.kind,
        categoryCode: all.categoryCode,
        urgency: all.urgency,
        place: { placeId: all.placeId, words: all.placeWords },
      });
    else onForm("accept", all);
  };
  const take = (field: keyof FormValues, part: FormValues) => {
    if (accepts) {
      const after = { ...confirmed, ...part };
      setConfirmed(after);
      const open = rows.filter((row) => row.field && row.field !== field && after[row.field] === undefined);
      if (open.length === 0) accept(after);
      return;
    }
    const undoTo: FormValues = { [field]: current[field] };
    const back =
      undoTo[field] === undefined || field === "placeId"
        ? undefined
        : () => acting.send({ act: "correct", ...(undoTo as object) }, { version: matter.version + 1 });
    if (field === "placeId") acting.send({ act: "correct", place: { placeId: part.placeId } });
    else acting.send({ act: "correct", ...(part as object) }, { undo: back });
  };
  const fix = (field: keyof FormValues) => onForm(accepts ? "accept" : "correct", whole({ focus: field } as FormValues));
  const rows: Row[] = [];
  const because = (proposal: { reason: { sentence: string } }) => proposal.reason.sentence;
  if (proposals && (accepts || corrects)) {
    const rises = URGENCIES.indexOf(proposals.urgency.value) > URGENCIES.indexOf(matter.urgency ?? "ordinary");
    // what a person has settled stands: later only gaps are proposed, and a higher urgency
    const differs = (field: keyof FormValues) => accepts || current[field] === undefined || (field === "urgency" && rises);
    const say = (from: string | undefined, to: string) => <>{!accepts && from ? t.proposalFrom(from, to) : t.proposalTo(to)}</>;
    if (proposals.kind && differs("kind"))
      rows.push({
        key: "kind",
        field: "kind",
        label: t.proposed.kind,
        what: say(matter.kind ? m.kinds[matter.kind] : undefined, proposals.kind.label),
        why: because(proposals.kind),
        yes: () => take("kind", { kind: proposals.kind?.value }),
        no: () => fix("kind"),
      });
    if (proposals.category && differs("categoryCode"))
      rows.push({
        key: "category",
        field: "categoryCode",
        label: t.proposed.category,
        what: say(matter.category?.name, proposals.category.label),
        why: because(proposals.category),
        yes: () => take("categoryCode", { categoryCode: proposals.category?.value }),
        no: () => fix("categoryCode"),
      });
    if (differs("urgency"))
      rows.push({
        key: "urgency",
        field: "urgency",
        label: t.proposed.urgency,
        what: say(matter.urgency ? m.urgencies[matter.urgency] : undefined, proposals.urgency.label),
        why: because(proposals.urgency),
        yes: () => take("urgency", { urgency: proposals.urgency.value }),
        no: () => fix("urgency"),
      });
    const place = proposals.place;
    if (place.kind === "one" && differs("placeId"))
      rows.push({
        key: "place",
        field: "placeId",
        label: t.proposed.place,
        what: say(matter.place.ref?.name, place.place.path.join(" ") || place.place.name),
        why: because(place),
        yes: () => take("placeId", { placeId: place.place.id, placeName: place.place.path.join(" ") }),
        no: () => fix("placeId"),
      });
    if (place.kind === "several" && !matter.place.ref)
      rows.push({
        key: "place",
        field: "placeId",
        label: t.proposed.place,
        what: (
          <span className="row row-wrap">
            {place.candidates.map((one) => (
              <button
                type="button"
                className="chip"
                key={one.id}
                onClick={() => take("placeId", { placeId: one.id, placeName: one.path.join(" ") })}
              >
                {one.path.join(" ") || one.name}
              </button>
            ))}
          </span>
        ),
        why: place.question,
        yes: () => fix("placeId"),
        no: () => fix("placeId"),
      });
    if ((place.kind === "none" || place.kind === "outside") && !matter.place.ref && accepts)
      rows.push({
        key: "place",
        field: "placeId",
        label: t.proposed.place,
        what: t.noPlace,
        why: place.question,
        yes: () => fix("placeId"),
        no: () => fix("placeId"),
      });
  }
  if (proposals?.unit && matter.may.includes("dispatch")) {
    const unit = proposals.unit;
    rows.push({
      key: "unit",
      label: t.proposed.unit,
      what: <b>{t.proposalUnit(unit.unitName, unit.supports.map((one) => one.unitName).join("、"))}</b>,
      why: (
        <>
          {unit.reason.sentence || t.proposalRule(unit.rule)}
          {unit.refused.length > 0 && (
            <div>{t.proposalRefused(unit.refused.map((one) => `${one.unitName}（${one.reason}）`).join("；"))}</div>
          )}
        </>
      ),
      yesWords: m.acts.dispatch,
      yes: () =>
        acting.send({
          act: "dispatch",
          leadUnit: unit.unitId,
          supports: unit.supports.map((one) => one.unitId),
          lane: "service",
        }),
      no: () => onForm("dispatch", { leadUnit: unit.unitId, supports: unit.supports.map((one) => one.unitId) }),
    });
  }
  if (matter.may.includes("merge"))
    for (const one of (proposals?.similar ?? []).filter((one) => one.same && one.state !== "merged").slice(0, 3))
      rows.push({
        key: `same-${one.id}`,
        label: t.proposed.same,
        what: t.proposalMerge(one.number.slice(-6), one.title),
        why: one.reason,
        yesWords: t.mergeYes,
        noWords: t.mergeNo,
        yes: () => onForm("merge", { into: one.id, intoName: `${one.number} ${one.title}` }),
        no: () => drop(`same-${one.id}`),
      });
  if (matter.may.includes("answer-on-spot") && (matter.kind ?? proposals?.kind?.value) === "consultation")
    for (const one of (proposals?.knowledge ?? []).slice(0, 2))
      rows.push({
        key: `answer-${one.id}`,
        label: t.proposed.knowledge,
        what: (
          <>
            <b>{one.question}</b>
            <div className="second">{one.answer}</div>
          </>
        ),
        why: t.validUntil(one.owner, one.validUntil),
        yesWords: t.useAnswer,
        noWords: t.notThis,
        yes: () => onUse(one.answer, one.id),
        no: () => drop(`answer-${one.id}`),
      });

  const open = rows.filter((row) => !dropped.has(row.key) && !(row.field && confirmed[row.field] !== undefined));
  const first = open[0];
  const canAll =
    accepts &&
    values.kind !== undefined &&
    values.categoryCode !== undefined &&
    (values.placeId ?? confirmed.placeId ?? current.placeId) !== undefined;
  useHotkeys([
    { keys: "y", words: t.keyWords.yes, off: !first || acting.busy, run: () => first?.yes() },
    { keys: "n", words: t.keyWords.no, off: !first || acting.busy, run: () => first?.no() },
    { keys: "Y", words: t.keyWords.all, off: !canAll || acting.busy, run: () => accept({ ...values, ...confirmed }) },
  ]);
  const settled = rows.filter((row) => row.field && confirmed[row.field] !== undefined && !dropped.has(row.key));
  if (open.length + settled.length === 0) return null;
  return (
    <section className="card">
      <header>
        <h2>{t.proposals(open.length)}</h2>
        <span className="space" />
        <span className="text-small meta row" aria-hidden="true">
          <Kbd keys="y" /> <Kbd keys="n" /> {t.proposalKeys}
        </span>
      </header>
      <div className="card-body">
        {settled.map((row) => (
          <p key={row.key} className="text-meta settled">
            <Icon name="check" small /> <span className="meta">{row.label}</span> {row.what}
          </p>
        ))}
        {open.map((row) => (
          <Proposal
            key={row.key}
            label={row.label}
            why={row.why}
            current={row.key === first?.key}
            busy={acting.busy}
            yes={{ words: row.yesWords, run: row.yes }}
            no={{ words: row.noWords ?? t.declines, run: row.no }}
          >
            {row.what}
          </Proposal>
        ))}
        {accepts && (
          <p className="row" style={{ marginTop: 10 }}>
            <Button
              kind={canAll ? "primary" : "plain"}
              hotkey="Y"
              busy={acting.busy}
              onClick={() => accept({ ...values, ...confirmed })}
            >
              {t.acceptAll}
            </Button>
          </p>
        )}
      </div>
    </section>
  );
}
