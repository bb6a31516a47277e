// npm run fuzz [-- REQUESTS [SEED]] and npm run histories [-- HISTORIES [SEED]]: the long forms of two suites, from a fresh beginning that they say.
import { join } from "node:path";
import { carriedNode, ensureInstalled, root, run } from "./prepare.mjs";
import { either } from "./say.mjs";

const LONG = {
  fuzz: { file: "tests/http/fuzz.test.ts", count: "LINLI_FUZZ", seed: "LINLI_FUZZ_SEED", usual: "100000" },
  histories: { file: "tests/canary", count: "LINLI_HISTORIES", seed: "LINLI_HISTORIES_SEED", usual: "10000" },
};
const [name = "", count, seed] = process.argv.slice(2);
if (!Object.hasOwn(LONG, name)) {
  console.log(
    either(
      "npm run fuzz -- 请求数 起点；npm run histories -- 经过数 起点",
      "npm run fuzz -- REQUESTS SEED; npm run histories -- HISTORIES SEED",
    ),
  );
  process.exit(1);
}
const suite = LONG[name];
const env = { ...process.env, [suite.count]: count ?? suite.usual, ...(seed && { [suite.seed]: seed }) };
await ensureInstalled();
process.exit(await run(carriedNode(), [join(root, "node_modules/vitest/vitest.mjs"), "run", suite.file], { env }));
