import { newId } from "../../foundation/ids.ts";
import { dayOf } from "../../foundation/time/index.ts";
import type { Cast, Stirred } from "./cast.ts";
import { type Acted, type History, shutTo } from "./history.ts";

const put = async ({ stage, admin }: Cast, person: string, post: string, kind: "holds" | "stands in"): Promise<Acted> => {
  const today = dayOf(new Date());
  const { status, text } = await stage.ask(admin, "POST", "/api/holdings", {
    id: newId(),
    person,
    post,
    kind,
    from: today,
    ...(kind === "stands in" && { to: today }),
  });
  return { status, code: status < 400 ? "" : (JSON.parse(text) as { code: string }).code };
};

/** An officer of the handling unit takes a post in the unit complained of as well. */
export async function moveIntoTheUnit(cast: Cast): Promise<Acted> {
  const acted = await put(cast, cast.staff.mover, cast.unitPost, "holds");
  if (acted.code === "") cast.staff.inTheUnit = true;
  return acted;
}

/** … and leaves it again; a day is the least that a post is held. */
export async function moveAway(cast: Cast): Promise<Acted> {
  const { rows } = await cast.owner.query<{ id: string }>(
    "select id from teams.holdings where person_id = $1 and post_id = $2 and held_to is null",
    [cast.staff.mover, cast.unitPost],
  );
  const { status, text } = await cast.stage.ask(cast.admin, "POST", `/api/holdings/${rows[0]?.id ?? newId()}/end`, {
    lastDay: "2026-01-01",
    openMatters: { stay: true },
  });
  const acted = { status, code: status < 400 ? "" : (JSON.parse(text) as { code: string }).code };
  if (acted.code === "") cast.staff.inTheUnit = false;
  return acted;
}

/** An officer of another office stands in for the one complained of: today, and never forgotten. */
export async function standInForTheOfficer(cast: Cast): Promise<Acted> {
  const acted = await put(cast, cast.staff.standIn, cast.accusedPost, "stands in");
  if (acted.code === "") cast.staff.stoodIn = true;
  return acted;
}

/** What is shut to whoever was moved or stood in, by hand: the unit's side while they are there, the officer's matters for good. */
export function isShutToStirred({ staff }: Cast, who: Stirred, history: History): boolean {
  const shut = shutTo(history);
  if (who === "the mover") return staff.inTheUnit && shut.includes("in the unit");
  return staff.stoodIn && (shut.includes("the officer") || shut.includes("beside the officer"));
}
