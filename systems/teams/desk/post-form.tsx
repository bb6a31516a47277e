import { useState } from "react";
import { newId } from "../../../foundation/ids.ts";
import { ask, Checkbox, Field, Input, useWords } from "../../../ui/index.ts";
import { changePostRoute, createPostRoute, TeamsCode, type Unit } from "../contract.ts";
import { type PostWithHolders, useChange } from "./calls.ts";
import { FormDialog, today } from "./forms.tsx";
import { teamDeskWords } from "./words.ts";

/** Sets up a post in a unit, or changes one: its names, what it may do, its last day. Code and unit stay. */
export function PostForm({
  unit,
  post,
  rights,
  onClose,
}: {
  unit: Unit;
  post?: PostWithHolders;
  /** Every right that a post of this county can carry. */
  rights: readonly string[];
  onClose: () => void;
}) {
  const t = useWords(teamDeskWords);
  const [id] = useState(() => post?.id ?? newId());
  const [value, setValue] = useState({
    code: post?.code ?? `${unit.code}.`,
    name: post?.name ?? "",
    englishName: post?.englishName ?? "",
    rights: [...(post?.rights ?? ["matters.read"])],
    lastDay: post?.validTo ?? "",
  });
  const change = useChange(onClose);
  const send = () => {
    const found = [
      ...(value.name.trim().length >= 2 ? [] : [{ field: "post-name", sentence: t.missing.postName }]),
      ...(post || TeamsCode.safeParse(value.code).success ? [] : [{ field: "post-code", sentence: t.missing.code }]),
    ];
    change.setProblems(found);
    if (found.length > 0) return;
    const { code, lastDay, ...words } = value;
    change.run(() =>
      post
        ? ask(changePostRoute, { params: { id }, body: { ...words, lastDay: lastDay || null } })
        : ask(createPostRoute, { body: { ...words, id, code, unitId: unit.id, validFrom: today() } }),
    );
  };
  const words = (right: string) => t.rights[right as keyof typeof t.rights] ?? right;
  return (
    <FormDialog
      title={post ? t.changePostTitle(post.name) : t.newPostTitle(unit.name)}
      problems={change.problems}
      busy={change.busy}
      onClose={onClose}
      onSend={send}
    >
      <Field id="post-name" label={t.postName} error={change.of("post-name")}>
        <Input
          value={value.name}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => setValue({ ...value, name: event.target.value })}
        />
      </Field>
      {!post && (
        <Field id="post-code" label={t.code} hint={t.codeHint} error={change.of("post-code")}>
          <Input
            value={value.code}
            maxLength={60}
            autoComplete="off"
            onChange={(event) => setValue({ ...value, code: event.target.value })}
          />
        </Field>
      )}
      <Field id="post-english" label={t.englishName} optional>
        <Input
          value={value.englishName}
          maxLength={120}
          autoComplete="off"
          onChange={(event) => setValue({ ...value, englishName: event.target.value })}
        />
      </Field>
      <fieldset className="field post-rights">
        <legend>{t.columns.rights}</legend>
        {rights.map((right) => (
          <Checkbox
            key={right}
            checked={value.rights.includes(right)}
            onChange={(event) =>
              setValue({
                ...value,
                rights: event.target.checked ? [...value.rights, right] : value.rights.filter((one) => one !== right),
              })
            }
          >
            {words(right)}
          </Checkbox>
        ))}
      </fieldset>
      {post && (
        <Field id="post-last" label={t.lastDayOf} hint={t.postEndsHint} optional>
          <Input type="date" value={value.lastDay} onChange={(event) => setValue({ ...value, lastDay: event.target.value })} />
        </Field>
      )}
    </FormDialog>
  );
}
