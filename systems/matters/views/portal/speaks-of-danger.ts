import { type EmergencyNumber, proposeUrgency } from "../../rules/triage/how-urgent.ts";
import type { Services } from "../../services.ts";
import { readersOf } from "../triage/tools.ts";

/** Numbers to call at once where the text speaks of danger to life, by the county's own words; empty where it does not. */
export async function speaksOfDanger(services: Services, county: number, text: string): Promise<readonly EmergencyNumber[]> {
  const books = await services.books(county);
  if (!books.data.lexicon) return [];
  return proposeUrgency(text, "ordinary", readersOf(books).urgency).call;
}
