import type { Both, PortalHelp } from "../contract/portal.ts";

export type { Both, PortalHelp };

/** All that the portal's pages say of the county. */
export interface PortalCounty extends PortalHelp {
  readonly code: number;
  /** The county's categories; the last choice, "I cannot say", is the portal's own. */
  readonly categories: readonly { readonly code: string; readonly words: Both }[];
  /** Units that can be named as complained about. */
  readonly units: readonly { readonly id: string; readonly name: Both }[];
}
