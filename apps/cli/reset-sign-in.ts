import { parseArgs } from "node:util";
import { knowRefusals } from "../../foundation/http/refusals.ts";
import { dateTime } from "../../foundation/i18n/dates.ts";
import { Refusal } from "../../foundation/refusal.ts";
import { systemClock } from "../../foundation/time/index.ts";
import { resetAtTheMachine, teamsRefusals } from "../../systems/teams/index.ts";
import { signInBox } from "../settings.ts";
import type { CommandContext } from "./context.ts";

/** `linli reset-sign-in NAME`: for the only administrator who lost password or second factor. Whoever has the machine has this. */
export async function run(args: string[], context: CommandContext): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { data: { type: "string" }, "second-factor": { type: "boolean", default: false } },
  });
  const [name] = positionals;
  if (!name) throw new Refusal("resetSignIn.who");
  knowRefusals(teamsRefusals);
  const county = await context.open(values.data);
  try {
    const what = { password: !values["second-factor"], secondFactor: true };
    const { code, endsAt } = await resetAtTheMachine(county.db, signInBox(county.keys), county.county, name, what, systemClock);
    const until = dateTime(endsAt, context.locale);
    context.say(what.password ? "resetSignIn.password" : "resetSignIn.factor", { name, until });
    context.write(code);
    return 0;
  } finally {
    await county.close();
  }
}
