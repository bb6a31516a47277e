import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ask, Button, Empty, Failure, kitWords, useFailureWords, useToast, useWords } from "../../../ui/index.ts";
import { type ApprovalShown, withdrawApprovalRoute } from "../contract.ts";
import { ApprovalCard } from "./approval-card.tsx";
import { DecideDialog } from "./decide-dialog.tsx";
import { useApprovals } from "./queries.ts";
import { approvalDeskWords } from "./words.ts";
import "./approvals.css";

interface Deciding {
  readonly one: ApprovalShown;
  readonly first: "yes" | "no";
}

/** 审批: what waits for the reader's decision, what the reader asked, and what the reader decided. */
export default function ApprovalsPage() {
  const t = useWords(approvalDeskWords);
  const k = useWords(kitWords);
  const client = useQueryClient();
  const toast = useToast();
  const failure = useFailureWords();
  const { data, error, refetch } = useApprovals();
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const [problem, setProblem] = useState("");
  const takeBack = async (id: string) => {
    setProblem("");
    try {
      await ask(withdrawApprovalRoute, { params: { id } });
      await client.invalidateQueries({ queryKey: ["approvals"] });
      toast({ words: t.withdrawn });
    } catch (reason) {
      setProblem(failure(reason).sentence);
    }
  };
  return (
    <div className="approvals">
      <h1>{t.title}</h1>
      <p className="meta text-meta">{t.intro}</p>
      {problem && (
        <p className="notice-bar" data-tone="over" role="alert">
          {problem}
        </p>
      )}
      {error && <Failure reason={error} onRetry={() => refetch()} />}
      {!data && !error && <p role="status">{k.loading}</p>}
      {data && (
        <>
          <section aria-labelledby="approvals-waiting">
            <h2 id="approvals-waiting">{t.waiting(data.waiting.length)}</h2>
            {data.waiting.length === 0 && <Empty why="none" words={t.noneWaiting} />}
            {data.waiting.map((one) => (
              <ApprovalCard key={one.id} one={one}>
                <Button kind="primary" onClick={() => setDeciding({ one, first: "yes" })}>
                  {one.state === "at-once" ? t.uphold : t.approve}
                  <span className="hidden-words"> {one.matter?.number}</span>
                </Button>
                <Button onClick={() => setDeciding({ one, first: "no" })}>
                  {one.state === "at-once" ? t.object : t.refuse}
                  <span className="hidden-words"> {one.matter?.number}</span>
                </Button>
              </ApprovalCard>
            ))}
          </section>
          <section aria-labelledby="approvals-mine">
            <h2 id="approvals-mine">{t.mine}</h2>
            {data.mine.length === 0 && <p className="meta">{t.noneMine}</p>}
            {data.mine.map((one) => (
              <ApprovalCard key={one.id} one={one}>
                {one.state === "asked" && !one.over && (
                  <Button onClick={() => takeBack(one.id)}>
                    {t.withdraw}
                    <span className="hidden-words"> {one.matter?.number}</span>
                  </Button>
                )}
              </ApprovalCard>
            ))}
          </section>
          {data.decided.length > 0 && (
            <section aria-labelledby="approvals-decided">
              <h2 id="approvals-decided">{t.decided}</h2>
              {data.decided.map((one) => (
                <ApprovalCard key={one.id} one={one} />
              ))}
            </section>
          )}
        </>
      )}
      {deciding && <DecideDialog {...deciding} onClose={() => setDeciding(null)} />}
    </div>
  );
}
