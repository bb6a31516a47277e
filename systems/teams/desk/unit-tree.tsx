import { Link } from "@tanstack/react-router";
import { Icon } from "../../../ui/index.ts";
import type { Branch } from "./calls.ts";

const holds = (branch: Branch, id: string | undefined): boolean =>
  branch.children.some((one) => one.unit.id === id || holds(one, id));

/** Units under units, as lists in lists that open by a key or a click; the way to the chosen one stands open. */
export function UnitTree({ branches, chosen, all }: { branches: readonly Branch[]; chosen: string | undefined; all: boolean }) {
  return (
    <ul className="unit-tree">
      {branches.map((branch) => {
        const link = (
          <Link
            to="/teams"
            search={{ unit: branch.unit.id } as never}
            className="unit-link"
            aria-current={branch.unit.id === chosen ? "true" : undefined}
          >
            {branch.unit.name}
          </Link>
        );
        if (branch.children.length === 0) return <li key={branch.unit.id}>{link}</li>;
        return (
          <li key={branch.unit.id}>
            <details open={all || !branch.unit.parentId || branch.unit.id === chosen || holds(branch, chosen)}>
              <summary aria-label={branch.unit.name}>
                <Icon name="chevron-right" small />
              </summary>
              <UnitTree branches={branch.children} chosen={chosen} all={all} />
            </details>
            <span className="unit-parent">{link}</span>
          </li>
        );
      })}
    </ul>
  );
}
