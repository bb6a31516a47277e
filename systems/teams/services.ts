import type { Actor } from "../../foundation/db/actor.ts";
import type { Database } from "../../foundation/db/pool.ts";
import type { SecretBox } from "../../foundation/secret-box.ts";
import type { Clock } from "../../foundation/time/index.ts";
import type { OpenMattersPorts } from "./actions/move-person.ts";

/** Who keeps the matters says what lies at a post, in the name of whoever arranges. */
export type OpenMattersFor = (actor: Actor) => OpenMattersPorts;

export interface TeamsServices {
  readonly db: Database;
  /** The county whose officers sign in at this server. */
  readonly county: number;
  readonly clock: Clock;
  /** Name of the cookie that holds the session's token. */
  readonly cookie: string;
  /** Keeps what second factors stand on. */
  readonly box: SecretBox;
  /** What lies open at a post, and its handing over: asked of the system that keeps the matters. */
  readonly openMatters: OpenMattersFor;
}
