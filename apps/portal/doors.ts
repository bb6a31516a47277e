import type { Readable } from "node:stream";
import type { z } from "zod";
import type { Actor } from "../../foundation/db/actor.ts";
import type { Locale } from "../../foundation/time/index.ts";
import type {
  ActAnswer,
  BookletLine,
  FileRef,
  FollowPage,
  MatterActInput,
  NearbyMatter,
  OwnMatter,
  PortalPlaces,
  PublicFigures,
  Receipt,
  ReceiveMatter,
  RequestKind,
} from "../../systems/matters/contract.ts";
import type { Bearing, OwnChange } from "../../systems/matters/index.ts";
import type { BookletEntry, Booklets, Tries } from "../../systems/residents/index.ts";

/** What the bearer of a code or link has opened. */
export interface Opened {
  readonly matterId: string;
  readonly reporterId: string;
  /** Which code of theirs it was. */
  readonly generation: number;
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
  /**
   * By the token of a link, or by a 12-digit code with the four digits asked beside it (empty where none were told); null for what is
   * unknown, wrong or replaced, all alike.
   */
  openByCode(by: { code: string; second: string } | { link: string }): Promise<Opened | null>;
  /** Is this still the code that is valid? False once it was renewed or the report withdrawn. */
  stands(opened: Opened): Promise<boolean>;
  /** Code and link of what was opened; the same ones that were told at first. */
  receiptOf(opened: Opened): { readonly code: string; readonly link: string };
  /** What is kept of the bearer themselves, and what they asked about it. */
  ownMatter(actor: Actor, opened: Opened): Promise<OwnMatter>;
  changeOwnMatter(actor: Actor, by: Bearing, change: OwnChange): Promise<void>;
  askAboutOwnData(actor: Actor, by: Bearing, asked: { readonly kind: RequestKind; readonly words: string }): Promise<void>;
  /** The matters whose codes stand in a booklet, and those whose code was renewed since. */
  bookletLines(
    actor: Actor,
    entries: readonly BookletEntry[],
  ): Promise<{ readonly lines: readonly BookletLine[]; readonly gone: readonly BookletEntry[] }>;
  readonly booklets: Booklets;
  /** Counts that all servers share. */
  readonly tries: Tries;
  /** Has this command been carried out? A repeat of it only brings back its answer. */
  isDone(commandId: string): Promise<boolean>;
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
