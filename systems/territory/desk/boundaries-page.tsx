import { useQuery } from "@tanstack/react-query";
import { ask, Drawing, Failure, kitWords, useLanguage, useWords } from "../../../ui/index.ts";
import { boundariesRoute, seatRoadsRoute } from "../contract.ts";
import { roadMap } from "../rules/road-map.ts";
import { ImportCard } from "./import-card.tsx";
import { boundaryDeskWords } from "./words.ts";
import "./boundaries.css";

/** 地图与边界: which boundaries are in use, the roads of the seat, and the bringing in of the county's own boundaries. */
export default function BoundariesPage() {
  const t = useWords(boundaryDeskWords);
  const k = useWords(kitWords);
  const language = useLanguage();
  const standing = useQuery({ queryKey: ["boundaries"], queryFn: () => ask(boundariesRoute) });
  const seat = useQuery({ queryKey: ["seat-roads"], queryFn: () => ask(seatRoadsRoute), staleTime: 60 * 60_000 });
  const { data } = standing;
  return (
    <div className="boundaries">
      <h1>{t.title}</h1>
      <p className="meta text-meta">{t.intro}</p>
      {standing.error && <Failure reason={standing.error} onRetry={() => standing.refetch()} />}
      {standing.isPending && <p role="status">{k.loading}</p>}
      <div className="boundaries-two">
        <ImportCard />
        <div className="column boundaries-now">
          {data && (
            <section className="card">
              <header>
                <h2>{t.inForce}</h2>
                <span className="text-meta meta">{t.version(data.version)}</span>
              </header>
              <div className="card-body">
                <table>
                  <caption className="hidden-words">{t.kindsCaption}</caption>
                  <thead>
                    <tr>
                      <th scope="col">{t.columns.kind}</th>
                      <th scope="col" className="of-number">
                        {t.columns.places}
                      </th>
                      <th scope="col" className="of-number">
                        {t.columns.bounded}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {data.kinds.map((one) => (
                      <tr key={one.kind}>
                        <th scope="row">{t.kinds[one.kind]}</th>
                        <td className="of-number">{one.places}</td>
                        <td className="of-number">{one.bounded}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
                {data.sources.length === 0 ? (
                  <p className="meta">{t.noSources}</p>
                ) : (
                  <table>
                    <caption className="hidden-words">{t.sourcesCaption}</caption>
                    <thead>
                      <tr>
                        <th scope="col">{t.sourceColumns.source}</th>
                        <th scope="col">{t.sourceColumns.system}</th>
                        <th scope="col">{t.sourceColumns.since}</th>
                        <th scope="col" className="of-number">
                          {t.sourceColumns.places}
                        </th>
                      </tr>
                    </thead>
                    <tbody>
                      {data.sources.map((one) => (
                        <tr key={`${one.source} ${one.since} ${one.givenIn}`}>
                          <th scope="row">{one.source}</th>
                          <td>{one.givenIn}</td>
                          <td className="nowrap">{one.since}</td>
                          <td className="of-number">{one.places}</td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                )}
              </div>
            </section>
          )}
          {seat.data?.roads && (
            <section className="card">
              <header>
                <h2>{t.roads}</h2>
              </header>
              <div className="card-body">
                <Drawing svg={roadMap(seat.data.roads, null, { locale: language, id: "seat-roads" })} />
              </div>
            </section>
          )}
        </div>
      </div>
    </div>
  );
}
