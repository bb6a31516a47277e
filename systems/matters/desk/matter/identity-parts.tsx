import type { AnswerOf } from "../../../../foundation/http/route.ts";
import { dateTime } from "../../../../foundation/i18n/dates.ts";
import { Button, Field, type FieldProblem, Input, Radio, Tag, useLanguage, useWords } from "../../../../ui/index.ts";
import type { identityState } from "../../contract.ts";
import { identityWords } from "./identity-words.ts";
import { pageWords } from "./words.ts";

type State = AnswerOf<typeof identityState>;

/** Why the holder opens it: a word of their own, or one of the usual ones. */
export function PurposeField({
  purpose,
  onChange,
  onEnter,
  error,
}: {
  purpose: string;
  onChange: (purpose: string) => void;
  onEnter: () => void;
  error: string | undefined;
}) {
  const t = useWords(pageWords);
  const w = useWords(identityWords);
  return (
    <>
      <Field id="identity-purpose" label={t.identityPurpose} hint={w.nowIntro} {...(error && { error })}>
        <Input maxLength={200} value={purpose} onChange={(event) => onChange(event.target.value)} onPressEnter={onEnter} />
      </Field>
      <div className="row row-wrap">
        {Object.values(w.quick).map((one) => (
          <Button key={one} size="small" onClick={() => onChange(one)}>
            {one}
          </Button>
        ))}
      </div>
      <p className="text-small meta">{w.call}</p>
    </>
  );
}

/** The ground and the words for whoever agrees. */
export function AskForConsent({
  purposes,
  ground,
  onGround,
  words,
  onWords,
  problems,
}: {
  purposes: State["purposes"];
  ground: string | undefined;
  onGround: (ground: string) => void;
  words: string;
  onWords: (words: string) => void;
  problems: readonly FieldProblem[];
}) {
  const w = useWords(identityWords);
  const of = (field: string) => problems.find((one) => one.field === field)?.sentence;
  const error = of("identity-purpose");
  return (
    <>
      <fieldset className="field">
        <legend>{w.ground}</legend>
        <Radio.Group
          id="identity-ground"
          value={ground}
          onChange={(event) => onGround(event.target.value)}
          options={purposes.map(({ code, words }) => ({ value: code, label: words }))}
          vertical
        />
        {of("identity-ground") && <span className="field-error">{of("identity-ground")}</span>}
      </fieldset>
      <Field id="identity-purpose" label={w.words} hint={w.wordsHint} {...(error && { error })}>
        <Input.TextArea rows={3} maxLength={500} value={words} onChange={(event) => onWords(event.target.value)} />
      </Field>
    </>
  );
}

/** Which posts opened an identity of this matter: posts and units, never a person. */
export function Openings({ openings }: Pick<State, "openings">) {
  const w = useWords(identityWords);
  const language = useLanguage();
  return (
    <section aria-labelledby="identity-openings">
      <h3 id="identity-openings" className="text-meta">
        {w.already}
      </h3>
      {openings.length === 0 ? (
        <p className="text-small meta">{w.never}</p>
      ) : (
        <ul className="text-small">
          {openings.slice(0, 12).map((one) => (
            <li key={`${one.at}${one.by}`}>
              {dateTime(one.at, language)} · {one.by} · {one.purpose} {one.unusual && <Tag tone="red">{w.unusual}</Tag>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
