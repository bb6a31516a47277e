import { Icon, Tag, useWords } from "../../../../ui/index.ts";
import type { MatterPage } from "../queries.ts";
import { LocatorMap } from "./locator-map.tsx";
import { SeatMap } from "./seat-map.tsx";
import { pageWords } from "./words.ts";

/** Where it is: the place in words, the resident's own words, the point with its accuracy. */
export function WhereCard({ matter }: { matter: MatterPage }) {
  const t = useWords(pageWords);
  const { ref, words, point, confirmed } = matter.place;
  return (
    <section className="card">
      <header>
        <h2>{t.where}</h2>
        <span className="space" />
        {ref && (
          <Tag tone={confirmed ? "accent" : "amber"} icon={confirmed ? "check" : "triangle"}>
            {confirmed ? t.confirmed : t.unconfirmed}
          </Tag>
        )}
      </header>
      <div className="card-body">
        {ref && <LocatorMap path={ref.path} />}
        {ref && <SeatMap place={matter.place} />}
        <p className="text-meta">
          <Icon name="pin" small /> {ref ? ref.path.join(" ") || ref.name : t.noPlace} {ref?.madeUp && <Tag>{t.madeUp}</Tag>}
        </p>
        {words && <p className="text-meta meta">{words}</p>}
        {point && (
          <p className="text-small meta">
            {point.lat.toFixed(5)}, {point.lng.toFixed(5)}{" "}
            {point.accuracy !== null && `· ${t.accuracy(Math.round(point.accuracy))}`}
          </p>
        )}
      </div>
    </section>
  );
}
