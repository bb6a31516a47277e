import { describe, expect, test } from "vitest";
import { Refusal } from "../../../foundation/refusal.ts";
import { agreementInForce, caseNumber, mediatorsOf } from "./case.ts";
import { agreed, atTheTable, NUMBER, on, party, registration, SESSION, START, signed, TERMS, Walk } from "./cases.fixture.ts";
import { confirmationOpen } from "./confirmation.ts";
import { register } from "./opening.ts";

const refusal = (work: () => unknown): { code: string; article: string | undefined } => {
  try {
    work();
  } catch (no) {
    if (no instanceof Refusal) return { code: no.code, article: no.article };
    throw no;
  }
  throw new Error("nothing was refused");
};

describe("人民调解法", () => {
  test("第十七条: it runs without asking for consent; one party's express refusal ends it, also in the middle", () => {
    expect(atTheTable().one.state).toBe("mediating");
    const ended = atTheTable().do("refuse-mediation", { party: "b", words: "不调了", ways: ["court"] }).one;
    expect([ended.state, ended.ending?.ways, ended.parties[1]!.consent]).toEqual(["refused", ["court"], "refuses"]);
    expect(
      refusal(() => new Walk().do("refuse-mediation", { party: "a", words: "不", ways: ["court"] }).do("hold-session", SESSION))
        .code,
    ).toBe("mediation.not-from-here");
  });

  test("第十八条: a case handed over carries the number under which the answer goes back", () => {
    const handed = { origin: "referral", referral: { from: "court", number: "" } } as const;
    expect(refusal(() => register(registration(handed), on(START))).code).toBe("mediation.referral-number-needed");
  });

  test("第十九条: there is no session without a mediator", () => {
    const accepted = new Walk().do("accept", { number: NUMBER, elsewhere: "nowhere" }).do("give-notice", { inPublic: false });
    expect(refusal(() => accepted.do("hold-session", SESSION))).toEqual({
      code: "mediation.a-mediator-needed",
      article: "人民调解法 第十九条",
    });
  });

  test("第二十三条（一）: a mediator told of a tie may be refused by either party, and is not named again", () => {
    const walk = atTheTable()
      .do("disclose-tie", { mediator: "m", tie: "与被申请人是表亲" })
      .do("refuse-mediator", { mediator: "m", party: "a" });
    expect(mediatorsOf(walk.one)).toEqual([]);
    expect(refusal(() => walk.do("choose-mediators", { mediators: [{ id: "m", chosenBy: "committee", tie: null }] })).code).toBe(
      "mediation.mediator-was-refused",
    );
    walk.do("choose-mediators", { mediators: [{ id: "n", chosenBy: "parties", tie: null }] });
    expect(mediatorsOf(walk.one).map(({ id }) => id)).toEqual(["n"]);
    expect(walk.one.mediators[0]!.tie).toBe("与被申请人是表亲");
  });

  test("第二十三、二十四条: rights and duties are told before the first session, and again to whoever joins", () => {
    const chosen = new Walk()
      .do("accept", { number: NUMBER, elsewhere: "nowhere" })
      .do("choose-mediators", { mediators: [{ id: "m", chosenBy: "committee", tie: null }] });
    expect(refusal(() => chosen.do("hold-session", SESSION)).code).toBe("mediation.notice-comes-first");
    const joined = atTheTable().do("add-party", party("c", "respondent"));
    expect(refusal(() => joined.do("hold-session", { ...SESSION, present: ["a", "b", "c"] })).code).toBe(
      "mediation.notice-comes-first",
    );
  });

  test("第二十五条: danger is told to the police with who, when and why, and marks no party", () => {
    const walk = atTheTable();
    const before = walk.one.parties;
    walk.do("report-danger", { to: "龙山派出所", why: "扬言砸车" });
    expect(walk.one.dangers).toEqual([{ on: START, to: "龙山派出所", why: "扬言砸车" }]);
    expect(walk.one.parties).toBe(before);
  });

  test("第二十六条: failing tells the ways that remain", () => {
    expect(refusal(() => atTheTable().do("fail", { why: "谈不拢", ways: [] }))).toEqual({
      code: "mediation.ways-must-be-told",
      article: "人民调解法 第二十六条",
    });
    expect(atTheTable().do("fail", { why: "谈不拢", ways: ["court"] }).one.state).toBe("failed");
  });

  test("第二十八、三十条: an agreement by word is in effect on the day it is made", () => {
    const { one } = atTheTable().do("agree-by-word", TERMS, "2026-09-04");
    expect([one.state, agreementInForce(one)?.effectiveOn]).toEqual(["agreed", "2026-09-04"]);
  });

  test("第二十九条: a written one is in effect on the last of the parties', the mediator's and the seal's days", () => {
    const walk = atTheTable().do("write-agreement", TERMS);
    const signing = { ...signed("2026-09-02", { b: { on: "2026-09-05", by: "finger", through: null } }), sealedOn: "2026-09-08" };
    expect(agreementInForce(walk.do("sign-agreement", signing, "2026-09-09").one)?.effectiveOn).toBe("2026-09-08");
  });

  test("第二十九条: with a party's signature missing nothing takes effect", () => {
    const walk = atTheTable().do("write-agreement", TERMS);
    const { b: _b, ...only } = signed(START).signatures;
    expect(refusal(() => walk.do("sign-agreement", { ...signed(START), signatures: only as never })).code).toBe(
      "mediation.not-all-have-signed",
    );
  });

  test("no day of an agreement lies in the future or before the paper was written", () => {
    const walk = atTheTable().do("write-agreement", TERMS);
    expect(refusal(() => walk.do("sign-agreement", signed("2026-09-02"))).code).toBe("mediation.signed-in-the-future");
    expect(refusal(() => walk.do("sign-agreement", signed("2026-08-31"), "2026-09-03")).code).toBe(
      "mediation.signed-before-written",
    );
  });

  test("第三十一条: performance by instalments; the file is not bound before someone looked after it", () => {
    const walk = agreed();
    expect(refusal(() => walk.do("all-performed", {})).code).toBe("mediation.not-all-performed");
    expect(refusal(() => walk.do("file", {})).code).toBe("mediation.look-after-it-first");
    walk.do("note-performance", { duty: 0, on: "2026-09-20", proof: null }, "2026-09-20");
    expect(refusal(() => walk.do("note-performance", { duty: 0, on: "2026-09-20", proof: null })).code).toBe(
      "mediation.duty-is-done",
    );
    walk.do("note-performance", { duty: 1, on: "2026-10-20", proof: null }, "2026-10-20").do("all-performed", {}).do("file", {});
    expect(walk.one.state).toBe("filed");
  });

  test("第三十三条: confirmation is asked for by both, within thirty days of effect, the thirtieth included", () => {
    const ask = { court: "郏县人民法院", basis: "seat of the committee", jointly: ["a", "b"] } as const;
    expect(agreed().do("apply-for-confirmation", ask, "2026-10-01").one.confirmation?.appliedOn).toBe("2026-10-01");
    expect(refusal(() => agreed().do("apply-for-confirmation", ask, "2026-10-02"))).toEqual({
      code: "mediation.thirty-days-are-over",
      article: "人民调解法 第三十三条",
    });
    expect(refusal(() => agreed().do("apply-for-confirmation", { ...ask, jointly: ["a"] })).code).toBe(
      "mediation.both-must-apply",
    );
  });

  test.each(["identity", "adoption", "marriage"] as const)(
    "司法确认规定 第四条: an agreement on %s is not offered for confirmation",
    (status) => {
      expect(confirmationOpen(agreed({ status }).one, on(START))).toEqual({ closed: "mediation.status-is-not-confirmed" });
    },
  );

  test("第三十三条: an agreement that stands is changed only by a new one; the old stays as it was signed", () => {
    const before = agreed().one.agreements[0];
    const { one } = agreed().do(
      "agree-anew",
      { terms: { ...TERMS, terms: ["改为每年让出"] }, signing: signed("2026-09-10") },
      "2026-09-10",
    );
    expect(one.agreements[0]).toEqual(before);
    expect(agreementInForce(one)?.terms).toEqual(["改为每年让出"]);
    expect(agreementInForce(one)?.effectiveOn).toBe("2026-09-10");
  });

  test("民事诉讼法 第二百零六条: while the court decides the file stays open; a rejection leaves the way to a new agreement", () => {
    const walk = agreed().do("apply-for-confirmation", { court: "郏县人民法院", basis: "domicile", jointly: ["a", "b"] });
    walk.do("visit-again", { how: "in person", performed: "partly", words: "已付一期", newDispute: false });
    expect(refusal(() => walk.do("file", {})).code).toBe("mediation.court-is-deciding");
    walk.do("note-ruling", { taken: { on: "2026-09-03", number: "（2026）豫0425调确字第1号" } }, "2026-09-03");
    walk.do("note-ruling", { ruling: { on: "2026-09-15", outcome: "rejected" } }, "2026-09-16");
    expect(walk.do("agree-anew", { terms: TERMS, signing: signed("2026-09-17") }, "2026-09-17").one.confirmation).toBeNull();
  });
});

