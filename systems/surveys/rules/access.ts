import { type CallAct, callLifecycle } from "./lifecycle.ts";

/** The reader, as far as access asks: the server's Actor fits. */
export interface Reader {
  readonly role: "app" | "portal" | "jobs" | "verify";
  readonly units: readonly string[];
  readonly places: readonly string[];
  readonly scope: "county" | "places" | "units" | "none";
  readonly rights: readonly string[];
}

export interface CallFacts {
  readonly handledUnits: readonly string[];
  readonly townshipId: string | null;
  readonly villageId: string | null;
}

export const CALL = "surveys.call";

/** One sentence a line. The unit that handled the matter never makes its own return call. */
export const SENTENCES = {
  "return caller": (reader: Reader, call: CallFacts) =>
    reader.role === "app" &&
    reader.rights.includes(CALL) &&
    !call.handledUnits.some((unit) => reader.units.includes(unit)) &&
    (reader.scope === "county" ||
      [call.townshipId, call.villageId].some((place) => place !== null && reader.places.includes(place))),
  "hearing job": (reader: Reader) => reader.role === "jobs",
} as const satisfies Record<string, (reader: Reader, call: CallFacts) => boolean>;

/** May this reader do this act on this call, state apart? */
export const mayDo = (reader: Reader, call: CallFacts, act: CallAct): boolean =>
  callLifecycle.acts[act].who.some((sentence) => SENTENCES[sentence](reader, call));
