import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { z } from "zod";
import { newId } from "../../../foundation/ids.ts";
import {
  ask,
  Button,
  ErrorSummary,
  Failure,
  Field,
  Input,
  kitWords,
  Segments,
  Tag,
  useFailureWords,
  useToast,
  useWords,
} from "../../../ui/index.ts";
import { DATA, type DataName, type Formulas, keepData, readData, type Sampling, type Script } from "../contract.ts";
import { FormulasForm } from "./formulas-form.tsx";
import { SamplingForm } from "./sampling-form.tsx";
import { ScriptForm } from "./script-form.tsx";
import { SurveyTabs, useRight } from "./survey-tabs.tsx";
import { dataWords } from "./words.ts";
import "./surveys.css";

const NAMES = Object.keys(DATA) as DataName[];
interface Kept {
  readonly version: number;
  readonly validFrom: string;
  readonly body: { readonly trust: string };
}

function Editor({ name, kept, today }: { name: DataName; kept: Kept; today: string }) {
  const t = useWords(dataWords);
  const client = useQueryClient();
  const toast = useToast();
  const failure = useFailureWords();
  const may = useRight("rules.edit");
  const [body, setBody] = useState<unknown>(kept.body);
  const [validFrom, setValidFrom] = useState(today);
  const [problem, setProblem] = useState<{ sentence: string; requestId?: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const [commandId, setCommandId] = useState(newId);
  const change = (next: unknown) => {
    setBody(next);
    setCommandId(newId());
  };
  const save = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const { version } = await ask(keepData, {
        params: { name },
        body: { commandId, baseVersion: kept.version, validFrom, body },
      });
      toast({ words: t.saved(version) });
      await client.invalidateQueries({ queryKey: ["surveys", "data", name] });
    } catch (reason) {
      setProblem(failure(reason));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="card" aria-label={t.parts[name]}>
      <header>
        <h2>{t.now(kept.version, kept.validFrom)}</h2>
        <Tag tone={kept.body.trust === "verified" ? "accent" : "amber"}>{t.trust[kept.body.trust] ?? kept.body.trust}</Tag>
      </header>
      <div className="card-body column">
        <ErrorSummary problems={problem ? [{ field: "", sentence: problem.sentence }] : []} requestId={problem?.requestId} />
        {!may && <p className="notice-bar">{t.noRight}</p>}
        {name === "sampling" && <SamplingForm value={body as z.infer<typeof Sampling>} onChange={change} />}
        {name === "script" && <ScriptForm value={body as z.infer<typeof Script>} onChange={change} />}
        {name === "formulas" && <FormulasForm value={body as z.infer<typeof Formulas>} onChange={change} />}
        {may && (
          <div className="row row-wrap">
            <Field id="data-from" label={t.validFrom}>
              <Input
                type="date"
                min={today}
                value={validFrom}
                onChange={(event) => {
                  setValidFrom(event.target.value);
                  setCommandId(newId());
                }}
              />
            </Field>
            <Button kind="primary" busy={busy} onClick={save}>
              {t.save}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

/** 抽样、话术、公式: the county's own data of return calls, version by version. */
export default function DataPage() {
  const t = useWords(dataWords);
  const k = useWords(kitWords);
  const [name, setName] = useState<DataName>("sampling");
  const found = useQuery({ queryKey: ["surveys", "data", name], queryFn: () => ask(readData, { params: { name } }) });
  const kept = found.data?.versions[0] as Kept | undefined;
  return (
    <div className="calls">
      <div className="row row-wrap">
        <h1>{t.title}</h1>
        <span className="space" />
        <SurveyTabs here="data" />
      </div>
      <p className="meta text-meta">{t.intro}</p>
      <Segments
        label={t.part}
        value={name}
        options={NAMES.map((value) => ({ value, words: t.parts[value] }))}
        onChange={setName}
      />
      {found.error && <Failure reason={found.error} onRetry={() => found.refetch()} />}
      {found.isPending && <p role="status">{k.loading}</p>}
      {kept && found.data && <Editor key={`${name} ${kept.version}`} name={name} kept={kept} today={found.data.today} />}
    </div>
  );
}
