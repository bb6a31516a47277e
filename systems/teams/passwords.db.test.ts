import pg from "pg";
import { beforeAll, expect, it } from "vitest";
import { fixedClock } from "../../foundation/time/index.ts";
import { testDatabase } from "../../tests/database.ts";
import { checkNewPassword } from "./actions/create-person.ts";
import { COUNTY, letIn, seed } from "./county.fixture.ts";
import { changeOwnPassword, seedTeams, signIn } from "./index.ts";

const { db, ownerUrl } = testDatabase();
const clock = fixedClock("2026-11-23T09:00:00+08:00");
let current = "lead-pass-1234";
beforeAll(() => seedTeams(db, COUNTY, seed));

async function change(next: string): Promise<void> {
  const { actor } = await letIn(db, "lead", current, clock);
  await changeOwnPassword(db, actor, current, next, clock);
  current = next;
}
const opens = (password: string) =>
  signIn(db, COUNTY, "lead", password, clock).then(
    () => true,
    () => false,
  );

it("eight characters are enough and seven are not, of any alphabet, with blanks and signs of any kind", async () => {
  await expect(change("1x3-5y7")).rejects.toMatchObject({ code: "teams.password-length" });
  for (const next of ["1x3-5y7z", "春风又绿江南岸边", "a b  c d e", "🍎🍐🍊🍋🍌🍉🍇🍓", "qqqqzzzz!#'\"<>"]) {
    await change(next);
    expect(await opens(next), next).toBe(true);
  }
});

it("64 characters and more are taken, and every one of them counts", async () => {
  const long = `${"长口令-".repeat(20)}z`;
  await change(long);
  expect(await opens(long)).toBe(true);
  expect(await opens(long.slice(0, -1))).toBe(false);
});

it("a password is taken exactly as written: no case, blank or half of it may differ", async () => {
  await change(" Geometry Of Rain ");
  for (const other of ["Geometry Of Rain", " geometry of rain ", " Geometry Of Rain", " Geometry  Of Rain "])
    expect(await opens(other), other).toBe(false);
  expect(await opens(" Geometry Of Rain ")).toBe(true);
});

it("one of the common ones is refused however its letters are written, and so is one's own name", async () => {
  for (const common of ["password", "PassWord", "12345678", "iloveyou", "qwertyuiop", "1q2w3e4r5t"])
    await expect(checkNewPassword(common, "lead"), common).rejects.toMatchObject({ code: "teams.password-common" });
  await expect(checkNewPassword("chengguan-banli", "chengguan-banli")).rejects.toMatchObject({
    code: "teams.password-is-the-name",
  });
});

it("is kept as argon2id with 19 MiB and two passes, with another salt each time, and as nothing else", async () => {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ kept: string }>("select hash as kept from teams.passwords");
  const said = await owner.query<{ said: string }>("select p::text as said from teams.people p");
  await owner.end();
  const hashes = rows.map(({ kept }) => kept);
  expect(hashes.length).toBeGreaterThan(1);
  for (const one of hashes) expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(new Set(hashes.map((one) => one.split("$")[4])).size).toBe(hashes.length);
  expect(said.rows.map((row) => row.said).join()).not.toContain(current);
});
