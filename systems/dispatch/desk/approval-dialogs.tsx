import { useState } from "react";
import { beijingDay } from "../../../foundation/i18n/dates.ts";
import {
  ask,
  Button,
  Dialog,
  ErrorSummary,
  Failure,
  Field,
  Input,
  kitWords,
  useFailureWords,
  useWords,
} from "../../../ui/index.ts";
import { approveBook, setBookAside } from "../contract/catalogue.ts";
import { compareVersions, leadsThatChange } from "../rules/compare-catalogues.rule.ts";
import { type Book, type BookName, type Known, useBook } from "./calls.ts";
import { LeadChanges } from "./lead-changes.tsx";
import type { Line } from "./lines.ts";
import { useNames } from "./use-names.ts";
import { catalogueWords } from "./words.ts";

interface Ends {
  readonly book: BookName;
  readonly version: number;
  readonly onClose: () => void;
  readonly onDone: (words: string) => Promise<void>;
}

function useAct() {
  const failure = useFailureWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ field: string; sentence: string } | null>(null);
  const act = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (reason) {
      setProblem({ field: "", sentence: failure(reason).sentence });
      setBusy(false);
    }
  };
  return { busy, problem, setProblem, act };
}

/** What approving would change, then the act. */
export function ApproveDialog({ book, version, data, known, onClose, onDone }: Ends & { data: Book; known: Known }) {
  const t = useWords(catalogueWords);
  const k = useWords(kitWords);
  const names = useNames(known);
  const { busy, problem, act } = useAct();
  const on = useBook(book);
  const lines = (of: Book): readonly Line[] => (book === "catalogue" ? of.items : of.duties);
  const compared = on.data && compareVersions(lines(on.data), lines(data));
  const codes = known.categories.map(({ code }) => code);
  const leads = on.data && book === "catalogue" ? leadsThatChange(on.data.items, data.items, codes, beijingDay(new Date())) : [];
  const approve = () =>
    act(async () => {
      await ask(approveBook, { params: { book, version } });
      await onDone(t.approved(version));
    });
  return (
    <Dialog
      open
      title={t.approveTitle(version)}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{k.cancel}</Button>
          <Button kind="primary" busy={busy || on.isPending} onClick={approve}>
            {t.approve}
          </Button>
        </>
      }
    >
      <div className="column">
        <ErrorSummary problems={problem ? [problem] : []} />
        {on.error && <Failure reason={on.error} onRetry={() => on.refetch()} />}
        <p>{t.approveText}</p>
        {compared && (
          <p className="strong">{t.approveChanges(compared.added.length, compared.removed.length, compared.changed.length)}</p>
        )}
        {compared && book === "catalogue" && <p>{t.approveLeads(leads.length)}</p>}
        <LeadChanges leads={leads} names={names} />
      </div>
    </Dialog>
  );
}

/** A draft or a proposed version is laid aside, with the reason. */
export function AsideDialog({ book, version, onClose, onDone }: Ends) {
  const t = useWords(catalogueWords);
  const k = useWords(kitWords);
  const { busy, problem, setProblem, act } = useAct();
  const [because, setBecause] = useState("");
  const lay = () => {
    if (because.trim() === "") return setProblem({ field: "aside-because", sentence: t.asideMissing });
    return act(async () => {
      await ask(setBookAside, { params: { book, version }, body: { because: because.trim() } });
      await onDone(t.asideDone(version));
    });
  };
  return (
    <Dialog
      open
      title={t.asideTitle(version)}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{k.cancel}</Button>
          <Button kind="primary" busy={busy} onClick={lay}>
            {t.aside}
          </Button>
        </>
      }
    >
      <div className="column">
        <ErrorSummary problems={problem ? [problem] : []} />
        <Field
          id="aside-because"
          label={t.asideBecause}
          error={problem?.field === "aside-because" ? problem.sentence : undefined}
        >
          <Input value={because} maxLength={200} onChange={(event) => setBecause(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