describe("those who cannot speak for themselves", () => {
  const minor = { parties: [party("a", "applicant", { minor: true }), party("b", "respondent")] };
  test("a minor sits at the table only with a guardian", () => {
    expect(refusal(() => atTheTable(minor)).code).toBe("mediation.guardian-needed");
    const guarded = new Walk(minor).do("note-representative", {
      party: "a",
      representative: { id: "mother", by: "guardian", authority: "special", paper: null },
    });
    guarded
      .do("accept", { number: NUMBER, elsewhere: "nowhere" })
      .do("choose-mediators", { mediators: [{ id: "m", chosenBy: "parties", tie: null }] })
      .do("give-notice", { inPublic: false })
      .do("hold-session", SESSION);
    expect(guarded.one.state).toBe("mediating");
  });
  test("an agent shows a power of attorney, and agrees only with special authority", () => {
    const agent = { id: "lawyer", by: "agent", authority: "ordinary", paper: null } as const;
    const named = (more: object) => new Walk().do("note-representative", { party: "a", representative: { ...agent, ...more } });
    expect(refusal(() => named({})).code).toBe("mediation.power-of-attorney-needed");
    const parties = [party("a", "applicant", { representative: { ...agent, paper: "file" } }), party("b", "respondent")];
    expect(refusal(() => atTheTable({ parties }).do("agree-by-word", TERMS)).code).toBe("mediation.agent-may-not-agree");
  });
  test("who cannot sign gives a 指印 beside a witness", () => {
    const parties = [party("a", "applicant"), party("b", "respondent", { cannotSign: true })];
    const walk = atTheTable({ parties }).do("write-agreement", TERMS);
    expect(refusal(() => walk.do("sign-agreement", signed(START))).code).toBe("mediation.witness-needed");
    walk.do("sign-agreement", signed(START, { b: { on: START, by: "finger", through: "witness" } }));
    expect(walk.one.state).toBe("agreed");
  });
});

