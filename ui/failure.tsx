import { Refused } from "../foundation/http/client.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icons.tsx";
import { useWords } from "./settings.tsx";
import { kit } from "./words.ts";

/** The sentence for whatever went wrong: the server's own where it refused, else that the server is away or broke. */
export function useFailureWords(): (reason: unknown) => { sentence: string; requestId?: string } {
  const t = useWords(kit);
  return (reason) => {
    if (reason instanceof Refused)
      return { sentence: reason.status >= 500 ? t.fault : reason.message, requestId: reason.requestId };
    return { sentence: reason instanceof TypeError ? t.offline : t.fault };
  };
}

/** What went wrong, the request id, and a way to try again. */
export function Failure({ reason, onRetry }: { reason: unknown; onRetry?: () => void }) {
  const t = useWords(kit);
  const { sentence, requestId } = useFailureWords()(reason);
  return (
    <div className="notice-bar" data-tone="over" role="alert">
      <Icon name="triangle" small />
      <span>
        {sentence}
        {requestId && <span className="text-small"> {t.requestId(requestId)}</span>}
      </span>
      {onRetry && (
        <Button size="small" onClick={onRetry}>
          {t.retry}
        </Button>
      )}
    </div>
  );
}
