export type Both = { readonly zh: string; readonly en: string };

/** Where people help, in the county's own words; kept as the county's data under the name "help". */
export interface PortalHelp {
  /** True where telephone and address are made up to show the product. */
  readonly example: boolean;
  readonly name: Both;
  readonly centre: {
    readonly name: Both;
    readonly phone: string;
    readonly phoneHours: Both;
    readonly address: Both;
    readonly hours: Both;
    readonly access: Both;
  };
}

/** All that the portal's pages say of the county. */
export interface PortalCounty extends PortalHelp {
  readonly code: number;
  /** The county's categories; the last choice, "I cannot say", is the portal's own. */
  readonly categories: readonly { readonly code: string; readonly words: Both }[];
  /** Units that can be named as complained about. */
  readonly units: readonly { readonly id: string; readonly name: Both }[];
}
