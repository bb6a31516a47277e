import { setTimeout as wait } from "node:timers/promises";
import { Refusal } from "../../foundation/refusal.ts";
import {
  indexAllAnew,
  type KeyFile,
  makeSealer,
  PROFILES,
  type Profile,
  waitingForWrapping,
  withNextIdentityKey,
  wrapAnew,
} from "../../systems/residents/index.ts";
import { readKeys, readKeyText } from "../settings.ts";
import type { CommandContext, OpenCounty } from "./context.ts";
import type { KeysCall } from "./keys-call.ts";
import { ageOf, parsedKeyFile, writeKeyFile } from "./keys-file.ts";

/** A running Linli looks at the key file once a second; what it sealed before that is found by the next pass. */
const UNTIL_SERVERS_KNOW = 1_500;
const PASSES = 20;

async function withCounty(call: KeysCall, work: (county: OpenCounty) => Promise<number>): Promise<number> {
  const county = await call.context.open(call.data);
  try {
    return await work(county);
  } finally {
    await county.close();
  }
}

/** Wraps until nothing is left under another version or algorithm. */
async function wrapAll(county: OpenCounty, context: CommandContext): Promise<number> {
  const sealer = makeSealer(readKeys(county.folder.keyFile));
  let [keys, rows, unopened] = [0, 0, 0];
  for (let pass = 0; pass < PASSES; pass++) {
    if (pass > 0) await wait(UNTIL_SERVERS_KNOW);
    const done = await wrapAnew(county.db, sealer, county.county, {
      onProgress: (progress) => context.progress("keys.wrapping", { index: progress.done, total: progress.total }),
    });
    keys += done.keys;
    rows += done.rows;
    unopened = done.unopened;
    if (pass > 0 && done.keys + done.rows === 0) break;
  }
  const left = await waitingForWrapping(county.db, sealer, county.county);
  context.say("keys.wrapped", { keys, rows, version: sealer.current().keyVersion });
  if (unopened > 0) context.say("keys.unopened", { count: unopened });
  else if (left > 0) context.say("keys.left", { count: left });
  return left > 0 ? 1 : 0;
}

/** `linli keys rotate`: draws the next identity key and wraps every data key anew; or goes on where a rotation was broken off. */
export const rotate = (call: KeysCall): Promise<number> =>
  withCounty(call, async (county) => {
    const { context } = call;
    const left = await waitingForWrapping(county.db, makeSealer(county.keys), county.county);
    if (left > 0) context.say("keys.resuming", { count: left, version: county.keys.version });
    else {
      const next = JSON.parse(withNextIdentityKey(readKeyText(county.folder.keyFile))) as KeyFile;
      await writeKeyFile(county, next);
      context.say("keys.drawn", { version: next.version, file: county.folder.keyFile });
    }
    return wrapAll(county, context);
  });

/** `linli keys profile aes|sm`: which algorithms are written from now on; what is there is sealed anew. */
export const profile = (call: KeysCall): Promise<number> =>
  withCounty(call, async (county) => {
    const [wished] = call.words;
    if (!PROFILES.includes(wished as Profile))
      throw new Refusal("badOption", { detail: `keys profile ${wished ?? ""}`, name: "keys" });
    await writeKeyFile(county, { ...parsedKeyFile(county.folder), profile: wished as Profile });
    call.context.say("keys.profile", { profile: wished });
    await indexAllAnew(county.db, county.county);
    return wrapAll(county, call.context);
  });

/** `linli keys status`: version and age, profile, what waits for re-wrapping, who holds the papers. Never a key. */
export const status = (call: KeysCall): Promise<number> =>
  withCounty(call, async (county) => {
    const { context } = call;
    const file = parsedKeyFile(county.folder);
    const age = ageOf(file);
    context.write(
      age
        ? context.sentence("keys.version", { version: file.version, ...age })
        : context.sentence("keys.versionOnly", { version: file.version }),
    );
    const older = Object.keys(file.older ?? {});
    if (older.length > 0) context.write(context.sentence("keys.older", { versions: older.join(", ") }));
    context.write(context.sentence("keys.profile", { profile: file.profile ?? "aes" }));
    const left = await waitingForWrapping(county.db, makeSealer(county.keys), county.county);
    context.write(left > 0 ? context.sentence("keys.left", { count: left }) : context.sentence("keys.allWrapped"));
    const { recovery } = file;
    if (!recovery) context.write(context.sentence("keys.noSplit"));
    else
      context.write(
        context.sentence("keys.split", {
          need: recovery.need,
          of: recovery.offices.length,
          offices: recovery.offices.join("、"),
          set: recovery.set,
          at: recovery.at.slice(0, 10),
          drill: recovery.drilledAt?.slice(0, 10) ?? "—",
        }),
      );
    return 0;
  });
