import { useState } from "react";
import { Button, Icon, Input, Select, useWords } from "../../../../ui/index.ts";
import { matterWords } from "../../contract.ts";
import { KINDS, URGENCIES } from "../../rules/lifecycle.ts";
import { Attach } from "../matter/files.tsx";
import { UnitPicker } from "../parts/unit-picker.tsx";
import { useReference } from "../queries.ts";
import type { Entry } from "./entry.ts";
import { Part } from "./part.tsx";
import { Pick } from "./pick.tsx";
import { goOn } from "./stops.ts";
import type { Preview } from "./use-preview.ts";
import { onEnter } from "./who-part.tsx";
import { intakeWords } from "./words.ts";

interface Props {
  entry: Entry;
  change: (part: Partial<Entry>) => void;
  preview: Preview | null;
}

/** 是什么事, 类别, 急不急: a digit chooses, Enter accepts what is proposed. */
export function WhatParts({ entry, change, preview }: Props) {
  const t = useWords(intakeWords);
  const m = useWords(matterWords);
  const [open, setOpen] = useState(false);
  const categories = useReference().data?.categories ?? [];
  const byCode = new Map(categories.map((one) => [one.code, one]));
  const leaves = categories.filter((one) => !categories.some((other) => other.parent === one.code));
  const fits = leaves.filter((one) => !entry.kind || one.kinds.length === 0 || one.kinds.includes(entry.kind));
  const groups = [...new Set(fits.map((one) => one.parent ?? ""))].map((parent) => ({
    label: byCode.get(parent)?.name ?? "",
    title: byCode.get(parent)?.name ?? "",
    options: fits.filter((one) => (one.parent ?? "") === parent).map((one) => ({ value: one.code, label: one.name })),
  }));
  const proposed = preview?.category ?? null;
  const acceptCategory = (): readonly string[] => {
    if (!entry.category && proposed) change({ category: proposed.value });
    return entry.category || proposed ? ["category"] : [];
  };
  const why = (one: { label: string; reason: { sentence: string } }) => t.proposalOf(one.label, one.reason.sentence);
  return (
    <>
      <Part id="kind" label={t.parts.kind}>
        <Pick
          stop="kind"
          labelledBy="kind-label"
          describedBy="kind-why"
          value={entry.kind}
          proposed={preview?.kind?.value}
          options={KINDS.map((value) => ({ value, words: m.kinds[value] }))}
          onChange={(kind) => change({ kind })}
          onAccept={acceptCategory}
        />
        <p className="text-small meta intake-why" id="kind-why">
          {entry.kind ? "" : preview?.kind ? why(preview.kind) : t.noProposal}
        </p>
      </Part>
      <Part id="category" label={t.parts.category}>
        <div
          className="row row-wrap"
          data-stop="category"
          onKeyDownCapture={(event) => {
            if (event.key !== "Enter" || open || event.nativeEvent.isComposing || event.ctrlKey) return;
            if (!entry.category && !proposed) return;
            event.preventDefault();
            event.stopPropagation();
            acceptCategory();
            const from = event.currentTarget;
            setTimeout(() => goOn(from));
          }}
        >
          <Select
            aria-labelledby="category-label"
            aria-describedby="category-why"
            showSearch={{ optionFilterProp: "label" }}
            placeholder={proposed ? proposed.label : t.categoryPlaceholder}
            className="intake-category"
            data-proposed={!entry.category && proposed ? "yes" : undefined}
            value={entry.category ?? undefined}
            open={open}
            onOpenChange={setOpen}
            onChange={(category: string) => change({ category })}
            options={groups}
          />
          <span className="text-small meta" id="category-why">
            {!entry.category && proposed ? why(proposed) : ""}
          </span>
        </div>
      </Part>
      <Part id="urgency" label={t.parts.urgency}>
        <div className="row row-wrap">
          <Pick
            stop="urgency"
            labelledBy="urgency-label"
            describedBy="urgency-why"
            value={entry.urgency}
            proposed={preview?.urgency.value}
            options={URGENCIES.map((value) => ({ value, words: m.urgencies[value] }))}
            onChange={(urgency) => change({ urgency })}
          />
          <span className="text-small meta" id="urgency-why">
            {!entry.urgency && preview ? why(preview.urgency) : t.dangerHint}
          </span>
        </div>
      </Part>
    </>
  );
}

/** 反映谁, 材料: neither need be there. */
export function MoreParts({ entry, change }: Omit<Props, "preview">) {
  const t = useWords(intakeWords);
  return (
    <>
      <Part id="about" label={t.parts.about}>
        <div className="row row-wrap intake-about">
          <span data-stop="about">
            <Input
              aria-label={t.aboutWords}
              placeholder={t.aboutWords}
              maxLength={200}
              autoComplete="off"
              value={entry.aboutWords}
              onKeyDown={onEnter}
              onChange={(event) => change({ aboutWords: event.target.value })}
            />
          </span>
          <span className="intake-unit">
            <label className="hidden-words" htmlFor="intake-about-unit">
              {t.aboutUnit}
            </label>
            <UnitPicker id="intake-about-unit" value={entry.aboutUnit} onChange={(aboutUnit) => change({ aboutUnit })} />
          </span>
          <span className="text-small meta">{t.aboutHint}</span>
        </div>
      </Part>
      <Part id="files" label={t.parts.files}>
        <span data-stop="files">
          <Attach files={entry.files} onChange={(files) => change({ files })} />
        </span>
      </Part>
    </>
  );
}

/** Danger comes before the form. */
export function DangerBar({ entry, preview }: Omit<Props, "change">) {
  const t = useWords(intakeWords);
  const danger = entry.urgency === "danger" || (!entry.urgency && preview?.urgency.value === "danger");
  return (
    <div role="alert">
      {danger && (
        <p className="notice-bar intake-danger" data-tone="over">
          <Icon name="diamond" />
          <span>
            {t.danger}{" "}
            {preview?.urgency.value === "danger" && <span className="text-small">{preview.urgency.reason.sentence}</span>}
          </span>
        </p>
      )}
    </div>
  );
}

export function RegisterBar({
  busy,
  onRegister,
  onRegisterNext,
  onGiveUp,
  kept,
}: {
  busy: boolean;
  onRegister: () => void;
  onRegisterNext: () => void;
  onGiveUp: (() => void) | null;
  kept: React.ReactNode;
}) {
  const t = useWords(intakeWords);
  return (
    <div className="intake-bar row row-wrap">
      <span data-stop="register">
        <Button kind="primary" hotkey="Ctrl+Enter" busy={busy} onClick={onRegister}>
          {t.register}
        </Button>
      </span>
      <Button hotkey="Ctrl+Shift+Enter" busy={busy} onClick={onRegisterNext}>
        {t.registerNext}
      </Button>
      <span className="space" />
      {kept}
      {onGiveUp && (
        <Button kind="quiet" onClick={onGiveUp}>
          {t.giveUp}
        </Button>
      )}
    </div>
  );
}
