import { useEffect, useState } from "react";
import type { AnswerOf } from "../../../../foundation/http/route.ts";
import { newId } from "../../../../foundation/ids.ts";
import {
  ask,
  Button,
  Dialog,
  ErrorSummary,
  Field,
  type FieldProblem,
  Input,
  kitWords,
  useFailureWords,
  useWords,
} from "../../../../ui/index.ts";
import { openIdentity } from "../../contract.ts";
import type { MatterPage } from "../queries.ts";
import { pageWords } from "./words.ts";

const STAYS_OPEN = 60_000;

/** Identity is one logged act away: a purpose, then the name and telephone for a minute. It is held nowhere but here. */
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
  const k = useWords(kitWords);
  const failure = useFailureWords();
  const [purpose, setPurpose] = useState("");
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [found, setFound] = useState<AnswerOf<typeof openIdentity> | null>(null);
  const [commandId] = useState(newId);
  useEffect(() => {
    if (!found) return;
    const timer = setTimeout(onClose, STAYS_OPEN);
    return () => clearTimeout(timer);
  }, [found, onClose]);
  const open = async () => {
    if (purpose.trim().length < 2) return setProblems([{ field: "identity-purpose", sentence: t.identityMissing }]);
    try {
      setFound(
        await ask(openIdentity, {
          params: { id: matterId },
          body: { commandId, reporterId: reporter.id, purpose: purpose.trim() },
        }),
      );
      setProblems([]);
    } catch (reason) {
      setProblems([{ field: "identity-purpose", sentence: failure(reason).sentence }]);
    }
  };
  const foot = found ? (
    <Button kind="primary" onClick={onClose}>
      {k.close}
    </Button>
  ) : (
    <>
      <Button onClick={onClose}>{k.cancel}</Button>
      <Button kind="primary" onClick={open}>
        {t.identityOpen}
      </Button>
    </>
  );
  return (
    <Dialog open title={t.identityTitle(reporter.handle)} onClose={onClose} foot={foot} width={460}>
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
      ) : (
        <Field
          id="identity-purpose"
          label={t.identityPurpose}
          hint={`${t.identityIntro} ${t.identityPurposeHint}`}
          error={problems[0]?.sentence}
        >
          <Input maxLength={200} value={purpose} onChange={(event) => setPurpose(event.target.value)} onPressEnter={open} />
        </Field>
      )}
    </Dialog>
  );
}
