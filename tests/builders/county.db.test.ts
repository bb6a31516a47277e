import { expect, it } from "vitest";
import { aCounty } from "./county.ts";

const county = aCounty();

it("stands ready: its register, its centre, its made-up accounts", async () => {
  const books = await county.services.books(county.code);
  expect(books.centre?.kind).toBe("county centre");
  expect([...books.gazetteer.places.values()].filter((place) => place.kind === "township")).toHaveLength(15);
  for (const name of county.accounts.keys()) expect((await county.actorOf(name)).county).toBe(county.code);
  expect(county.accounts.size).toBeGreaterThan(3);
});
