import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { AnswerOf } from "../../../../foundation/http/route.ts";
import { newId } from "../../../../foundation/ids.ts";
import {
  ask,
  Button,
  Empty,
  ErrorSummary,
  Field,
  type FieldProblem,
  Input,
  Segments,
  useFailureWords,
  useWords,
} from "../../../../ui/index.ts";
import { findLostCode, LOST_CODE_PURPOSES, renewLostCode } from "../../contract.ts";
import { MatterState } from "../parts/state.tsx";
import { useMe, useRight } from "../queries.ts";
import { lostCodeWords } from "./lost-code-words.ts";

type Found = AnswerOf<typeof findLostCode>["matters"];
type Renewed = AnswerOf<typeof renewLostCode>;
type Purpose = (typeof LOST_CODE_PURPOSES)[number];

const inFours = (code: string) => code.replace(/(\d{4})(?=\d)/g, "$1-");

/** The resident stands at the counter and has lost the code: telephone, then numbers and states, then a new code. Nothing is kept here. */
export default function LostCodePage() {
  const t = useWords(lostCodeWords);
  const failure = useFailureWords();
  const may = useRight("matters.receive");
  const known = useMe().data !== undefined;
  const [phone, setPhone] = useState("");
  const [purpose, setPurpose] = useState<Purpose>("receipt-lost");
  const [here, setHere] = useState(false);
  const [found, setFound] = useState<Found | null>(null);
  const [renewed, setRenewed] = useState<Renewed | null>(null);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [busy, setBusy] = useState(false);
  const of = (field: string) => problems.find((one) => one.field === field)?.sentence;
  const work = async (doing: () => Promise<void>) => {
    setBusy(true);
    try {
      await doing();
      setProblems([]);
    } catch (reason) {
      setProblems([{ field: "lost-phone", sentence: failure(reason).sentence }]);
    } finally {
      setBusy(false);
    }
  };
  const find = () => {
    const missing = [
      ...(phone.trim().length < 5 ? [{ field: "lost-phone", sentence: t.phoneMissing }] : []),
      ...(here ? [] : [{ field: "lost-here", sentence: t.hereMissing }]),
    ];
    setRenewed(null);
    setFound(null);
    if (missing.length > 0) return setProblems(missing);
    return work(async () =>
      setFound((await ask(findLostCode, { body: { phone: phone.trim(), purpose, residentIsHere: true } })).matters),
    );
  };
  const renew = (ticket: string) =>
    work(async () => setRenewed(await ask(renewLostCode, { body: { commandId: newId(), ticket } })));
  const another = () => {
    setPhone("");
    setHere(false);
    setFound(null);
    setRenewed(null);
  };
  if (known && !may) return <Empty why="no-right" words={t.noRight} />;
  return (
    <div className="page column" style={{ maxWidth: 760 }}>
      <div className="row row-wrap">
        <h1>{t.title}</h1>
        <span className="space" />
        <Link to={"/receive" as never}>{t.back}</Link>
      </div>
      <p className="meta">{t.intro}</p>
      <ErrorSummary problems={problems} />
      <section className="card" aria-label={t.title}>
        <div className="card-body column">
          <Field id="lost-phone" label={t.phone} hint={t.phoneHint} error={of("lost-phone")}>
            <Input
              inputMode="tel"
              autoComplete="off"
              maxLength={40}
              value={phone}
              onChange={(event) => setPhone(event.target.value)}
              onPressEnter={find}
            />
          </Field>
          <Segments
            label={t.purpose}
            value={purpose}
            options={LOST_CODE_PURPOSES.map((value) => ({ value, words: t.purposes[value] }))}
            onChange={setPurpose}
          />
          <label className="row">
            <input
              id="lost-here"
              type="checkbox"
              checked={here}
              aria-invalid={of("lost-here") !== undefined}
              onChange={(event) => setHere(event.target.checked)}
            />
            {t.here}
          </label>
          <div className="row row-wrap">
            <Button kind="primary" busy={busy} onClick={find}>
              {t.find}
            </Button>
            <span className="text-small meta">{t.limit}</span>
          </div>
        </div>
      </section>
      {found && !renewed && (
        <section className="card" aria-labelledby="lost-found">
          <header>
            <h2 id="lost-found" role="status">
              {found.length > 0 ? t.found(found.length) : t.nothing}
            </h2>
          </header>
          <div className="card-body column">
            {found.length > 0 && (
              <ul className="column">
                {found.map((one) => (
                  <li key={one.number} className="row row-wrap">
                    <strong>{one.number}</strong>
                    <MatterState state={one.state} />
                    <span className="space" />
                    <Button onClick={() => void renew(one.ticket)}>{t.renew}</Button>
                  </li>
                ))}
              </ul>
            )}
            <p className="text-small meta">{t.notHere}</p>
          </div>
        </section>
      )}
      {renewed && (
        <section className="card" aria-labelledby="lost-renewed">
          <header>
            <h2 id="lost-renewed" role="status">
              {t.renewed(renewed.number)}
            </h2>
          </header>
          <div className="card-body column">
            <dl className="facts">
              <dt>{t.code}</dt>
              <dd>
                <strong className="receipt-code">{inFours(renewed.code)}</strong>
              </dd>
              <dt>{t.pin}</dt>
              <dd>
                <strong>{renewed.pin}</strong>
              </dd>
              <dt>{t.link}</dt>
              <dd style={{ overflowWrap: "anywhere" }}>{`${location.origin}${renewed.link}`}</dd>
            </dl>
            <p className="text-small meta">{t.pinHint}</p>
            <div className="row">
              <Button onClick={another}>{t.another}</Button>
            </div>
          </div>
        </section>
      )}
    </div>
  );
}
