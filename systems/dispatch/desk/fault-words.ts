import { words } from "../../../foundation/i18n/words.ts";

/** What is wrong in a line, and what to do about it; `what` is already in the words people use. */
export const faultWords = words(
  {
    faults: {
      "code-missing": () => "没有编码。请给它一个目录里没用过的编码。",
      "code-twice": (what: string) => `编码 ${what} 用了两次。请改其中一个。`,
      "name-missing": () => "没有名称。请写这一项叫什么。",
      "unknown-category": (what: string) => `县里没有“${what}”这个类别。请从类别表里选。`,
      "unknown-unit": (what: string) => `没有“${what}”这个单位。请写全称或通用简称，或写“属地乡镇（街道）”。`,
      "lead-missing": () => "没有主办单位。每一项都要有一个主办。",
      "lead-supports-itself": (what: string) => `${what}既是主办又是协办。请从协办里去掉。`,
      "overlapping-validity": (what: string) => `和 ${what} 是同一类别，有效的日子又重了。请改其中一项的起止日期。`,
      "last-day-before-first": (what: string) => `截止日期早于生效日期（${what}）。请对调或改正。`,
      "date-unreadable": (what: string) => `“${what}”读不成日期。请写成 2026-11-01。`,
      "level-unknown": (what: string) => `层级“${what}”读不懂。请写县级、乡镇或村级。`,
      "part-unknown": (what: string) => `“${what}”不是履职清单的一类。请选基本履职、配合履职或上级部门收回。`,
      "not-on-duty-list": (what: string) => `履职事项清单没有把这类事给${what}。请改派主管部门，或先改清单。`,
      "basis-missing": () => "没有依据。请写文件名称，还没定的写“示例，待县里核定”。",
    },
  },
  {
    faults: {
      "code-missing": () => "No code. Give it one that the list does not use yet.",
      "code-twice": (what) => `Code ${what} is used twice. Change one of them.`,
      "name-missing": () => "No name. Say in Chinese what the item is called.",
      "unknown-category": (what) => `The county has no category “${what}”. Choose one from its list.`,
      "unknown-unit": (what) =>
        `There is no unit “${what}”. Write its full or usual name, or “属地乡镇（街道）” for the township of the place.`,
      "lead-missing": () => "No lead. Every item needs one.",
      "lead-supports-itself": (what) => `${what} both leads and supports. Take it out of the supports.`,
      "overlapping-validity": (what) => `Same category as ${what}, and their days overlap. Change the days of one of them.`,
      "last-day-before-first": (what) => `The last day is before the first (${what}). Correct them.`,
      "date-unreadable": (what) => `“${what}” is not a date. Write it as 2026-11-01.`,
      "level-unknown": (what) => `The level “${what}” is not known. Write 县级, 乡镇 or 村级.`,
      "part-unknown": (what) => `“${what}” is no part of the duty list. Choose one of the three.`,
      "not-on-duty-list": (what) =>
        `The duty list does not give this to ${what}. Name the department, or change the duty list first.`,
      "basis-missing": () => "No basis. Name the document; where it is not settled write “示例，待县里核定”.",
    },
  },
);
