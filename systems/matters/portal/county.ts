export type Both = { readonly zh: string; readonly en: string };

/** The county's words for the portal: where people help, and the plain names of the categories it asks for. */
export interface PortalCounty {
  readonly code: number;
  readonly name: Both;
  /** True where telephone and address are made up to show the product. */
  readonly example: boolean;
  readonly centre: {
    readonly name: Both;
    readonly phone: string;
    readonly phoneHours: Both;
    readonly address: Both;
    readonly hours: Both;
    readonly access: Both;
  };
  /** The county's categories in a resident's words; the last choice, "I cannot say", is the portal's own. */
  readonly categories: readonly { readonly code: string; readonly words: Both }[];
  /** Units that can be named as complained about. */
  readonly units: readonly { readonly id: string; readonly name: Both }[];
}
