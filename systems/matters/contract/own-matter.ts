import type { RequestKind } from "../rules/person-requests.rule.ts";

/** What the bearer of a code may know and change of themselves in one matter. */
export interface OwnMatter {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly quiet: boolean;
  readonly wantsSecrecy: boolean;
  /** 代录、代办: how whoever typed stands to them; null where they typed themselves. */
  readonly relation: string | null;
  readonly erased: boolean;
  readonly generation: number;
  /** What is asked beside the 12 digits. */
  readonly second: "phone" | "digits" | "nothing";
  /** The four digits drawn with the code; null where the telephone's last four are asked. */
  readonly digits: string | null;
  readonly requests: readonly {
    readonly id: string;
    readonly kind: RequestKind;
    readonly words: string;
    readonly askedAt: string;
    readonly dueAt: string;
    readonly answeredAt: string | null;
    readonly granted: boolean | null;
    readonly answer: string | null;
  }[];
}

/** One line of a booklet: a matter as its bearer sees it in a list. */
export interface BookletLine {
  readonly matterId: string;
  readonly title: string;
  readonly number: string;
  readonly state: string;
  readonly dueAt: string | null;
  readonly asks: boolean;
}
