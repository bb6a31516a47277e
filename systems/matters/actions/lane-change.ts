import type { Actor } from "../../../foundation/db/actor.ts";
import { newId } from "../../../foundation/ids.ts";
import { stateAfter } from "../../../foundation/lifecycle.ts";
import type { PersonGroup } from "../../ledger/contract.ts";
import { makeLine } from "../../ledger/index.ts";
import type { Lane, LaneRow } from "../lane.ts";
import type { MatterAct } from "../rules/lifecycle.ts";
import { bytesOf, hexOf, lineJson } from "../store/line-json.ts";
import type { ForAct } from "../store/row.ts";
import type { Effects } from "./effects/shape.ts";

interface Moving {
  readonly actor: Actor;
  readonly found: ForAct;
  readonly act: MatterAct;
  readonly effects: Effects;
  readonly now: Date;
  readonly command: string;
  readonly persons: PersonGroup;
}

/** How the lane moves with an act of the spine: its row and its own journal line; nothing where it has no part in it. */
export function laneChange(
  lanes: Readonly<Record<string, Lane>>,
  moving: Moving,
): { name: "service" | "referral"; row: LaneRow; line: object } | undefined {
  const { found, act, effects, now, actor } = moving;
  const name = effects.lane?.name ?? found.matter.lane;
  const lane = name ? lanes[name] : undefined;
  const laneAct = lane?.follows[act];
  if (!lane || !name || !laneAct) return undefined;
  const opens = laneAct === lane.lifecycle.start.act;
  const current = opens ? undefined : (found.lane ?? undefined);
  const state = opens ? lane.lifecycle.start.state : current && stateAfter(lane.lifecycle, current.state, laneAct);
  if (!state) return undefined;
  const id = current?.id ?? newId();
  const version = (current?.version ?? 0) + 1;
  const draft = makeLine({
    county: actor.county,
    id: newId(),
    procedure: { kind: name, id },
    matter: found.matter.id,
    version,
    act: laneAct,
    at: now,
    command: moving.command,
    persons: moving.persons,
    facts: {
      state,
      unit: effects.lane?.unit ?? current?.unit_id,
      ...(effects.row.outcome && { outcome: effects.row.outcome }),
      ...(name === "referral" && { facts: { destination: effects.lane?.destination ?? current?.destination ?? "other" } }),
    },
  });
  const line = lineJson(draft, current ? bytesOf(current.head_leaf) : undefined);
  const row: LaneRow = {
    id,
    version,
    state,
    unit_id: effects.lane?.unit ?? current!.unit_id,
    opened_at: current?.opened_at ?? now.toISOString(),
    reported_at: act === "answer" ? now.toISOString() : (current?.reported_at ?? null),
    outcome: effects.row.outcome ?? current?.outcome ?? null,
    ...(name === "referral" && { destination: effects.lane?.destination ?? current?.destination ?? "other" }),
    head_leaf: hexOf(line.leaf),
  };
  return { name, row, line: line.json };
}
