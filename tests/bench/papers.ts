// npm run bench papers [-- --rounds 5]: a file of sixty pages as PDF, warm; a thousand agreements one after another and the memory they take.

import { agreementPaper } from "../../systems/mediation/papers/agreement-papers.ts";
import { dossierOf } from "../../systems/mediation/papers/dossier-of-a-case.ts";
import type { Filled } from "../../systems/mediation/papers/filled.ts";
import { agreed, atTheTable, START, signed, TERMS } from "../../systems/mediation/rules/cases.fixture.ts";
import { makePdfPress } from "../../systems/papers/index.ts";
import { median, option, sayMachine, sayTable } from "./report.ts";

const person = (name: string) => ({ name, phone: "13800000001", address: "示例村1组", age: 52, gender: "男", work: "务农" });
const filled = (one: Filled["one"], serial = 3): Filled => ({
  one: { ...one, number: { year: 2026, word: "示例", serial } },
  committee: "示例村人民调解委员会",
  people: new Map([
    ["a", person(`张某${serial}`)],
    ["b", person("李某乙")],
  ]),
  mediators: ["王某"],
  recorder: "赵某",
  kind: "邻里",
});

sayMachine("none");
const press = makePdfPress();
const minutes = (session: number) =>
  Array.from({ length: 120 }, (_, line) => `第${session}次第${line}句：双方各陈述一遍，调解员逐项核对账目和地界。`).join("\n");
let walk = atTheTable();
for (let session = 0; session < 11; session++)
  walk = walk.do("hold-session", {
    place: "村委会",
    present: ["a", "b"],
    invited: [],
    minutes: minutes(session),
    outcome: "goes-on",
  });
const long = walk.do("write-agreement", TERMS).do("sign-agreement", signed(START)).one;

const times: number[] = [];
let pages = 0;
await press.paper(agreementPaper(filled(agreed().one), agreed().one.agreements[0]!));
for (let round = 0; round < option("rounds", 7); round++) {
  // other words each time, or the press would only repeat itself
  const one = filled({ ...long, facts: `第${round}轮` }, round + 10);
  const changed = {
    ...one,
    one: { ...one.one, sessions: one.one.sessions.map((session) => ({ ...session, minutes: `${round} ${session.minutes}` })) },
  };
  const began = performance.now();
  pages = (await press.dossier(dossierOf(changed, {}, { period: "长期", boundBy: "王某", checkedBy: null }))).pages;
  times.push(performance.now() - began);
}
const memory = () => Math.round(process.memoryUsage().rss / 2 ** 20);
const { one } = agreed();
let most = memory();
const began = performance.now();
for (let serial = 1; serial <= 1000; serial++) {
  await press.paper(agreementPaper(filled(one, serial), one.agreements[0]!));
  most = Math.max(most, memory());
}
const seconds = (performance.now() - began) / 1000;
sayTable("Papers (Typst)", [
  { what: `file of ${pages} pages, median of ${times.length} (ms)`, figure: median(times) },
  { what: "the slowest of them (ms)", figure: Math.max(...times) },
  { what: "1,000 agreements, one after another (s)", figure: seconds },
  { what: "memory at most (MB)", figure: most },
]);
await press.close();
