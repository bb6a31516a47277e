import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { newId } from "../../../../foundation/ids.ts";
import { ask, Button, Failure, kitWords, useWords } from "../../../../ui/index.ts";
import { getSandboxRun, stopSandboxRun } from "../../contract.ts";
import { Results } from "./results.tsx";
import { changeWords, isUnderWay, number } from "./run-words.ts";
import { sandboxWords } from "./words.ts";
import "../parts/work.css";
import "./sandbox.css";

/** One replay: how far it is, then what it found. */
export default function RunPage() {
  const t = useWords(sandboxWords);
  const k = useWords(kitWords);
  const client = useQueryClient();
  const { id } = useParams({ strict: false }) as { id: string };
  const found = useQuery({
    queryKey: ["sandbox", id],
    queryFn: () => ask(getSandboxRun, { params: { id } }),
    refetchInterval: (query) => (query.state.data && isUnderWay(query.state.data.state) ? 1000 : false),
  });
  const run = found.data;
  const stop = async () => {
    const stopped = await ask(stopSandboxRun, { params: { id }, body: { commandId: newId() } });
    client.setQueryData(["sandbox", id], stopped);
  };
  return (
    <div className="work">
      <h1>{t.title}</h1>
      <p className="row row-wrap">
        <Link to="/sandbox">{t.back}</Link>
        {run && <span className="meta">{changeWords(t, run.change)}</span>}
        {run && <span className="meta">{t.states[run.state]}</span>}
        {run?.seconds != null && <span className="meta">{t.took(run.seconds.toFixed(1))}</span>}
      </p>
      {found.error && !run && <Failure reason={found.error} onRetry={() => found.refetch()} />}
      {found.isPending && <p role="status">{k.loading}</p>}
      {run && isUnderWay(run.state) && (
        <section className="card">
          <div className="card-body column">
            <progress value={run.done} max={run.total ?? undefined} aria-label={t.states[run.state]} />
            <p role="status">
              {run.silent ? t.silent : t.progress(number(run.done), run.total === null ? "…" : number(run.total))}
            </p>
            <p className="meta">{t.leave}</p>
            <Button onClick={stop}>{t.stop}</Button>
          </div>
        </section>
      )}
      {run?.state === "failed" && <p className="notice-bar">{t.failed}</p>}
      {run?.result && <Results result={run.result} />}
      {run?.state === "done" && (
        <p className="row row-wrap">
          {run.change.rules !== null && <Link to="/rules">{t.toRules}</Link>}
          {run.change.catalogue !== null && <Link to="/catalogue">{t.toCatalogue}</Link>}
          {run.change.term !== null && <Link to="/terms">{t.toTerms}</Link>}
        </p>
      )}
    </div>
  );
}
