import type { CitedArticle } from "../foundation/http/cited-article.ts";
import { Refused } from "../foundation/http/client.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icons.tsx";
import { useWords } from "./settings.tsx";
import { kit } from "./words.ts";

export interface FailureWords {
  readonly sentence: string;
  readonly requestId?: string;
  /** The short text of the article behind a refusal. */
  readonly article?: CitedArticle;
}

/** The sentence for whatever went wrong: the server's own where it refused, else that the server is away or broke. */
export function useFailureWords(): (reason: unknown) => FailureWords {
  const t = useWords(kit);
  return (reason) => {
    if (reason instanceof Refused)
      return {
        sentence: reason.status >= 500 ? t.fault : reason.message,
        requestId: reason.requestId,
        article: reason.article,
      };
    return { sentence: reason instanceof TypeError ? t.offline : t.fault };
  };
}

/** What the article behind a refusal says, in short; nothing where the county's register has no text of it. */
export function ArticleSays({ article }: { article: CitedArticle | undefined }) {
  const t = useWords(kit);
  if (!article?.text) return null;
  return (
    <span className="text-small article-says">
      <Icon name="book" small /> {t.articleSays(article.citation, article.text)}
    </span>
  );
}

/** What went wrong, the request id, and a way to try again. */
export function Failure({ reason, onRetry }: { reason: unknown; onRetry?: () => void }) {
  const t = useWords(kit);
  const { sentence, requestId, article } = useFailureWords()(reason);
  return (
    <div className="notice-bar" data-tone="over" role="alert">
      <Icon name="triangle" small />
      <span>
        {sentence}
        {requestId && <span className="text-small"> {t.requestId(requestId)}</span>}
        <ArticleSays article={article} />
      </span>
      {onRetry && (
        <Button size="small" onClick={onRetry}>
          {t.retry}
        </Button>
      )}
    </div>
  );
}
