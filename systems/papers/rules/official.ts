/**
 * An official paper of a party or government body, laid out by GB/T 9704-2012. What stands in brackets in the standard as a choice is a
 * field here; what is fixed there (margins, sizes, places) is in `official-layout.ts` and nowhere else.
 */
export interface Official {
  /** 发文机关标志, e.g. 郏县社会治安综合治理中心文件. */
  readonly mark: string;
  readonly number: OfficialNumber;
  /** 份号, six digits; 密级 and 紧急程度 as they are printed. */
  readonly copy?: string;
  readonly secrecy?: string;
  readonly urgency?: string;
  /** 签发人: printed on papers that go up. */
  readonly signer?: string;
  /** A line break where the title may break: never in the middle of a word. 7.3.1 */
  readonly title: string;
  /** 主送机关, without the colon. */
  readonly to: string;
  readonly body: readonly OfficialBlock[];
  readonly attachments?: readonly string[];
  readonly author: string;
  /** 成文日期, yyyy-mm-dd. */
  readonly day: string;
  /** With a seal: the date four characters from the right, the name centred over it. */
  readonly sealed: boolean;
  /** 附注, printed in brackets. */
  readonly note?: string;
  /** 版记. */
  readonly colophon?: { readonly copiesTo?: string; readonly printedBy: string; readonly printedOn: string };
}

/** 机关代字〔2026〕1号. */
export interface OfficialNumber {
  readonly word: string;
  readonly year: number;
  readonly serial: number;
}

/** Levels 1–4 are 一、 （一） 1. （1）; their numbers are set by the layout, never typed. */
export type OfficialBlock = { readonly level: 1 | 2 | 3 | 4; readonly text: string } | { readonly text: string };

/** 发文字号: six-sided brackets, the whole year, no 第, no leading zero. GB/T 9704-2012, 7.2.5. */
export const officialNumber = ({ word, year, serial }: OfficialNumber): string => `${word}〔${year}〕${serial}号`;

/** 成文日期: Arabic figures, no leading zeros. GB/T 9704-2012, 7.3.5. Takes yyyy-mm-dd. */
export function officialDay(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}

const DIGITS = "零一二三四五六七八九";

/** 1–99 in Chinese figures, as headings count: 一, 十, 十一, 二十三. */
export function inChinese(count: number): string {
  if (!Number.isInteger(count) || count < 1 || count > 99) throw new RangeError(`no heading has the number ${count}`);
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  return `${tens > 1 ? DIGITS[tens] : ""}${tens > 0 ? "十" : ""}${ones > 0 ? DIGITS[ones] : ""}`;
}

export interface Numbered {
  readonly level: 0 | 1 | 2 | 3 | 4;
  readonly mark: string;
  readonly text: string;
}

/** Blocks with their numbers: a level begins anew under each heading above it. GB/T 9704-2012, 7.3.3. */
export function numbered(body: readonly OfficialBlock[]): Numbered[] {
  const counts = [0, 0, 0, 0, 0];
  return body.map((block) => {
    if (!("level" in block)) return { level: 0, mark: "", text: block.text };
    const { level } = block;
    counts[level]! += 1;
    counts.fill(0, level + 1);
    const count = counts[level]!;
    const mark =
      level === 1
        ? `${inChinese(count)}、`
        : level === 2
          ? `（${inChinese(count)}）`
          : level === 3
            ? `${count}．`
            : `（${count}）`;
    return { level, mark, text: block.text };
  });
}
