import type { Day } from "../../../foundation/time/index.ts";
import { type Field, type Told, told } from "../../papers/index.ts";
import { caseNumber, type MediationCase, type Party } from "../rules/case.ts";

/** What a party's paper says of them, opened from the vault for printing and not kept. */
export interface Person {
  readonly name: string;
  readonly phone?: string | undefined;
  readonly address?: string | undefined;
  readonly age?: number | undefined;
  readonly gender?: string | undefined;
  readonly work?: string | undefined;
}

/** A case with all that its papers need. */
export interface Filled {
  readonly one: MediationCase;
  readonly committee: string;
  readonly people: ReadonlyMap<string, Person>;
  /** Names of mediators and of who keeps the record, as the committee's register has them. */
  readonly mediators: readonly string[];
  readonly recorder: string | null;
  readonly kind: string;
}

/** yyyy-mm-dd as papers say it. */
export const inWords = (day: Day): string => {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
};

export const nameOf = ({ people }: Filled, id: string): string | undefined => people.get(id)?.name;
export const names = (filled: Filled, parties: readonly Party[]): string[] =>
  parties.map((party) => nameOf(filled, party.id) ?? "").filter(Boolean);
export const numberOf = ({ one }: Filled): string | undefined => (one.number ? caseNumber(one.number) : undefined);
export const sideOf = ({ one }: Filled, side: Party["side"]): readonly Party[] =>
  one.parties.filter((party) => party.side === side);

/** 元, with two decimals where there are fen. */
export const money = (fen: number): string =>
  (fen / 100).toLocaleString("zh-CN", { minimumFractionDigits: fen % 100 ? 2 : 0, maximumFractionDigits: 2 });

/** 民族 stands on the official form and nowhere in the record: it is written by hand by whoever wishes. */
const byHand: Told = { missing: "手填" };

/** The rows of a form that say who a party is. */
export function whoIs(filled: Filled, party: Party, role: string): Field[][] {
  const person = filled.people.get(party.id);
  const label = (name: string) => `${role}${name}`;
  const representative = party.representative && filled.people.get(party.representative.id)?.name;
  if (party.standing === "organisation")
    return [
      [
        { label: role, value: told(person?.name, label("名称")) },
        { label: "联系方式", value: told(person?.phone, label("联系方式")) },
      ],
      [{ label: "住所", value: told(person?.address, label("住所")) }],
    ];
  return [
    [
      { label: role, value: told(person?.name, label("姓名")) },
      { label: "性别", value: told(person?.gender, label("性别")) },
      { label: "民族", value: byHand },
    ],
    [
      { label: "年龄", value: told(person?.age?.toString(), label("年龄")) },
      { label: "职业或职务", value: told(person?.work, label("职业或职务")) },
    ],
    [{ label: "联系方式", value: told(person?.phone, label("联系方式")) }],
    [{ label: "单位或住址", value: told(person?.address, label("单位或住址")) }],
    ...(party.representative
      ? [
          [
            { label: party.representative.by === "guardian" ? "监护人" : "代理人", value: told(representative, label("代理人")) },
            { label: "权限", value: party.representative.authority === "special" ? "特别授权" : "一般授权" },
          ],
        ]
      : []),
  ];
}

export const everyone = (filled: Filled): Field[][] => [
  ...sideOf(filled, "applicant").flatMap((party) => whoIs(filled, party, "申请人")),
  ...sideOf(filled, "respondent").flatMap((party) => whoIs(filled, party, "被申请人")),
];
