import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { openDatabase } from "../../foundation/db/pool.ts";
import { knowRefusals } from "../../foundation/http/refusals.ts";
import { writePrivately } from "../../foundation/private-file.ts";
import { Refusal } from "../../foundation/refusal.ts";
import { systemClock } from "../../foundation/time/index.ts";
import {
  checkNewPassword,
  createFirstAdministrator,
  hasFirstAdministrator,
  newPassword,
  plantAuthenticators,
  teamsRefusals,
} from "../../systems/teams/index.ts";
import { signInBox } from "../settings.ts";
import { type Account, type FirstSetup, lineOf } from "./accounts.ts";
import type { CommandContext } from "./context.ts";

const SHORTEST = 8;

/** The administrator asked for before anything is made, so that a wrong answer costs nothing. */
export interface Administrator {
  readonly name: string;
  readonly password: string;
}

/** Asks for the first administrator: from LINLI_ADMIN_NAME and LINLI_ADMIN_PASSWORD, else at the terminal. Refuses `admin.*`. */
export async function askForAdministrator(context: CommandContext): Promise<Administrator> {
  const { LINLI_ADMIN_NAME: name, LINLI_ADMIN_PASSWORD: password } = process.env;
  if (name && password) {
    if ([...password].length < SHORTEST) throw new Refusal("admin.short");
    knowRefusals(teamsRefusals);
    await checkNewPassword(password, name);
    return { name, password };
  }
  if (!process.stdin.isTTY) throw new Refusal("admin.noTerminal");
  context.say("admin.need");
  let silent = false;
  const screen = new Writable({
    write(chunk, _encoding, done) {
      if (!silent) process.stderr.write(chunk);
      done();
    },
  });
  const terminal = createInterface({ input: process.stdin, output: screen, terminal: true });
  terminal.once("SIGINT", () => terminal.close());
  const lines = terminal[Symbol.asyncIterator](); // keeps what is typed ahead
  const ask = async (question: string, secret = false): Promise<string> => {
    process.stderr.write(question);
    silent = secret;
    const { value, done } = await lines.next();
    silent = false;
    if (secret || done) process.stderr.write("\n");
    if (done) throw new Refusal("admin.brokenOff");
    return value;
  };
  try {
    let who = name?.trim() ?? "";
    while (!who) who = (await ask(context.sentence("admin.name"))).trim();
    for (;;) {
      const first = await ask(context.sentence("admin.password"), true);
      const fit = await checkNewPassword(first, who).then(
        () => true,
        () => false,
      );
      if ([...first].length < SHORTEST) context.say("admin.short");
      else if (!fit) context.say("admin.common");
      else if ((await ask(context.sentence("admin.again"), true)) === first) return { name: who, password: first };
      else context.say("admin.differs");
    }
  } finally {
    terminal.close();
  }
}

/** Fills the new county and sets up who may sign in first. Returns the demonstration's accounts. */
export async function setUpCounty(
  runtimeUrl: string,
  setup: Omit<FirstSetup, "db">,
  administrator: Administrator | undefined,
): Promise<readonly Account[]> {
  knowRefusals(teamsRefusals);
  // a half-made county is made anew; the commit that calls it finished waits for the disk, and for all before it
  const db = openDatabase(runtimeUrl, { size: 4, unsynced: true });
  try {
    const { seedCounty } = await import("./seed.ts");
    if (setup.demonstration) setup.context.say("step.seeding");
    const seeded = await setup.context.during("step.still", seedCounty({ ...setup, db }));
    let accounts: Account[] = [...seeded.accounts];
    const { county, folder, context } = setup;
    if (administrator) {
      await createFirstAdministrator(
        db,
        county,
        { signInName: administrator.name, displayName: administrator.name, password: administrator.password },
        systemClock,
      );
      context.say("admin.made", { name: administrator.name });
    } else if (accounts.length === 0 && !(await hasFirstAdministrator(db, county))) {
      const password = newPassword();
      await createFirstAdministrator(
        db,
        county,
        { signInName: "示例管理员", displayName: "示例管理员", password, madeUp: true },
        systemClock,
      );
      accounts.unshift({ signInName: "示例管理员", password });
    }
    if (setup.demonstration) {
      const planted = await plantAuthenticators(db, signInBox(setup.keys), county, systemClock);
      accounts = accounts.map((one) => {
        const found = planted.find(({ signInName }) => signInName === one.signInName);
        return found ? { ...one, secondFactor: found } : one;
      });
    }
    if (setup.demonstration) writePrivately(folder.accounts, accounts.map(lineOf).join("\n").concat("\n"));
    return accounts;
  } finally {
    await db.close();
  }
}
