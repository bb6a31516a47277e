import { parseArgs } from "node:util";
import { dataFolder } from "../settings.ts";
import type { CommandContext } from "./context.ts";
import { checkData } from "./doctor-data.ts";
import { checkMachine } from "./doctor-machine.ts";
import type { Finding } from "./finding.ts";

const MARKS = { well: "√", advice: "!", wrong: "×" } as const;

/** `linli doctor`: one line a check; exit code 1 where something must be put right. Changes nothing. */
export async function run(args: string[], context: CommandContext): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { data: { type: "string" }, port: { type: "string", default: process.env.PORT ?? "8080" } },
  });
  const folder = dataFolder(values.data);
  let wrong = 0;
  const show = (finding: Finding) => {
    if (finding.is === "wrong") wrong += 1;
    const text = "error" in finding ? context.explain(finding.error) : context.sentence(finding.code, finding.facts);
    context.write(`${MARKS[finding.is]} ${text}`);
  };
  for await (const finding of checkMachine(folder, Number(values.port))) show(finding);
  for await (const finding of checkData(folder)) show(finding);
  context.write(context.sentence(wrong ? "doctor.wrong" : "doctor.well", { count: wrong }));
  return wrong ? 1 : 0;
}
