import { Link, useRouter } from "@tanstack/react-router";
import { Empty, Failure, kitWords, useWords } from "../../ui/index.ts";
import { deskWords } from "./words.ts";

export function Loading() {
  const t = useWords(kitWords);
  return (
    <p className="page meta" role="status">
      {t.loading}
    </p>
  );
}

export function NotFound() {
  const t = useWords(deskWords);
  return (
    <Empty why="none" words={t.noSuchPage}>
      <Link to="/">{t.backToToday}</Link>
    </Empty>
  );
}

export function ScreenFailed({ error }: { error: unknown }) {
  const router = useRouter();
  return (
    <div className="page">
      <Failure reason={error} onRetry={() => router.invalidate()} />
    </div>
  );
}
