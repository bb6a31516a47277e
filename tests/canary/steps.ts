import sharp from "sharp";
import type { Actor } from "../../foundation/db/actor.ts";
import { newId } from "../../foundation/ids.ts";
import { LONGSHAN, unitId } from "../builders/matter.ts";
import { ACTS, MERGE_REFUSED } from "./acts.ts";
import { CANARIES } from "./canaries.ts";
import { type Cast, LEAD, type Part } from "./cast.ts";
import { type Acted, act, type History, say, shutTo, write } from "./history.ts";
import { moveAway, moveIntoTheUnit, standInForTheOfficer } from "./staff.ts";
import type { Step } from "./step-names.ts";

const SHUT = ["matters.not-found", "access.not-yours"];
const WRONG_STATE = ["matters.not-from-this-state", "access.not-yours"];

/** That what was done could be done, and that what was refused was refused by a refusal that belongs there. */
function mustBe(
  history: History,
  step: Step,
  acted: Acted,
  may: { state: boolean; shut: boolean; mayBe: readonly string[]; mustNot?: string | undefined },
) {
  const allowed = may.shut ? SHUT : may.mustNot ? [may.mustNot] : may.state ? ["", ...may.mayBe] : [...WRONG_STATE, ...may.mayBe];
  if (!allowed.includes(acted.code))
    throw new Error(
      `“${step}” in state ${history.state}${may.shut ? ", shut to its actor" : ""}: ${acted.code || "done"}, not one of ${JSON.stringify(allowed)}`,
    );
}

/** Has this side had a part in it? The centre knows all. */
const knows = (history: History, part: Part) => part === "centre" || history.involved.has(part);

/** Takes a step through the product's own routes, canaries in all that is written; throws where its outcome is none that is declared for it. */
export async function take(cast: Cast, history: History, step: Step, beside: History): Promise<void> {
  const spine = ACTS[step];
  const before = history.state;
  if (spine) {
    const part = typeof spine.by === "function" ? spine.by(history) : spine.by;
    const shut = shutTo(history).includes(part) || !knows(history, part);
    const state = spine.from.includes(before);
    const forbidden = spine.mustNot?.(history);
    const acted = await act(cast, history, cast.who[part], spine.act, spine.fields(cast, history, beside));
    const mustNot = state ? forbidden : undefined;
    mustBe({ ...history, state: before }, step, acted, { state, shut, mayBe: spine.mayBe ?? [], mustNot });
    if (acted.code === "") {
      spine.then?.(history);
      if (spine.act !== step) history.done.push(step);
    }
    return;
  }
  const { acted, mayBe, shut } = await beyondTheSpine(cast, history, step, beside);
  mustBe(history, step, acted, { state: true, shut: shut ?? false, mayBe });
  if (acted.code === "") history.done.push(step);
}

interface Outcome {
  readonly acted: Acted;
  readonly mayBe: readonly string[];
  readonly shut?: boolean;
}

