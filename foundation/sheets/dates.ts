export interface WrittenDate {
  /** `yyyy-mm-ddThh:mm:ss` on the clock of the place where it was written; midnight where no time is given. */
  readonly local: string;
  readonly precision: "day" | "minute" | "second";
  readonly year: number;
  /** Minutes east of UTC where the text says so itself (`Z`, `+08:00`). */
  readonly offsetMinutes?: number;
}

const FULL_WIDTH_SHIFT = 0xfee0;
const YEAR_FIRST = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?(?:\s*(?:星期|周)[一二三四五六日天])?/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?=$|\s|T|(?:\d{4}|\d{6})$)/;
const AMERICAN = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?=$|\s)/;
const CLOCK =
  /^(上午|下午|早上|中午|晚上|凌晨)?\s?(\d{1,2})\s?[:时点]\s?(?:(\d{1,2})\s?[:分]?\s?)?(?:(\d{1,2})(?:\.\d+)?\s?秒?)?\s?(AM|PM)?/i;
const COMPACT_CLOCK = /^(\d{2})(\d{2})(\d{2})?$/;
const OFFSET = /^(Z|[+-]\d{2}:?\d{2})$/i;

/**
 * Reads a date as people and systems write it: 2026年1月5日, 2026/1/5 8:03, 2026-01-05T08:03:00+08:00, 20260105, 下午3时20分, and the
 * American 1/5/2026. Undefined where it is no date of the calendar. Any year 1000–9999: the caller says which years it accepts.
 */
export function readDate(text: string): WrittenDate | undefined {
  if (text.length > 60) return undefined;
  const plain = text
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_SHIFT))
    .replace(/[\u00a0\u3000]/g, " ")
    .trim();
  const yearFirst = YEAR_FIRST.exec(plain) ?? COMPACT.exec(plain);
  const american = yearFirst ? null : AMERICAN.exec(plain);
  const found = yearFirst ?? american;
  if (!found) return undefined;
  const [year, month, day] = (yearFirst ? [found[1], found[2], found[3]] : [found[3], found[1], found[2]]).map(Number) as [
    number,
    number,
    number,
  ];
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate())
    return undefined;
  const clock = readClock(plain.slice(found[0].length).replace(/^[T\s]+/, ""));
  if (!clock) return undefined;
  const two = (value: number) => String(value).padStart(2, "0");
  const local = `${year}-${two(month)}-${two(day)}T${two(clock.hour)}:${two(clock.minute)}:${two(clock.second)}`;
  const date: WrittenDate = { local, precision: clock.precision, year };
  return clock.offset === undefined ? date : { ...date, offsetMinutes: clock.offset };
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly precision: WrittenDate["precision"];
  readonly offset?: number;
}

function readClock(text: string): Clock | undefined {
  if (text === "") return { hour: 0, minute: 0, second: 0, precision: "day" };
  const compact = COMPACT_CLOCK.exec(text);
  const found = compact ? [compact[0], undefined, compact[1], compact[2], compact[3], undefined] : CLOCK.exec(text);
  if (!found) return undefined;
  const rest = text.slice((found[0] ?? "").length).trim();
  if (rest !== "" && !OFFSET.test(rest)) return undefined;
  let hour = Number(found[2]);
  const afternoon = /下午|晚上|pm/i.test(`${found[1] ?? ""}${found[5] ?? ""}`) || (found[1] === "中午" && hour < 11);
  if (afternoon && hour < 12) hour += 12;
  if (/上午|凌晨|am/i.test(`${found[1] ?? ""}${found[5] ?? ""}`) && hour === 12) hour = 0;
  const minute = Number(found[3] ?? 0);
  const second = Number(found[4] ?? 0);
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const clock = { hour, minute, second, precision: found[4] === undefined ? ("minute" as const) : ("second" as const) };
  return rest === "" ? clock : { ...clock, offset: offsetMinutes(rest) };
}

function offsetMinutes(text: string): number {
  if (/^z$/i.test(text)) return 0;
  const digits = text.replace(":", "");
  return (digits[0] === "-" ? -1 : 1) * (Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5)));
}
