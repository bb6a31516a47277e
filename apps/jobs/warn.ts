import type { Services } from "../../systems/matters/index.ts";
import { makeDigests, passWarnings } from "../../systems/supervision/index.ts";

/** How often clocks are looked at; what became due meanwhile waits at most so long. */
export const WARN_MILLISECONDS = 30_000;

/** One look at the county's clocks: warnings that are due, and the day's lists on the first look of a working morning. */
export async function warn(services: Services, county: number, stopped: () => boolean): Promise<void> {
  await passWarnings(services, county, { stopped });
  if (!stopped()) await makeDigests(services, county);
}
