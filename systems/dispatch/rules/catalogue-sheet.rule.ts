import type { CatalogueItem, Duties, Level } from "./dispatch-shapes.ts";
import { type Fault, faultsOfCatalogue, type Register } from "./faults-of-a-catalogue.rule.ts";

/** The columns of a catalogue's sheet, in the order of an export; an import finds them by name in any order. */
export const SHEET_FIELDS = [
  "code",
  "zh",
  "en",
  "category",
  "lead",
  "supports",
  "level",
  "basis",
  "validFrom",
  "validTo",
  "note",
] as const;
export type SheetField = (typeof SHEET_FIELDS)[number];
export const FIELD_NAMES: Readonly<Record<SheetField, readonly [string, ...string[]]>> = {
  code: ["编码", "事项编码", "序号", "code"],
  zh: ["事项名称", "事项", "name"],
  en: ["英文名称", "English name"],
  category: ["类别", "事项类别", "category"],
  lead: ["主办单位", "主办", "牵头单位", "lead"],
  supports: ["协办单位", "协办", "配合单位", "supports"],
  level: ["层级", "办理层级", "level"],
  basis: ["依据", "法律依据", "basis"],
  validFrom: ["生效日期", "起始日期", "valid from"],
  validTo: ["截止日期", "失效日期", "valid to"],
  note: ["备注", "note"],
};
export const REQUIRED: readonly SheetField[] = ["code", "zh", "category", "lead"];
const LEVEL_NAMES: Readonly<Record<Level, string>> = { county: "县级", township: "乡镇", village: "村级" };
const TOWNSHIP = "属地乡镇（街道）";
const VILLAGE = "属地村（社区）";
const tight = (text: string) => text.replace(/[\s（）()]/g, "");

function targetOf(name: string, { units }: Register): string {
  const bare = tight(name);
  if (bare === "") return "";
  if (/^(属地)?(乡镇|乡镇街道|镇街)$/.test(bare) || bare === tight(TOWNSHIP)) return "township-of-place";
  if (/^(属地)?(村|社区|村社区|村居)$/.test(bare)) return "village-of-place";
  const unit =
    units.find((one) => one.code === name || tight(one.name) === bare || tight(one.shortName) === bare) ??
    units.find((one) => one.alsoCalled?.includes(name));
  return `unit:${unit?.code ?? name}`;
}

const categoryOf = (name: string, { categories }: Register): string => {
  const last = name.split(/[/／]/).at(-1)?.trim() ?? "";
  return categories.find((one) => one.code === name || one.name.zh === last || one.name.en === last)?.code ?? name;
};
const levelOf = (text: string, lead: string): Level | undefined =>
  text === ""
    ? lead.startsWith("township")
      ? "township"
      : lead.startsWith("village")
        ? "village"
        : "county"
    : /县|county/.test(text)
      ? "county"
      : /乡|镇|街道|township/.test(text)
        ? "township"
        : /村|社区|village/.test(text)
          ? "village"
          : undefined;
const dayOfText = (text: string) =>
  text
    .replace(/[年./月]/g, "-")
    .replace(/日.*$|\s.*$/g, "")
    .replace(/-(\d)(?=-|$)/g, "-0$1");

/** Lines out of a sheet's rows, with all that is wrong by the row that Excel shows. Nothing is kept. */
export function readCatalogueRows(
  rows: readonly { readonly row: number; readonly cells: Readonly<Partial<Record<SheetField, string>>> }[],
  register: Register,
  duties?: Duties,
): { items: CatalogueItem[]; faults: Fault[] } {
  const levels: Fault[] = [];
  const items = rows.map(({ row, cells }): CatalogueItem => {
    const text = (field: SheetField) => cells[field]?.trim() ?? "";
    const lead = targetOf(text("lead"), register);
    const level = levelOf(text("level"), lead);
    if (!level) levels.push({ row, line: text("code"), code: "level-unknown", what: text("level") });
    return {
      code: text("code"),
      name: { zh: text("zh"), en: text("en") },
      category: categoryOf(text("category"), register),
      level: level ?? "county",
      lead,
      supports: text("supports")
        .split(/[、,，;；\n]/)
        .filter((one) => one.trim())
        .map((one) => targetOf(one.trim(), register)),
      basis: text("basis"),
      ...(text("validFrom") && { validFrom: dayOfText(text("validFrom")) }),
      ...(text("validTo") && { validTo: dayOfText(text("validTo")) }),
      ...(text("note") && { note: text("note") }),
    };
  });
  const faults = faultsOfCatalogue(
    items,
    register,
    duties,
    rows.map(({ row }) => row),
  );
  return { items, faults: [...faults, ...levels].sort((a, b) => (a.row ?? 0) - (b.row ?? 0)) };
}

/** A line's cells in the order of SHEET_FIELDS, in the names that people use. */
export function catalogueCells(item: CatalogueItem, { categories, units }: Register): string[] {
  const unitName = (target: string) =>
    target === "township-of-place"
      ? TOWNSHIP
      : target === "village-of-place"
        ? VILLAGE
        : (units.find(({ code }) => `unit:${code}` === target)?.name ?? target);
  const category = categories.find(({ code }) => code === item.category)?.name.zh ?? item.category;
  return [
    item.code,
    item.name.zh,
    item.name.en,
    category,
    unitName(item.lead),
    item.supports.map(unitName).join("、"),
    LEVEL_NAMES[item.level],
    item.basis,
    item.validFrom ?? "",
    item.validTo ?? "",
    item.note ?? "",
  ];
}
