import { type Facts, type Reader, recused } from "./access.ts";

/**
 * Who may ring a reporter about a matter that was closed, and ask in their name for it to be opened again: whoever holds the right to
 * return calls, for their area, and never an officer of a unit that handled the matter.
 */
export function mayMakeTheReturnCall(reader: Reader, facts: Facts): boolean {
  if (recused(reader, facts)) return false;
  if (reader.role !== "app" || !reader.rights.includes("surveys.call")) return false;
  const handled = facts.leadUnit ? [facts.leadUnit, ...facts.supportUnits] : [facts.receivedBy];
  if (handled.some((unit) => reader.units.includes(unit))) return false;
  return (
    reader.scope === "county" ||
    [facts.townshipId, facts.villageId].some((place) => place !== null && reader.places.includes(place))
  );
}
