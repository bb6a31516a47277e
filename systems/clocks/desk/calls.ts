import { useQuery } from "@tanstack/react-query";
import { Refused } from "../../../foundation/http/client.ts";
import { ask } from "../../../ui/index.ts";
import { listCalendarsRoute, listOfficeHoursRoute, listTermsRoute, readCalendarFileRoute } from "../contract.ts";

const FRESH = 60_000;
export const useCalendars = () =>
  useQuery({ queryKey: ["clocks", "calendars"], queryFn: () => ask(listCalendarsRoute), staleTime: FRESH });
export const useOfficeHours = () =>
  useQuery({ queryKey: ["clocks", "office-hours"], queryFn: () => ask(listOfficeHoursRoute), staleTime: FRESH });
export const useTerms = () => useQuery({ queryKey: ["clocks", "terms"], queryFn: () => ask(listTermsRoute), staleTime: FRESH });

/** Sends a sheet of a year's days; they come back read, and nothing is kept. */
export async function readCalendarSheet(year: number, file: File) {
  const form = new FormData();
  form.append("file", file);
  const response = await fetch(readCalendarFileRoute.path.replace(":year", String(year)), {
    method: "POST",
    body: form,
    credentials: "same-origin",
    headers: { "x-linli": "1", "accept-language": document.documentElement.lang },
  });
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(response.status, body);
  return readCalendarFileRoute.answer.parse(body);
}