describe("医疗纠纷预防和处理条例", () => {
  const medical = (elsewhere: "nowhere" | "court" | "health office" = "nowhere") =>
    new Walk({ trade: "medical", kind: "medical" })
      .do("agree-to-mediation", { party: "b" })
      .do("accept", { number: NUMBER, elsewhere });
  test("第三十一条: one side's application is taken only when the other agrees, and not where court or health office has taken it", () => {
    expect(refusal(() => new Walk({ trade: "medical" }).do("accept", { number: NUMBER, elsewhere: "nowhere" })).code).toBe(
      "mediation.other-side-must-agree",
    );
    expect(medical().one.state).toBe("accepted");
    for (const where of ["court", "health office"] as const)
      expect(refusal(() => medical(where)).code).toBe("mediation.already-elsewhere");
  });
  test("第三十八条: an appraisal runs once at a time; going on needs all parties", () => {
    const walk = medical()
      .do("choose-mediators", { mediators: [{ id: "m", chosenBy: "parties", tie: null }] })
      .do("give-notice", { inPublic: false })
      .do("hold-session", SESSION)
      .do("start-appraisal", { by: "市医学会" }, "2026-09-05");
    expect(refusal(() => walk.do("start-appraisal", { by: "市医学会" })).code).toBe("mediation.appraisal-is-running");
    walk.do("end-appraisal", {}, "2026-09-20");
    expect(walk.one.appraisals).toEqual([{ from: "2026-09-05", to: "2026-09-20", by: "市医学会" }]);
    expect(refusal(() => walk.do("go-on", { until: "2026-12-01", agreedBy: ["a"] })).article).toBe(
      "医疗纠纷预防和处理条例 第三十八条",
    );
    expect(refusal(() => walk.do("agree-by-word", TERMS)).article).toBe("医疗纠纷预防和处理条例 第三十九条");
  });
  test("第四十二条: in public only with both sides", () => {
    expect(refusal(() => medical().do("give-notice", { inPublic: true })).article).toBe("医疗纠纷预防和处理条例 第四十二条");
  });
});

test("a case's number reads （2026）东街人调字第3号", () => expect(caseNumber(NUMBER)).toBe("（2026）东街人调字第3号"));
