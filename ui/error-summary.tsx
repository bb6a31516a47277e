import { useEffect, useRef } from "react";
import type { CitedArticle } from "../foundation/http/cited-article.ts";
import { ArticleSays } from "./failure.tsx";
import { useWords } from "./settings.tsx";
import { kit } from "./words.ts";

export interface FieldProblem {
  /** The id of the control; empty where the sentence is about the whole. */
  readonly field: string;
  readonly sentence: string;
}

/** All that is to be put right, on top, with the focus; each line leads to its field, where the same words stand. */
export function ErrorSummary({
  problems,
  requestId,
  article,
}: {
  problems: readonly FieldProblem[];
  requestId?: string;
  article?: CitedArticle;
}) {
  const t = useWords(kit);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  const lead = (field: string) => {
    const control = document.getElementById(field);
    control?.scrollIntoView({ block: "center" });
    control?.focus();
  };
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{t.errors(problems.length)}</h2>
      <ul>
        {problems.map((one) => (
          <li key={one.field + one.sentence}>
            {one.field ? (
              <button type="button" className="link-button" onClick={() => lead(one.field)}>
                {one.sentence}
              </button>
            ) : (
              one.sentence
            )}
          </li>
        ))}
      </ul>
      <ArticleSays article={article} />
      {requestId && <p className="text-small">{t.requestId(requestId)}</p>}
    </div>
  );
}
