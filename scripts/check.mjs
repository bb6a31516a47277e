// The gate: types, lint and format, the laws of the house (imports, SQL, sizes); at the end, as a report, what nobody uses.
// `npm run check -- --laws` runs the laws alone.
import { join } from "node:path";
import { carriedNode, ensureInstalled, root, run } from "./prepare.mjs";
import { either } from "./say.mjs";

const at = (...parts) => join(root, ...parts);
const steps = [
  [either("类型", "Types"), carriedNode, [at("node_modules/typescript/bin/tsc"), "-p", ".", "--noEmit"]],
  [either("规范与格式", "Lint and format"), () => at("node_modules/.bin/biome"), ["check", "--error-on-warnings"]],
  [
    either("引用、SQL、大小", "Imports, SQL, sizes"),
    carriedNode,
    ["--disable-warning=ExperimentalWarning", at("scripts/check/laws.ts")],
  ],
];

try {
  await ensureInstalled();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

const broken = [];
for (const [name, file, args] of process.argv.includes("--laws") ? steps.slice(2) : steps) {
  console.log(`── ${name} ──`);
  if ((await run(file(), args)) !== 0) broken.push(name);
}
if (!process.argv.includes("--laws")) {
  console.log(`── ${either("无人使用的（仅供参考）", "Used by nobody (a report)")} ──`);
  await run(carriedNode(), [at("node_modules/knip/bin/knip.js"), "--no-exit-code", "--no-progress"]);
}
console.log(
  broken.length ? either(`未通过：${broken.join("、")}`, `Not passed: ${broken.join(", ")}`) : either("全部通过", "All well"),
);
process.exit(broken.length ? 1 : 0);
