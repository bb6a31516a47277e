/** Every part of the form is one stop; Enter goes on to the next. Elements inside a part carry `data-stop`. */
export function focusStop(stop: Element | null | undefined): void {
  if (!(stop instanceof HTMLElement)) return;
  const chosen = stop.querySelector<HTMLElement>("input[type=radio]:checked, [data-first]");
  const target = stop.matches("input,textarea,button")
    ? stop
    : (chosen ?? stop.querySelector<HTMLElement>("input,textarea,button"));
  target?.focus();
  (target ?? stop).scrollIntoView({ block: "nearest" });
}

/** Moves on from the stop that holds this element, past those that are named. */
export function goOn(from: Element, past: readonly string[] = []): void {
  const form = from.closest("[data-form]");
  const stops = [...(form?.querySelectorAll<HTMLElement>("[data-stop]") ?? [])];
  const at = stops.findIndex((stop) => stop.contains(from));
  focusStop(stops.slice(at + 1).find((stop) => !past.includes(stop.dataset.stop ?? "")));
}
