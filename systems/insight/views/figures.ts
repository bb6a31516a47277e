import type { z } from "zod";
import type { Actor } from "../../../foundation/db/actor.ts";
import { type Day, startOfDay } from "../../../foundation/time/index.ts";
import type { FigureCounts } from "../../matters/index.ts";
import type { Figure, RateFigure } from "../contract.ts";
import { shareOf } from "../rules/share-of.rule.ts";
import { definitions, onlyWhatYouSee } from "../words.ts";

/** What a figure's URL and words need to know beside the counts. */
export interface FigureFrame {
  readonly locale: Actor["locale"];
  /** Monday of the week counted and of the one after it. */
  readonly from: Day;
  readonly next: Day;
  /** Adds that the reader does not see everything. */
  readonly partly: boolean;
}

type Name = keyof typeof definitions;
type OneFigure = z.input<typeof Figure>;
type OneRate = z.input<typeof RateFigure>;

const GOOD = new Set(["very-satisfied", "satisfied"]);

/** The desk's queue with these filters: every figure opens its matters by the same address that a person could have made. */
export function listUrl(filters: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) if (value !== undefined) query.append(name, value);
  return `/desk/matters?${query}`;
}

/** The seven figures of one place (all places told apart, where `place` is undefined), each with the list behind it. */
export function figuresOf(counts: FigureCounts, frame: FigureFrame, place: string | undefined, root: string | undefined) {
  const here = <Row extends { readonly place: string | null }>(rows: readonly Row[]) =>
    place === undefined ? rows : rows.filter((row) => row.place === place);
  const sum = (rows: readonly { readonly n: number }[]) => rows.reduce((total, row) => total + row.n, 0);
  const [received, closed, open] = [here(counts.received), here(counts.closed), here(counts.open)];
  const ago = <Row extends { readonly weeksAgo: number }>(rows: readonly Row[], weeks: number) =>
    rows.filter((row) => row.weeksAgo === weeks);
  const [from, to] = [startOfDay(frame.from).toISOString(), startOfDay(frame.next).toISOString()];
  const at = place ?? root;
  const url = (filters: Record<string, string>) => listUrl({ queue: "all", place: at, ...filters });
  const thisWeek = { closedFrom: from, closedTo: to };
  const figure = (name: Name, value: number, before: number | null, filters: Record<string, string>): OneFigure => ({
    name,
    value,
    before,
    url: url(filters),
    definition: definitions[name][frame.locale] + (frame.partly ? onlyWhatYouSee[frame.locale] : ""),
  });
  const rate = (name: Name, rows: typeof closed, met: (row: (typeof closed)[number]) => boolean, by: string): OneRate => {
    const share = (weeks: number) => shareOf(sum(ago(rows, weeks).filter(met)), sum(ago(rows, weeks)));
    const [now, before] = [share(0), share(1)];
    return { ...figure(name, now.value, before.n > 0 ? before.value : null, { ...thisWeek, figure: by }), ...now };
  };
  const now = (column: "open" | "overdue" | "shelved") => open.reduce((total, row) => total + row[column], 0);
  return {
    received: figure("received", sum(ago(received, 0)), sum(ago(received, 1)), { receivedFrom: from, receivedTo: to }),
    closed: figure("closed", sum(ago(closed, 0)), sum(ago(closed, 1)), thisWeek),
    open: figure("open", now("open"), null, { figure: "open" }),
    overdue: figure("overdue", now("overdue"), null, { queue: "overdue", dueBefore: counts.at.toISOString() }),
    shelved: figure("shelved", now("shelved"), null, { queue: "shelved" }),
    onTime: rate("onTime", closed, (row) => row.inTime, "in-time"),
    satisfied: rate(
      "satisfied",
      closed.filter((row) => row.rating !== null),
      (row) => GOOD.has(row.rating!),
      "satisfied",
    ),
  };
}
