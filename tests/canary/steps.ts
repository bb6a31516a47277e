import { newId } from "../../foundation/ids.ts";
import { LONGSHAN, unitId } from "../builders/matter.ts";
import { CANARIES } from "./canaries.ts";
import { type Cast, LEAD, OFFICERS, SUPPORT } from "./cast.ts";
import { act, type History, type Step, say } from "./history.ts";

/** Takes a step through the product's own routes, canaries in all that is written; what is refused is noted and changes nothing. */
export async function take(cast: Cast, history: History, step: Step, beside?: string): Promise<void> {
  const { county, stage, who, place, accusedPost } = cast;
  const officer = who.lead;
  const name = async (accused: "unit" | "officer") => {
    const { status, text } = await stage.ask(who.centre, "PUT", `/api/matters/${history.id}/accused`, {
      v: 1,
      commandId: newId(),
      baseVersion: history.version,
      ...(accused === "unit" ? { unitId: unitId(county, LONGSHAN) } : { postId: accusedPost }),
    });
    if (status >= 400) return void history.refused.push(`${step}: ${text.slice(0, 60)}`);
    history.version = (JSON.parse(text) as { version: number }).version;
    history.accused = accused;
    history.done.push(step);
  };
  switch (step) {
    case "accept": {
      const kind = history.kind ?? "complaint";
      if (
        await act(cast, history, who.centre, "accept", {
          kind,
          categoryCode: "roads.road-damage",
          urgency: "ordinary",
          place: { placeId: place },
        })
      )
        history.kind = kind;
      return;
    }
    case "correct":
      if (await act(cast, history, who.centre, "correct", { kind: "report" })) history.kind = "report";
      return;
    case "dispatch":
      await act(cast, history, who.centre, "dispatch", {
        leadUnit: unitId(county, LEAD),
        supports: [unitId(county, SUPPORT)],
        note: say(history, "dispatch note"),
      });
      return;
    case "dispatch to the accused unit":
      await act(cast, history, who.centre, "dispatch", {
        leadUnit: unitId(county, LONGSHAN),
        supports: [unitId(county, OFFICERS)],
        note: say(history, "dispatch note"),
      });
      return;
    case "sign":
      if (!(await act(cast, history, officer, "sign", {}))) await act(cast, history, who["in the unit"], "sign", {});
      return;
    case "hand-back":
      if (!(await act(cast, history, officer, "hand-back", { reason: say(history, "hand-back") })))
        await act(cast, history, who["in the unit"], "hand-back", { reason: say(history, "hand-back") });
      return;
    case "allow-hand-back":
      await act(cast, history, who.centre, "allow-hand-back", { reason: say(history, "ruling") });
      return;
    case "redirect":
      await act(cast, history, who.centre, "redirect", {
        leadUnit: unitId(county, LEAD),
        supports: [],
        reason: say(history, "ruling"),
      });
      return;
    case "note":
      await act(cast, history, who.centre, "note", { note: say(history, "note"), files: [] });
      return;
    case "report-progress":
      await act(cast, history, officer, "report-progress", { reply: say(history, "progress"), files: [] });
      return;
    case "ask":
      await act(cast, history, officer, "ask", { reply: say(history, "question"), choices: [] });
      return;
    case "supplement":
      await act(cast, history, who.centre, "supplement", { note: say(history, "supplement"), files: [] });
      return;
    case "ask-for-time":
      await act(cast, history, officer, "ask-for-time", {
        clock: "handle",
        what: "extend",
        ground: "complex",
        by: 2,
        reason: say(history, "request for time"),
      });
      return;
    case "refuse-time":
      await act(cast, history, who.centre, "refuse-time", { reason: say(history, "refused time") });
      return;
    case "support-answer":
      await act(cast, history, who.support, "support-answer", { note: say(history, "opinion"), files: [] });
      return;
    case "answer":
      await act(cast, history, officer, "answer", {
        reply: say(history, "reply"),
        outcome: "solved",
        files: [],
        withoutOpinions: say(history, "opinion"),
      });
      return;
    case "rework":
      await act(cast, history, who.centre, "rework", { reason: say(history, "rework") });
      return;
    case "close":
      await act(cast, history, who.centre, "close", { note: say(history, "note") });
      return;
    case "reopen":
      await act(cast, history, who.centre, "reopen", { reason: say(history, "reopening") });
      return;
    case "withdraw":
      await act(cast, history, who.centre, "withdraw", { reason: say(history, "withdrawal") });
      return;
    case "urge":
      await act(cast, history, who.centre, "urge", { note: say(history, "urging") });
      return;
    case "shelve":
      await act(cast, history, officer, "shelve", { reason: say(history, "shelving"), reviewOn: "2027-03-01" });
      return;
    case "also-met":
      await act(cast, history, who.centre, "also-met", {
        reporter: { name: CANARIES.name(history.n), phone: CANARIES["telephone of another"](history.n), wantsSecrecy: false },
        door: "counter",
        note: say(history, "note"),
      });
      return;
    case "merge":
      if (beside) await act(cast, history, who.centre, "merge", { into: beside });
      return;
    case "name the unit":
      return name("unit");
    case "name the officer":
      return name("officer");
    case "stand aside":
      await stage.ask(who.support, "POST", `/api/matters/${history.id}/stand-aside`, {
        v: 1,
        commandId: newId(),
        baseVersion: history.version,
        reason: say(history, "stood aside"),
      });
      history.version = await versionOf(cast, history);
      return;
    case "draft":
      await stage.ask(who.centre, "POST", "/api/drafts", {
        key: `matter ${history.id}`,
        body: { text: say(history, "draft of an officer") },
      });
      return;
    case "filter":
      await stage.ask(who.centre, "POST", "/api/views", {
        id: newId(),
        name: CANARIES["name of a saved filter"](history.n),
        query: `q=${history.n}`,
      });
      return;
    case "order":
      await stage.ask(who.centre, "POST", "/api/supervision/orders", {
        commandId: newId(),
        id: newId(),
        direct: false,
        body: "centre",
        measure: "urge",
        unitId: unitId(county, LEAD),
        matterIds: [history.id],
        subject: say(history, "supervision order"),
        ground: say(history, "supervision order"),
        demand: say(history, "supervision order"),
      });
      history.version = await versionOf(cast, history);
      return;
  }
}
const versionOf = async ({ owner }: Cast, { id }: History): Promise<number> =>
  (await owner.query<{ version: number }>("select version from matters.matters where id = $1", [id])).rows[0]!.version;
