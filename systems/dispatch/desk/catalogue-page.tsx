import { useNavigate, useSearch } from "@tanstack/react-router";
import { Failure, kitWords, Segments, useWords } from "../../../ui/index.ts";
import { type BookName, useBook, useRegister } from "./calls.ts";
import { CompareView } from "./compare-view.tsx";
import { catalogueWords } from "./words.ts";
import { Workbench } from "./workbench.tsx";
import "./catalogue.css";

const BOOKS = ["catalogue", "duties"] as const;
const numberIn = (text: unknown) => (typeof text === "string" && /^\d+$/.test(text) ? Number(text) : undefined);

/** 派单目录 and 履职事项清单: versions found, edited, imported, compared, proposed and approved. The address says which. */
export default function CataloguePage() {
  const t = useWords(catalogueWords);
  const k = useWords(kitWords);
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const book: BookName = search.book === "duties" ? "duties" : "catalogue";
  const version = numberIn(search.version);
  const before = numberIn(search.before);
  const shown = useBook(book, version);
  const duties = useBook("duties");
  const register = useRegister();
  const error = shown.error ?? duties.error ?? register.error;
  const go = (next: { book?: BookName; version?: number; before?: number }) =>
    navigate({ to: "/catalogue", search: { book, ...next } as never });
  const ready = shown.data && duties.data && register.data;
  return (
    <div className="catalogue">
      <h1>{t.title}</h1>
      <p className="meta text-meta">{t.intro}</p>
      <Segments
        label={t.bookLabel}
        value={book}
        options={BOOKS.map((value) => ({ value, words: t.books[value] }))}
        onChange={(value) => go({ book: value })}
      />
      {error && <Failure reason={error} onRetry={() => Promise.all([shown.refetch(), duties.refetch(), register.refetch()])} />}
      {!error && !ready && <p role="status">{k.loading}</p>}
      {ready && before !== undefined && (
        <CompareView
          book={book}
          versions={shown.data.versions}
          before={before}
          after={version ?? shown.data.shown?.version ?? before}
          known={register.data}
          onChoose={(pair) => go({ version: pair.after, before: pair.before })}
          onBack={() => go({ version })}
        />
      )}
      {ready && before === undefined && (
        <Workbench
          key={`${book} ${shown.data.shown?.version} ${shown.data.shown?.state}`}
          book={book}
          data={shown.data}
          duties={duties.data.shown ? { version: duties.data.shown.version, lines: duties.data.duties } : undefined}
          known={register.data}
          onVersion={(next) => go({ version: next })}
          onCompare={(pair) => go({ version: pair.after, before: pair.before })}
        />
      )}
    </div>
  );
}
