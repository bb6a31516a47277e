import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ask, useWords } from "../../../ui/index.ts";
import { meRoute } from "../../teams/contract.ts";
import { callWords } from "./words.ts";

/** Has the reader this right today? False until known. */
export function useRight(right: string): boolean {
  return useQuery({ queryKey: ["me"], queryFn: () => ask(meRoute), staleTime: 60_000 }).data?.rights.includes(right) ?? false;
}

/** The other screens of return calls that the reader may open. */
export function SurveyTabs({ here }: { here: "calls" | "figures" | "data" }) {
  const t = useWords(callWords);
  const [calls, figures] = [useRight("surveys.call"), useRight("insight.read")];
  return (
    <nav className="row row-wrap" aria-label={t.title}>
      {calls && here !== "calls" && (
        <Link className="button" to="/return-calls">
          {t.toDesk}
        </Link>
      )}
      {figures && here !== "figures" && (
        <Link className="button" to="/return-calls/figures">
          {t.toFigures}
        </Link>
      )}
      {here !== "data" && (
        <Link className="button" to="/return-calls/rules">
          {t.toData}
        </Link>
      )}
    </nav>
  );
}
