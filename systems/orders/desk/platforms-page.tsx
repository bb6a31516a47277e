import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { AnswerOf } from "../../../foundation/http/route.ts";
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
  Select,
  Tag,
  useFailureWords,
  useLanguage,
  useToast,
  useWords,
} from "../../../ui/index.ts";
import { matterWords } from "../../matters/contract.ts";
import { keepPlatforms, REPLY_FIELDS, readPlatforms } from "../contract.ts";
import { platformWords } from "./words.ts";
import "./orders.css";

type Platform = AnswerOf<typeof readPlatforms>["platforms"][number];
type Column = Platform["columns"][number];
const OUTCOMES = ["solved", "partly-solved", "explained", "not-solved", "referred"] as const;

function Columns({ columns, onChange }: { columns: readonly Column[]; onChange: (next: Column[]) => void }) {
  const t = useWords(platformWords);
  const put = (at: number, part: Partial<Column>) => onChange(columns.map((one, n) => (n === at ? { ...one, ...part } : one)));
  const move = (at: number, by: number) => {
    const next = [...columns];
    const [one] = next.splice(at, 1);
    if (one) next.splice(at + by, 0, one);
    onChange(next);
  };
  return (
    <ol className="column" aria-label={t.columns}>
      {columns.map((column, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name while it is being typed
        <li key={at} className="row row-wrap">
          <Input
            aria-label={t.columnName(at + 1)}
            style={{ width: 180 }}
            maxLength={60}
            value={column.name}
            onChange={(event) => put(at, { name: event.target.value })}
          />
          <Select
            aria-label={t.columnField(at + 1)}
            style={{ minWidth: 170 }}
            value={column.field}
            options={REPLY_FIELDS.map((value) => ({ value, label: t.fields[value] ?? value }))}
            onChange={(field: Column["field"]) => put(at, { field })}
          />
          {(column.field === "fixed" || column.field === "theirs") && (
            <Input
              aria-label={t.value(at + 1)}
              style={{ width: 160 }}
              value={column.value ?? ""}
              onChange={(event) => put(at, { value: event.target.value })}
            />
          )}
          <Button
            size="small"
            kind="quiet"
            icon="arrow-up"
            aria-label={t.up(column.name)}
            shut={at === 0 ? t.up(column.name) : undefined}
            onClick={() => move(at, -1)}
          />
          <Button
            size="small"
            kind="quiet"
            icon="cross"
            aria-label={t.remove(column.name)}
            onClick={() => onChange(columns.filter((_one, n) => n !== at))}
          />
        </li>
      ))}
    </ol>
  );
}

function Editor({ kept }: { kept: AnswerOf<typeof readPlatforms> }) {
  const t = useWords(platformWords);
  const m = useWords(matterWords);
  const lang = useLanguage() === "en" ? "en" : "zh";
  const client = useQueryClient();
  const toast = useToast();
  const failure = useFailureWords();
  const [platforms, setPlatforms] = useState<readonly Platform[]>(kept.platforms);
  const [code, setCode] = useState(kept.platforms[0]?.code ?? "");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ sentence: string; requestId?: string } | null>(null);
  const one = platforms.find((platform) => platform.code === code);
  if (!one) return null;
  const change = (part: Partial<Platform>) =>
    setPlatforms(platforms.map((platform) => (platform.code === code ? { ...platform, ...part } : platform)));
  const word = (outcome: (typeof OUTCOMES)[number], words: string) => {
    const { [outcome]: _gone, ...rest } = one.outcomes;
    change({ outcomes: words ? { ...rest, [outcome]: words } : rest });
  };
  const save = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const { version } = await ask(keepPlatforms, {
        body: { commandId: newId(), baseVersion: kept.version, platforms: [...platforms] },
      });
      toast({ words: t.saved(version) });
      await client.invalidateQueries({ queryKey: ["platforms"] });
    } catch (reason) {
      setProblem(failure(reason));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="card" aria-label={one.name[lang]}>
      <header>
        <Segments
          label={t.title}
          value={code}
          options={platforms.map((platform) => ({ value: platform.code, words: platform.name[lang] }))}
          onChange={setCode}
        />
        <Tag>{t.version(kept.version)}</Tag>
      </header>
      <div className="card-body column">
        <ErrorSummary problems={problem ? [{ field: "", sentence: problem.sentence }] : []} requestId={problem?.requestId} />
        <Field id="platform-known" label={t.knownBy} hint={t.knownHint}>
          <Select mode="tags" value={one.knownBy} onChange={(knownBy: string[]) => change({ knownBy })} />
        </Field>
        <h2>{t.columns}</h2>
        <Columns columns={one.columns} onChange={(columns) => change({ columns })} />
        <span>
          <Button icon="plus" onClick={() => change({ columns: [...one.columns, { name: "", field: "reply" }] })}>
            {t.add}
          </Button>
        </span>
        <h2>{t.outcomes}</h2>
        {OUTCOMES.map((outcome) => (
          <Field key={outcome} id={`outcome-${outcome}`} label={m.outcomes[outcome]} optional>
            <Input
              style={{ maxWidth: 260 }}
              value={one.outcomes[outcome] ?? ""}
              onChange={(event) => word(outcome, event.target.value)}
            />
          </Field>
        ))}
        <Field id="platform-back" label={t.handedBack} optional>
          <Input
            style={{ maxWidth: 260 }}
            value={one.handedBack ?? ""}
            onChange={(event) => change({ handedBack: event.target.value || null })}
          />
        </Field>
        <span>
          <Button kind="primary" busy={busy} onClick={save}>
            {t.save}
          </Button>
        </span>
      </div>
    </section>
  );
}

/** 上级平台的表头: columns, their order, the platform's own words. A file keeps the version it was made by. */
export default function PlatformsPage() {
  const t = useWords(platformWords);
  const k = useWords(kitWords);
  const found = useQuery({ queryKey: ["platforms"], queryFn: () => ask(readPlatforms) });
  return (
    <div className="orders">
      <h1>{t.title}</h1>
      <p className="meta text-meta">{t.intro}</p>
      {found.error && <Failure reason={found.error} onRetry={() => found.refetch()} />}
      {found.isPending && <p role="status">{k.loading}</p>}
      {found.data && <Editor key={found.data.version} kept={found.data} />}
    </div>
  );
}
