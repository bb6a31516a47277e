import { residentActor } from "../../foundation/db/actor.ts";
import { read, withActor } from "../../foundation/db/pool.ts";
import { openFile, storeFile } from "../../foundation/files/index.ts";
import { Refusal } from "../../foundation/refusal.ts";
import { MatterActInput, ReceiveMatter } from "../../systems/matters/contract.ts";
import {
  actOnMatter,
  askAboutOwnData,
  bookletLines,
  changeOwnMatter,
  followMatter,
  nearbyMatters,
  ownMatter,
  publicFigures,
  receiveMatter,
  type Services,
  speaksOfDanger,
} from "../../systems/matters/index.ts";
import { type Bearer, findBearer, makeBooklets, makeTries, openByDigits, stillBears } from "../../systems/residents/index.ts";
import type { Opened, PortalDoors } from "./doors.ts";

const FIGURES_KEPT = 60_000;

export interface DoorsOptions {
  readonly services: Services;
  readonly county: number;
  /** Folder of the attachments. */
  readonly files: string;
  /** 32 bytes of the key file, for the hashes under which tries are counted. */
  readonly key: Buffer;
}

const openedOf = (found: Bearer | undefined): Opened | null =>
  found && !found.withdrawn ? { matterId: found.matterId, reporterId: found.reporterId, generation: found.generation } : null;

/** The portal's doors on the real systems of one county. */
export function bindDoors({ services, county, files, key }: DoorsOptions): PortalDoors {
  const { db, clock, sealer } = services;
  const figures = new Map<string, { at: number; made: ReturnType<PortalDoors["publicFigures"]> }>();
  return {
    receiveMatter: async (actor, input) => receiveMatter(services, actor, ReceiveMatter.parse(input)),
    actOnMatter: async (actor, matterId, input, options) =>
      actOnMatter(services, actor, matterId, MatterActInput.parse(input), options),
    openByCode: async (by) =>
      openedOf("link" in by ? await findBearer(db, county, sealer, by.link) : await openByDigits(db, county, sealer, by)),
    stands: (opened) => stillBears(db, county, opened),
    receiptOf({ reporterId, generation }) {
      const { code, link } = sealer.receiptOf(reporterId, generation);
      return { code, link: `/f/${link}` };
    },
    ownMatter: (actor, { matterId, reporterId }) => ownMatter(services, actor, matterId, reporterId),
    changeOwnMatter: (actor, by, change) => changeOwnMatter(services, actor, by, change),
    askAboutOwnData: (actor, by, asked) => askAboutOwnData(services, actor, by, asked),
    bookletLines: (actor, entries) => bookletLines(services, actor, entries),
    booklets: makeBooklets(db, county, sealer),
    tries: makeTries({ db, county, clock, key }),
    async isDone(commandId) {
      const rows = await read(
        db,
        residentActor(county),
        "select 1 from foundation.commands where county_code = $1 and command_id = $2",
        [county, commandId],
      );
      return rows.length === 1;
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
