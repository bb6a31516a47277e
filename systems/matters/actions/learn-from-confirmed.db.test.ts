import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { read } from "../../../foundation/db/pool.ts";
import { aCounty } from "../../../tests/builders/county.ts";
import { ReceiveMatter } from "../contract.ts";
import { receiveMatter } from "./intake/receive-matter.ts";
import { learnFromConfirmed } from "./learn-from-confirmed.ts";

const county = aCounty();

it("learns from what people confirmed, keeps no rare word, and stays silent where there is nothing new", async () => {
  const clerk = await county.actorOf("xian-shouli");
  const say = (n: number, confirmed: boolean) =>
    receiveMatter(
      county.services,
      clerk,
      ReceiveMatter.parse({
        commandId: randomUUID(),
        id: randomUUID(),
        door: "counter",
        text: `巷口音响吵得睡不着${n === 7 ? "，独角兽饭馆" : ""}`,
        kind: "complaint",
        categoryCode: "noise",
        urgency: "ordinary",
        confirmed,
      }),
    );
  await Promise.all(Array.from({ length: 49 }, (_, n) => say(n, true)));
  expect(await learnFromConfirmed(county.services, county.code), "too few").toBe(0);
  await say(50, true);
  await say(51, false);
  expect(await learnFromConfirmed(county.services, county.code), "only what was confirmed").toBe(50);
  const kept = () =>
    read<{ version: number; body: unknown }>(
      county.db,
      county.job,
      "select version, body from matters.county_data where county_code = $1 and name = 'model' and state = 'on'",
      [county.code],
    );
  const [model] = await kept();
  expect(model!.version).toBe(1);
  expect(JSON.stringify(model!.body)).toContain("音响");
  expect(JSON.stringify(model!.body)).not.toContain("独角兽");
  expect(await learnFromConfirmed(county.services, county.code), "nothing new").toBe(0);
  expect((await kept())[0]!.version).toBe(1);
});
