import type { Door, Kind, Urgency } from "../../../systems/matters/rules/lifecycle.ts";
import type { Example } from "../../template/shapes.ts";

const KIND: Record<string, Kind> = {
  询: "consultation",
  助: "help",
  诉: "complaint",
  举: "report",
  议: "suggestion",
  纠: "dispute",
  患: "hazard",
};
const DOOR: Record<string, Door> = {
  网: "portal",
  窗: "counter",
  电: "hotline",
  格: "field",
  访: "reception",
  代: "deputies",
  接: "api",
  表: "spreadsheet",
};
const URGENCY: Record<string, Urgency> = { 平: "ordinary", 急: "pressing", 险: "danger" };

/** "" no place · "冢头镇" · "冢头镇/纪村" · "among 东街" a name that stands twice · "outside 襄城县". */
function placeOf(words: string): Example["place"] {
  if (words === "") return null;
  if (words.startsWith("outside ")) return { outside: words.slice(8) };
  if (words.startsWith("among ")) return { among: words.slice(6).split(" ") };
  const [township = "", village] = words.split("/");
  return village ? { township, village } : { township };
}

/** `head`: id, door, kind, urgency, days ago, time of day; e.g. "001 网诉平 4 08:12". */
export function example(
  head: string,
  category: string,
  place: string,
  title: string,
  text: string,
  more: Partial<Example> = {},
): Example {
  const [id = "", letters = "", daysAgo = "", at = ""] = head.split(" ");
  const [door = "", kind = "", urgency = ""] = [...letters];
  return {
    id,
    door: DOOR[door]!,
    kind: KIND[kind]!,
    urgency: URGENCY[urgency]!,
    category,
    place: placeOf(place),
    title,
    text,
    daysAgo: Number(daysAgo),
    at,
    ...more,
  };
}