async function beyondTheSpine(cast: Cast, history: History, step: Step, beside: History): Promise<Outcome> {
  const { stage, who } = cast;
  const plainly = (by: Actor, method: "POST" | "PUT", url: string, body: object) =>
    write({ ...history, id: "" }, step, () => stage.ask(by, method, url, body));
  switch (step) {
    case "name the unit":
      return nameTheAccused(cast, history, "unit");
    case "name the officer":
      return nameTheAccused(cast, history, "officer");
    case "stand aside": {
      const shut = shutTo(history).includes("support") || !knows(history, "support");
      const body = { v: 1, commandId: newId(), baseVersion: history.version, reason: say(history, "stood aside") };
      const acted = await write(history, step, () =>
        stage.ask(who.support, "POST", `/api/matters/${history.id}/stand-aside`, body),
      );
      if (acted.code === "") history.aside = true;
      return { acted, shut, mayBe: [] };
    }
    case "draft": {
      const url = `/api/drafts/${encodeURIComponent(`matter ${history.id}`)}`;
      return { acted: await plainly(who.centre, "PUT", url, { body: { text: say(history, "draft of an officer") } }), mayBe: [] };
    }
    case "filter": {
      const name = CANARIES["name of a saved filter"](history.n);
      const url = `/desk/queue?q=${encodeURIComponent(CANARIES.text(history.n))}`;
      return { acted: await plainly(who.centre, "POST", "/api/views", { id: newId(), name, url }), mayBe: [] };
    }
    case "order": {
      const acted = await plainly(who.centre, "POST", "/api/supervision/orders", {
        commandId: newId(),
        id: newId(),
        direct: false,
        body: "centre",
        measure: "urge",
        unitId: unitId(cast.county, LEAD),
        matterIds: [history.id],
        subject: say(history, "supervision order"),
        ground: say(history, "supervision order"),
        demand: say(history, "supervision order"),
      });
      return { acted, mayBe: [] };
    }
    case "attach a picture":
      return attach(cast, history);
    case "merge another in": {
      const other = (await stage.ask(who.centre, "POST", "/api/matters", {
        v: 1,
        commandId: newId(),
        id: newId(),
        door: "counter",
        text: `${say(history, "text")}（又一件）`,
        reporter: { name: CANARIES.name(history.n), phone: CANARIES["telephone of another"](history.n), wantsSecrecy: false },
        ...(history.accused === "unit" && { kind: "report", complainedAbout: { unitId: unitId(cast.county, LONGSHAN) } }),
      })) as { text: string };
      const { id, version } = JSON.parse(other.text) as { id: string; version: number };
      const acted = await write({ ...history, id: "" }, step, () =>
        stage.ask(who.centre, "POST", `/api/matters/${id}/acts`, {
          v: 1,
          commandId: newId(),
          act: "merge",
          baseVersion: version,
          into: history.id,
        }),
      );
      history.version = await versionOf(cast, history);
      return { acted, mayBe: MERGE_REFUSED };
    }
    case "move an officer into the unit":
      return { acted: await moveIntoTheUnit(cast), mayBe: ["teams.already-on-that-post"] };
    case "move that officer away":
      return { acted: await moveAway(cast), mayBe: ["teams.not-found", "teams.already-ended"] };
    case "stand in for the officer":
      return { acted: await standInForTheOfficer(cast), mayBe: ["teams.already-on-that-post"] };
    default:
      throw new Error(`nothing takes “${step}” with ${beside.number}`);
  }
}

async function nameTheAccused(cast: Cast, history: History, accused: "unit" | "officer"): Promise<Outcome> {
  const body = {
    v: 1,
    commandId: newId(),
    baseVersion: history.version,
    ...(accused === "unit" ? { unitId: unitId(cast.county, LONGSHAN) } : { postId: cast.accusedPost }),
  };
  const acted = await write(history, `name the ${accused}`, () =>
    cast.stage.ask(cast.who.centre, "PUT", `/api/matters/${history.id}/accused`, body),
  );
  if (acted.code === "") history.accused = accused;
  return { acted, mayBe: [] };
}

/** A picture whose camera says who owns it, under a name that tells; it hangs on the matter by a note. */
async function attach(cast: Cast, history: History): Promise<Outcome> {
  const { stage, who } = cast;
  const owner = CANARIES.mail(history.n);
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: "#888" } })
    .withExif({ IFD0: { Artist: owner, Copyright: owner } })
    .jpeg()
    .toBuffer();
  const form = new FormData();
  form.append("file", new File([new Uint8Array(bytes)], `${CANARIES["file name"](history.n)}.jpg`, { type: "image/jpeg" }));
  const brought = await stage.ask(who.centre, "POST", "/api/files", form);
  if (brought.status >= 400) throw new Error(`the picture was not taken: ${brought.text}`);
  const file = (JSON.parse(brought.text) as { id: string }).id;
  const acted = await act(cast, history, who.centre, "note", { note: say(history, "note"), files: [file] });
  if (acted.code === "") history.files.push(file);
  return { acted, mayBe: WRONG_STATE };
}

const versionOf = async ({ owner }: Cast, { id }: History): Promise<number> =>
  (await owner.query<{ version: number }>("select version from matters.matters where id = $1", [id])).rows[0]!.version;
