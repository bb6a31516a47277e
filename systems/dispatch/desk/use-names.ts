import { formatDate } from "../../../foundation/time/index.ts";
import { useLanguage, useWords } from "../../../ui/index.ts";
import type { Duty } from "../rules/dispatch-shapes.ts";
import type { Fault } from "../rules/faults-of-a-catalogue.rule.ts";
import type { Known } from "./calls.ts";
import { faultWords } from "./fault-words.ts";
import { catalogueWords } from "./words.ts";

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The codes of lines in the words people use: units by their short names, categories by their path. */
export function useNames(known: Known) {
  const t = useWords(catalogueWords);
  const f = useWords(faultWords);
  const language = useLanguage();
  const side = language === "en" ? "en" : "zh";
  const units = new Map(known.units.map((unit) => [unit.code, unit]));
  const categories = new Map(known.categories.map((one) => [one.code, one.name[side] || one.name.zh]));
  const unitName = (code: string) => units.get(code)?.shortName ?? code;
  const targetName = (target: string) =>
    target === "township-of-place"
      ? t.townshipOfPlace
      : target === "village-of-place"
        ? t.villageOfPlace
        : unitName(target.replace(/^unit:/, ""));
  const categoryName = (code: string) => {
    const parent = code.includes(".") ? categories.get(code.split(".")[0] ?? "") : undefined;
    const own = categories.get(code) ?? code;
    return parent ? `${parent} / ${own}` : own;
  };
  const places = known.units.filter((unit) => unit.place);
  const placeName = (code: string) => places.find((unit) => unit.place === code)?.shortName ?? code;
  const ofDays = (line: { validFrom?: string; validTo?: string }) =>
    [line.validFrom && t.from(formatDate(line.validFrom, language)), line.validTo && t.until(formatDate(line.validTo, language))]
      .filter(Boolean)
      .join(" ") || t.always;
  const only = (duty: Duty) => [
    ...(duty.kinds ?? []).map((one) => t.kinds[one] ?? one),
    ...(duty.urgency ?? []).map((one) => t.urgencies[one] ?? one),
    ...(duty.places ?? []).map(placeName),
  ];
  const targets: Choice[] = [
    { value: "township-of-place", label: t.townshipOfPlace },
    { value: "village-of-place", label: t.villageOfPlace },
    ...known.units
      .filter((unit) => unit.level === "county")
      .map((unit) => ({ value: `unit:${unit.code}`, label: unit.shortName })),
  ];
  const sentence = ({ code, what }: Pick<Fault, "code" | "what">) =>
    f.faults[code](code === "lead-supports-itself" || code === "not-on-duty-list" ? targetName(what) : what);
  /** A field's value as a reader of two versions sees it. */
  const shown = (field: string, value: unknown): string => {
    if (value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0)) return t.empty;
    const list = (Array.isArray(value) ? value : [value]) as string[];
    const each = (one: string): string => {
      if (field === "lead" || field === "supports") return targetName(one);
      if (field === "category" || field === "categories") return categoryName(one);
      if (field === "department") return unitName(one);
      if (field === "places") return placeName(one);
      if (field === "level") return t.levels[one as "county"] ?? one;
      if (field === "part") return t.parts[one as "basic"] ?? one;
      if (field === "kinds") return t.kinds[one] ?? one;
      if (field === "urgency") return t.urgencies[one] ?? one;
      return one;
    };
    if (field === "name") {
      const name = value as { zh: string; en: string };
      return `${name.zh}${name.en ? ` / ${name.en}` : ""}`;
    }
    return list.map(each).join("、");
  };
  return {
    side: side as "zh" | "en",
    unitName,
    targetName,
    categoryName,
    ofDays,
    only,
    targets,
    sentence,
    shown,
    categoryChoices: known.categories.map(({ code }) => ({ value: code, label: categoryName(code) })),
    departmentChoices: known.units
      .filter(({ level }) => level === "county")
      .map((unit) => ({ value: unit.code, label: unit.shortName })),
    placeChoices: places.map((unit) => ({ value: unit.place ?? "", label: unit.shortName })),
  };
}
export type Names = ReturnType<typeof useNames>;
