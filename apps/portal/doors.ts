import type { Readable } from "node:stream";
import type { z } from "zod";
import type { Actor } from "../../foundation/db/actor.ts";
import type { Locale } from "../../foundation/time/index.ts";
import type {
  ActAnswer,
  FileRef,
  FollowPage,
  MatterActInput,
  NearbyMatter,
  PortalPlaces,
  PublicFigures,
  Receipt,
  ReceiveMatter,
} from "../../systems/matters/contract.ts";

/** What the bearer of a code or link has opened. */
export interface Opened {
  readonly matterId: string;
  readonly reporterId: string;
  readonly handle: string;
}

/**
 * The doors behind the portal, bound to their services by the composition. All throw `Refusal` for a business "no".
 * A resident's actor names the county, the language and the matters opened by the code at hand.
 */
export interface PortalDoors {
  /** A repeat of the same command gives the first answer, its code and link included: the first page may have been lost. */
  receiveMatter(actor: Actor, input: z.input<typeof ReceiveMatter>): Promise<z.output<typeof Receipt>>;
  actOnMatter(
    actor: Actor,
    matterId: string,
    input: z.input<typeof MatterActInput>,
    options: { reporterId?: string },
  ): Promise<z.output<typeof ActAnswer>>;
  /** By a 12-digit code or the token of a link; null for what is unknown, replaced or erased, all alike. */
  openByCode(by: { code: string } | { link: string }): Promise<Opened | null>;
  followMatter(actor: Actor, matterId: string, reporterId: string): Promise<FollowPage>;
  /** Open matters of the last 30 days that are like this text and in the same village; none where the place is unknown; at most three. */
  nearbyMatters(actor: Actor, about: { text: string; placeId?: string; categoryCode?: string }): Promise<NearbyMatter[]>;
  /** Numbers to call at once where the text speaks of danger to life; empty where it does not. */
  dangerIn(text: string): Promise<readonly ("110" | "119" | "120")[]>;
  publicFigures(locale: Locale): Promise<PublicFigures>;
  places(): Promise<PortalPlaces>;
  /** A picture from a resident: type by its bytes, positions removed, stored under a random id, not yet attached to a matter. */
  keepPicture(actor: Actor, file: { name: string; stream: Readable }): Promise<z.output<typeof FileRef>>;
  /** A picture of a matter that this actor has opened. */
  readPicture(actor: Actor, fileId: string): Promise<{ kind: string; name: string; size: number; stream: Readable } | null>;
  /** A complaint about the product; who wrote it is not kept. */
  takeFeedback(actor: Actor, feedback: { commandId: string; screen: string; text: string }): Promise<void>;
}
