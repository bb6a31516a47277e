/** Where the reader was in a list, for coming back to it, and the order of its matters, for j and k on a matter's page. */
export interface ListPlace {
  /** Address of the list. */
  readonly href: string;
  readonly ids: readonly string[];
  readonly total: string;
  readonly name: string;
  readonly current: string | null;
  readonly scroll: number;
}

const KEPT_UNDER = "linli.list";

export function keepPlace(place: ListPlace): void {
  sessionStorage.setItem(KEPT_UNDER, JSON.stringify(place));
}

export function lastPlace(): ListPlace | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT_UNDER) ?? "null") as ListPlace | null;
  } catch {
    return null;
  }
}
