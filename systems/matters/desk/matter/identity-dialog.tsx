import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { AnswerOf } from "../../../../foundation/http/route.ts";
import { dateTime } from "../../../../foundation/i18n/dates.ts";
import { newId } from "../../../../foundation/ids.ts";
import {
  ask,
  Button,
  Dialog,
  ErrorSummary,
  type FieldProblem,
  kitWords,
  useFailureWords,
  useLanguage,
  useWords,
} from "../../../../ui/index.ts";
import { askForIdentity, identityState, openIdentity, openSealedIdentity } from "../../contract.ts";
import type { MatterPage } from "../queries.ts";
import { AskForConsent, Openings, PurposeField } from "./identity-parts.tsx";
import { identityWords } from "./identity-words.ts";
import { pageWords } from "./words.ts";

const STAYS_OPEN = 60_000;

/** Identity is one recorded act away, by the way that the matter's class and state leave. It is held nowhere but here, for a minute. */
export function IdentityDialog({
  matterId,
  reporter,
  onClose,
}: {
  matterId: string;
  reporter: MatterPage["reporters"][number];
  onClose: () => void;
}) {
  const t = useWords(pageWords);
  const w = useWords(identityWords);
  const k = useWords(kitWords);
  const language = useLanguage();
  const failure = useFailureWords();
  const queries = useQueryClient();
  const key = ["matters", "identity", matterId];
  const state = useQuery({ queryKey: key, queryFn: () => ask(identityState, { params: { id: matterId } }), staleTime: 0 });
  const [purpose, setPurpose] = useState("");
  const [ground, setGround] = useState<string | undefined>();
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [found, setFound] = useState<AnswerOf<typeof openIdentity> | null>(null);
  const [commandId] = useState(newId);
  useEffect(() => {
    if (!found) return;
    const timer = setTimeout(onClose, STAYS_OPEN);
    return () => clearTimeout(timer);
  }, [found, onClose]);

  const now = state.data;
  const agreed = now?.approval?.state === "agreed";
  const attempt = async (doing: () => Promise<void>) => {
    try {
      await doing();
      setProblems([]);
    } catch (reason) {
      setProblems([{ field: "identity-purpose", sentence: failure(reason).sentence }]);
    }
  };
  const open = () => {
    if (now?.way === "now" && purpose.trim().length < 2)
      return setProblems([{ field: "identity-purpose", sentence: t.identityMissing }]);
    const params = { id: matterId };
    const on = { commandId, reporterId: reporter.id };
    return attempt(async () =>
      setFound(
        now?.kind === "identity.sealed"
          ? await ask(openSealedIdentity, { params, body: on })
          : await ask(openIdentity, { params, body: { ...on, purpose: purpose.trim() || (now?.approval?.purpose ?? "") } }),
      ),
    );
  };
  const askFor = () => {
    const missing = [
      ...(ground ? [] : [{ field: "identity-ground", sentence: w.chooseGround }]),
      ...(purpose.trim().length < 4 ? [{ field: "identity-purpose", sentence: w.wordsMissing }] : []),
    ];
    if (missing.length > 0 || !ground) return setProblems(missing);
    return attempt(async () => {
      await ask(askForIdentity, { params: { id: matterId }, body: { id: newId(), purpose: ground, words: purpose.trim() } });
      await queries.invalidateQueries({ queryKey: key });
    });
  };
  const primary =
    now?.way === "now"
      ? { words: t.identityOpen, run: open }
      : agreed
        ? { words: w.openAgreed, run: open }
        : now?.way === "second-person" && !now.approval
          ? { words: w.ask, run: askFor }
          : null;
  const foot =
    found || !primary ? (
      <Button kind="primary" onClick={onClose}>
        {k.close}
      </Button>
    ) : (
      <>
        <Button onClick={onClose}>{k.cancel}</Button>
        <Button kind="primary" onClick={primary.run}>
          {primary.words}
        </Button>
      </>
    );
  return (
    <Dialog open title={t.identityTitle(reporter.handle)} onClose={onClose} foot={foot} width={480}>
      <ErrorSummary problems={problems} />
      {found ? (
        <>
          <dl className="facts">
            {(["name", "phone", "address", "account"] as const).map((one) => (
              <div key={one} style={{ display: "contents" }}>
                <dt>{t[one]}</dt>
                <dd>{found[one] ?? t.none}</dd>
              </div>
            ))}
          </dl>
          <p className="meta text-small" style={{ marginTop: 10 }}>
            {t.identityCloses}
          </p>
        </>
      ) : !now ? (
        <p className="meta" role="status">
          {state.error ? failure(state.error).sentence : w.loading}
        </p>
      ) : (
        <div className="column">
          {now.way === "none" && (
            <p role="status">
              <strong>{w.none}</strong>
              <br />
              {now.because === "recused" ? w.recused : w.notHolder(now.holders.join("、"))}
            </p>
          )}
          {now.way === "now" && (
            <PurposeField purpose={purpose} onChange={setPurpose} onEnter={open} error={problems[0]?.sentence} />
          )}
          {now.way === "second-person" && (
            <>
              <p>{now.kind === "identity.sealed" ? w.sealed : w.closed}</p>
              {now.approval ? (
                <p className="notice-bar" role="status">
                  {agreed
                    ? w.agreed(now.approval.purpose, dateTime(now.approval.until, language), now.approval.left)
                    : w.asked(dateTime(now.approval.until, language))}
                </p>
              ) : (
                <AskForConsent
                  purposes={now.purposes}
                  ground={ground}
                  onGround={setGround}
                  words={purpose}
                  onWords={setPurpose}
                  problems={problems}
                />
              )}
            </>
          )}
          {now.way !== "none" && <Openings openings={now.openings} />}
        </div>
      )}
    </Dialog>
  );
}
