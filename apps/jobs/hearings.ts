import { HEARD } from "../../systems/surveys/index.ts";

/** Which queues hear an event of the outbox, beside the queue of the event's own name. A new hearer is a line here. */
const HEARINGS: readonly { readonly queue: string; readonly hears: readonly string[] }[] = [
  { queue: "surveys.hear", hears: HEARD },
];

/** The queues that this event goes to. */
export const queuesThatHear = (event: string): string[] =>
  HEARINGS.filter(({ hears }) => hears.includes(event)).map(({ queue }) => queue);
