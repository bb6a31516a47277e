import { join } from "node:path";
import type { z } from "zod";
import { type Actor, residentActor } from "../../foundation/db/actor.ts";
import { withActor } from "../../foundation/db/pool.ts";
import { openFile, storeFile } from "../../foundation/files/index.ts";
import { MatterActInput, type PublicFigures, ReceiveMatter } from "../../systems/matters/contract.ts";
import {
  actOnMatter,
  followMatter,
  nearbyMatters,
  receiveMatter,
  type Services,
  urgencyOf,
} from "../../systems/matters/index.ts";
import { findBearer } from "../../systems/residents/index.ts";
import type { PortalDoors } from "./doors.ts";

interface Behind {
  readonly services: Services;
  readonly county: number;
  readonly dataFolder: string;
  readonly publicFigures: () => Promise<z.output<typeof PublicFigures>>;
}

/** Binds the portal's doors to the systems behind them. A resident acts with no rights but those of the code at hand. */
export function makePortalDoors({ services, county, dataFolder, publicFigures }: Behind): PortalDoors {
  const folder = join(dataFolder, "files");
  const allowed = (actor: Actor, matter: string): Actor => ({
    ...actor,
    matters: [...new Set([...(actor.matters ?? []), matter])],
  });
  return {
    receiveMatter: (actor, input) =>
      receiveMatter(services, allowed(actor, input.id), ReceiveMatter.parse({ ...input, door: "portal" })),
    actOnMatter: (actor, matterId, input, options) => {
      const act = MatterActInput.parse(input);
      // 我也遇到 is the one act on a matter that the resident does not hold yet: it adds them, and shows them nothing of it
      return actOnMatter(services, act.act === "also-met" ? allowed(actor, matterId) : actor, matterId, act, {
        reporterId: options.reporterId,
      });
    },
    async openByCode(by) {
      const found = await findBearer(services.db, county, services.sealer, "code" in by ? by.code : by.link);
      return found && !found.withdrawn ? { matterId: found.matterId, reporterId: found.reporterId, handle: found.handle } : null;
    },
    followMatter: (actor, matterId, reporterId) => followMatter(services, allowed(actor, matterId), matterId, reporterId),
    nearbyMatters: (actor, about) => nearbyMatters(services, actor, about),
    dangerIn: async (text) => urgencyOf(await services.books(county), text).call,
    publicFigures,
    async places() {
      const { gazetteer } = await services.books(county);
      const all = [...gazetteer.places.values()];
      return all
        .filter((place) => place.kind === "township")
        .map((township) => ({
          id: township.id,
          code: township.code,
          name: township.name,
          villages: (gazetteer.children.get(township.id) ?? [])
            .filter((place) => place.kind === "village")
            .map((place) => ({ id: place.id, code: place.code, name: place.name })),
        }));
    },
    async keepPicture(actor, file) {
      const kept = await storeFile(file.stream, { name: file.name, folder });
      await withActor(services.db, actor, (tx) =>
        tx.query(
          "insert into foundation.files (county_code, id, name, kind, size, sha256, at) values ($1, $2, $3, $4, $5, $6, $7)",
          [county, kept.id, kept.name, kept.mediaType, kept.size, Buffer.from(kept.sha256, "hex"), services.clock.now()],
        ),
      );
      return { id: kept.id, name: kept.name, kind: kept.mediaType, size: kept.size, sha256: kept.sha256 };
    },
    async readPicture(actor, fileId) {
      const rows = await withActor(
        services.db,
        actor,
        (tx) =>
          tx.query<{ name: string; kind: string; size: number; matter_id: string | null }>(
            "select name, kind, size, matter_id from foundation.files where county_code = $1 and id = $2",
            [county, fileId],
          ),
        { readOnly: true },
      );
      const row = rows.rows[0];
      if (!row?.matter_id) return null;
      const { stream, size } = await openFile(folder, fileId);
      return { kind: row.kind, name: row.name, size, stream };
    },
    async takeFeedback(_actor, feedback) {
      await withActor(services.db, residentActor(county), (tx) =>
        tx.query(
          "insert into foundation.feedback (county_code, id, screen, words, at) values ($1, $2, $3, $4, $5) on conflict do nothing",
          [county, feedback.commandId, feedback.screen, feedback.text, services.clock.now()],
        ),
      );
    },
  };
}
