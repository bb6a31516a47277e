import fc from "fast-check";
import type { DispatchRule, DispatchWhen } from "../dispatch-shapes.ts";
import type { CatalogueLine, RuleFacts } from "../match.rule.ts";
import type { NameSort, Names } from "./names.ts";

const WORDS = ["不亮", "路灯不亮", "亮", "漏水", "水", "着火", '引"号', "「词」", "反\\斜", "a b"];
const CLOCKS = ["00:00", "06:00", "08:30", "12:00", "18:00", "23:59"];
const YEARLY = ["01-15", "06-01", "09-30", "12-20"];
const DATES = ["2026-01-01", "2026-06-01", "2026-08-31", "2026-12-31"];
const TARGETS = ["township-of-place", "village-of-place", "unit:housing", "unit:police", "unit:gone-unit"];

const few = (names: Names, sort: NameSort, length = 8) => {
  const codes = names.codes(sort);
  const step = Math.max(1, Math.floor(codes.length / length));
  return codes.filter((_, index) => index % step === 0).slice(0, length + 1);
};
const list = (of: readonly string[]) => fc.uniqueArray(fc.constantFrom(...of), { minLength: 1, maxLength: 3 });
const spans = (of: readonly string[], wraps: boolean) =>
  fc
    .tuple(fc.constantFrom(...of), fc.constantFrom(...of))
    .filter(([from, to]) => wraps || from < to)
    .filter(([from, to]) => from !== to)
    .map(([from, to]) => [{ from, to }]);
/** Categories near each other, so that branches and their leaves meet. */
const categories = (names: Names) => [
  "facilities",
  "facilities.street-lamp",
  "city",
  "city.stalls",
  ...few(names, "category", 4),
];
const places = (names: Names) => {
  const villages = names
    .codes("place")
    .filter((code) => code.length === 12)
    .slice(0, 4);
  return [...villages, ...new Set(villages.map((code) => code.slice(0, 9))), ...few(names, "place", 3)];
};

/** Any condition that can be kept, up to three levels deep. */
export function anyWhen(names: Names, depth = 2): fc.Arbitrary<DispatchWhen> {
  const flat = {
    kinds: list(few(names, "kind")),
    categories: list([...categories(names), "gone.category"]),
    urgency: list(names.codes("urgency")),
    places: list(places(names)),
    doors: list(few(names, "door")),
    words: list(WORDS),
    catalogueLeads: list(TARGETS),
    catalogueLevels: list(["county", "township", "village"]),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 }),
    hours: spans(CLOCKS, true),
    dates: fc.oneof(spans(YEARLY, true), spans(DATES, false)),
  };
  const inner = depth > 0 ? anyWhen(names, depth - 1) : undefined;
  const nested = inner && {
    any: fc.array(inner, { minLength: 1, maxLength: 3 }),
    not: inner,
    all: fc.array(inner, { minLength: 1, maxLength: 2 }),
  };
  const keys = [...Object.keys(flat), ...Object.keys(nested ?? {})];
  return fc
    .uniqueArray(fc.constantFrom(...keys), { maxLength: 3 })
    .chain((chosen) => fc.record(Object.fromEntries(chosen.map((key) => [key, { ...flat, ...nested }[key as "kinds"]]))))
    .map((when) => when as DispatchWhen);
}

/** A book of rules with different names and ids. */
export const anyRules = (names: Names, length?: number): fc.Arbitrary<DispatchRule[]> =>
  fc
    .array(fc.tuple(anyWhen(names), fc.constantFrom(...TARGETS, "catalogue"), list(TARGETS), fc.constantFrom(...WORDS)), {
      minLength: length ?? 1,
      maxLength: length ?? 6,
    })
    .map((rules) =>
      rules.map(([when, unit, supports, word], index) => ({
        id: `r-${index}`,
        name: `${index} ${word}`,
        when,
        then: { unit, supports },
        owner: index % 2 ? "county-centre.rules" : "gone.post",
        reason: `因为${word}`,
      })),
    );

/** A matter as dispatch sees it, where conditions of `anyWhen` often hold. */
export const someFacts = (names: Names): fc.Arbitrary<{ facts: RuleFacts; line: CatalogueLine | undefined }> =>
  fc
    .record({
      kind: fc.constantFrom(...few(names, "kind"), null),
      category: fc.constantFrom(...categories(names), null),
      urgency: fc.constantFrom(...names.codes("urgency")),
      door: fc.constantFrom(...few(names, "door")),
      text: fc.array(fc.constantFrom(...WORDS, "今天", "村口"), { maxLength: 4 }).map((parts) => parts.join("，")),
      place: fc.constantFrom(...places(names), undefined),
      receivedAt: fc.date({ min: new Date("2026-01-01"), max: new Date("2026-12-31"), noInvalidDate: true }),
      lead: fc.constantFrom(...TARGETS, undefined),
      level: fc.constantFrom("county", "township", "village"),
    })
    .map(({ place, lead, level, ...facts }) => ({
      facts: {
        ...facts,
        ...(place && { township: place.slice(0, 9) }),
        ...(place && place.length > 9 && { village: place }),
      },
      line: lead ? { lead, level } : undefined,
    }));
