import { Link } from "@tanstack/react-router";
import { useWords } from "../../../ui/index.ts";
import type { Door } from "../../matters/contract.ts";
import { matterWords } from "../../matters/contract.ts";
import { type Board, filtersOf } from "./shape.ts";
import { boardWords } from "./words.ts";

/** What there was clearly more of than the week before, and through which doors the week came. */
export function Growth({ board }: { board: Board }) {
  const t = useWords(boardWords);
  const m = useWords(matterWords);
  const most = Math.max(1, ...board.categories.flatMap((one) => [one.now, one.before]));
  return (
    <section className="card">
      <header>
        <h2>{t.categories}</h2>
      </header>
      <div className="card-body text-meta">
        {board.categories.length === 0 && <p className="meta">{t.categoriesNone}</p>}
        <ul>
          {board.categories.map((one) => (
            <li key={one.code} className="growth">
              <span className="cut">{one.name}</span>
              <span className="growth-bar" aria-hidden="true">
                <i style={{ width: `${(one.now / most) * 100}%` }} />
                <b style={{ left: `${(one.before / most) * 100}%` }} />
              </span>
              <span className="nowrap">
                <Link to="/matters" search={filtersOf(one.url)} className="figure-link">
                  {one.now}
                </Link>{" "}
                <span className="meta">{t.categoryWas(one.before)}</span>
              </span>
              <span className="meta cut">{one.where}</span>
            </li>
          ))}
        </ul>
        {board.doors.length > 0 && (
          <p className="meta growth-doors">
            {t.doors}：{board.doors.map((one) => `${m.doors[one.door as Door]} ${one.now}`).join(" · ")}
          </p>
        )}
      </div>
    </section>
  );
}
