import type { Actor } from "../../../../foundation/db/actor.ts";
import { withActor } from "../../../../foundation/db/pool.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import {
  askFourDigits,
  correctOwnData,
  keepQuiet,
  type Own,
  ownData,
  renewOwnReceipt,
  tellsRight,
  wantSecrecy,
} from "../../../residents/index.ts";
import type { Services } from "../../services.ts";
import { keepable } from "../../store/command.ts";
import { recordOnAMatter } from "./record-on-a-matter.ts";

/** What the bearer of a code changes of themselves in one matter. */
export type OwnChange =
  | { readonly act: "correct-own"; readonly name?: string; readonly phone?: string; readonly address?: string }
  | { readonly act: "quiet"; readonly quiet: boolean }
  | { readonly act: "keep-secret" }
  /** `second`: the four digits, told once more, so that who has only borrowed the open page takes nothing away. */
  | { readonly act: "own-code"; readonly second: string }
  | { readonly act: "four-digits" };

export interface Bearing {
  readonly commandId: string;
  readonly matterId: string;
  readonly reporterId: string;
}

/**
 * One change, with its line in the journal. What was told before goes into that line as it was sealed: the matter's data key opens it, and
 * its erasure ends it. Throws `residents.nothing-kept-any-more`, `matters.four-digits-wrong`.
 */
export async function changeOwnMatter(services: Services, actor: Actor, by: Bearing, change: OwnChange): Promise<void> {
  const { sealer } = services;
  const own: Own = { county: actor.county, matterId: by.matterId, reporterId: by.reporterId };
  // keyed, or the hash that tells a repeat would lead back to a telephone
  const asked = { told: sealer.lookupOf(`own|${JSON.stringify(change)}`).toString("hex") };
  const recorded = { commandId: by.commandId, act: change.act, reporterId: by.reporterId, asked } as const;
  switch (change.act) {
    case "correct-own": {
      const { act: _act, ...told } = change;
      const clean = Object.fromEntries(Object.entries(told).flatMap(([key, text]) => (text ? [[key, keepable(text)]] : [])));
      await recordOnAMatter(services, actor, by.matterId, recorded, async (tx) => {
        const kept = (await ownData(tx, own.county, own.matterId, own.reporterId, sealer))?.identity ?? {};
        const before = await correctOwnData(tx, own, sealer, clean);
        const fields = ["name", "phone", "address"] as const;
        return { changed: fields.filter((field) => (kept[field] ?? "") !== (clean[field] ?? "")), before };
      });
      return;
    }
    case "quiet":
      await recordOnAMatter(services, actor, by.matterId, recorded, async (tx) => {
        await keepQuiet(tx, own, change.quiet);
        return { quiet: change.quiet };
      });
      return;
    case "keep-secret": {
      // whoever held it may be the unit complained of: the centre sees to it that another goes on
      const told = { ...recorded, row: { secrecy: true }, tellTheCentre: true };
      await recordOnAMatter(services, actor, by.matterId, told, async (tx) => {
        await wantSecrecy(tx, own);
        return {};
      });
      return;
    }
    case "own-code": {
      const kept = await withActor(services.db, actor, (tx) => ownData(tx, own.county, own.matterId, own.reporterId, sealer), {
        readOnly: true,
      });
      if (!kept || !tellsRight(kept.second, change.second)) throw new Refusal("matters.four-digits-wrong");
      await recordOnAMatter(services, actor, by.matterId, recorded, async (tx) => {
        await renewOwnReceipt(tx, own, sealer);
        return {};
      });
      return;
    }
    case "four-digits":
      await recordOnAMatter(services, actor, by.matterId, recorded, async (tx) => {
        await askFourDigits(tx, own);
        return {};
      });
  }
}
