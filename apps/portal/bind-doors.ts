import { residentActor } from "../../foundation/db/actor.ts";
import { read, withActor } from "../../foundation/db/pool.ts";
import { openFile, storeFile } from "../../foundation/files/index.ts";
import { Refusal } from "../../foundation/refusal.ts";
import { MatterActInput, ReceiveMatter } from "../../systems/matters/contract.ts";
import {
  actOnMatter,
  followMatter,
  nearbyMatters,
  publicFigures,
  receiveMatter,
  type Services,
  speaksOfDanger,
} from "../../systems/matters/index.ts";
import { findBearer } from "../../systems/residents/index.ts";
import type { PortalDoors } from "./doors.ts";

const FIGURES_KEPT = 60_000;

export interface DoorsOptions {
  readonly services: Services;
  readonly county: number;
  /** Folder of the attachments. */
  readonly files: string;
}

/** The portal's doors on the real systems of one county. */
export function bindDoors({ services, county, files }: DoorsOptions): PortalDoors {
  const { db, clock, sealer } = services;
  const figures = new Map<string, { at: number; made: ReturnType<PortalDoors["publicFigures"]> }>();
  return {
    receiveMatter: async (actor, input) => receiveMatter(services, actor, ReceiveMatter.parse(input)),
    actOnMatter: async (actor, matterId, input, options) =>
      actOnMatter(services, actor, matterId, MatterActInput.parse(input), options),
    async openByCode(by) {
      const found = await findBearer(db, county, sealer, "code" in by ? by.code : by.link);
      return found && !found.withdrawn ? { matterId: found.matterId, reporterId: found.reporterId, handle: found.handle } : null;
    },
    followMatter: (actor, matterId, reporterId) => followMatter(services, actor, matterId, reporterId),
    nearbyMatters: (actor, about) => nearbyMatters(services, actor, about),
    dangerIn: (text) => speaksOfDanger(services, county, text),
    publicFigures(locale) {
      const kept = figures.get(locale);
      if (kept && clock.now().getTime() - kept.at < FIGURES_KEPT) return kept.made;
      const made = publicFigures(services, county, locale);
      figures.set(locale, { at: clock.now().getTime(), made });
      made.catch(() => figures.delete(locale));
      return made;
    },
    async places() {
      const { gazetteer } = await services.books(county);
      const all = [...gazetteer.places.values()].sort((a, b) => a.code.localeCompare(b.code));
      const villages = all.filter(({ kind }) => kind === "village");
      return all
        .filter(({ kind }) => kind === "township")
        .map(({ id, code, name }) => ({
          id,
          code,
          name,
          villages: villages
            .filter(({ townshipId }) => townshipId === id)
            .map((one) => ({ id: one.id, code: one.code, name: one.name })),
        }));
    },
    async keepPicture(actor, { name, stream }) {
      const kept = await storeFile(stream, { name, folder: files });
      if (!kept.mediaType.startsWith("image/")) throw new Refusal("file.kind-not-taken");
      const values = [county, kept.id, kept.name, kept.mediaType, kept.size, Buffer.from(kept.sha256, "hex"), clock.now()];
      await withActor(db, actor, (tx) =>
        tx.query(
          "insert into foundation.files (county_code, id, name, kind, size, sha256, at) values ($1, $2, $3, $4, $5, $6, $7)",
          values,
        ),
      );
      return { id: kept.id, name: kept.name, kind: kept.mediaType, size: kept.size, sha256: kept.sha256 };
    },
    async readPicture(actor, fileId) {
      const rows = await read<{ name: string; kind: string }>(
        db,
        actor,
        "select name, kind from foundation.files where county_code = $1 and id = $2 and matter_id = any ($3::uuid[])",
        [county, fileId, actor.matters ?? []],
      );
      return rows[0] ? { ...rows[0], ...(await openFile(files, fileId)) } : null;
    },
    async takeFeedback(_actor, { commandId, screen, text }) {
      const values = [county, commandId, screen, text, clock.now()];
      await withActor(db, residentActor(county), (tx) =>
        tx.query(
          "insert into foundation.feedback (county_code, id, screen, words, at) values ($1, $2, $3, $4, $5) on conflict do nothing",
          values,
        ),
      );
    },
  };
}
