// Installs what the tests need, then: types, lint, import law, build, the suites on the carried PostgreSQL, the database suites on
// Debian's, the journeys in Chromium. The last line counts the tests of all runs; the exit code is 0 only when nothing failed.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ensureDebianPackages, installedChromium, installedPostgres } from "./debian.mjs";
import { carriedNode, ensureInstalled, root, run } from "./prepare.mjs";
import { either } from "./say.mjs";

const at = (...parts) => join(root, ...parts);
const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
const began = Date.now();

function finish() {
  for (const name of failures) console.log(either(`未通过：${name}`, `Not passed: ${name}`));
  if (total.skipped) console.log(either(`跳过 ${total.skipped} 项`, `${total.skipped} skipped`));
  console.log(either(`用时 ${Math.round((Date.now() - began) / 1000)} 秒`, `${Math.round((Date.now() - began) / 1000)} s`));
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed > 0 || total.passed === 0 || failures.length > 0 ? 1 : 0);
}

const heading = (text) => console.log(`\n── ${text} ──`);

/** A check that is no test: counted only when it fails. */
async function check(name, file, args) {
  heading(name);
  const code = await run(file, args, { env: environment() });
  if (code === 0) return console.log(either("通过", "well"));
  total.failed += 1;
  failures.push(name);
}

function environment(extra = {}) {
  const own = at("node_modules", ".bin");
  return { ...process.env, PATH: `${own}${delimiter}${process.env.PATH}`, LINLI_TEST_SERVER: "", ...extra };
}

/** Files of a report in which something failed. */
const brokenIn = (report) =>
  existsSync(report)
    ? JSON.parse(readFileSync(report, "utf8"))
        .testResults.filter((file) => file.status === "failed")
        .map((file) => file.name)
    : [];

/**
 * One run of the test runner; its counts come from its own report. Where `again` is given, up to that many files that failed are
 * run once more, alone and from their own beginning, and named: a browser on a crowded machine may be late, a defect is late twice.
 */
async function suites(name, args, extra = {}, again = 0) {
  const first = await runSuites(name, args, extra);
  const broken = again > 0 && first.code !== 0 ? brokenIn(first.report) : [];
  if (broken.length === 0 || broken.length > again) return count(name, first.code, countsIn(first.report));
  const second = await runSuites(either(`${name}，失败的再单独跑一次`, `${name}, what failed once more, alone`), broken, {
    ...extra,
    VITEST_MAX_WORKERS: "1",
  });
  const lost = countsIn(first.report, broken);
  const counts = countsIn(first.report);
  const regained = countsIn(second.report);
  for (const key of Object.keys(counts)) counts[key] += regained[key] - lost[key];
  for (const file of broken) console.log(either(`跑了两次：${file}`, `Run twice: ${file}`));
  count(name, second.code, counts);
}

async function runSuites(name, args, extra) {
  heading(name);
  const report = at("test-results", `${name.replaceAll(/\W+/g, "-")}-${process.pid}.json`);
  mkdirSync(at("test-results"), { recursive: true });
  rmSync(report, { force: true });
  const code = await run(
    carriedNode(),
    [
      at("node_modules/vitest/vitest.mjs"),
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...args,
    ],
    {
      env: environment(extra),
      stdio: ["ignore", "inherit", "inherit"],
    },
  );
  return { code, report };
}

function count(name, code, counts) {
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  if (code !== 0 || counts.passed + counts.failed === 0) {
    failures.push(counts.passed + counts.failed === 0 ? `${name} (${either("没有运行任何测试", "no tests ran")})` : name);
    if (counts.failed === 0) total.failed += 1; // broke outside any test
  }
}

function countsIn(report, only) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  if (!existsSync(report)) return counts;
  for (const file of JSON.parse(readFileSync(report, "utf8")).testResults) {
    if (only && !only.includes(file.name)) continue;
    for (const test of file.assertionResults)
      counts[test.status === "passed" || test.status === "failed" ? test.status : "skipped"] += 1;
    if (file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed")) counts.failed += 1; // did not load
  }
  return counts;
}

/** Suites on real data lie beside the program's; where that data is absent they are not registered, and this says so. */
function sayWhatIsNotRun() {
  if (existsSync(at("..", "shared", "data"))) return;
  const found = [];
  const walk = (folder) => {
    for (const entry of readdirSync(at(folder), { withFileTypes: true })) {
      if (entry.isDirectory() && !["node_modules", "dist", "data", ".git"].includes(entry.name)) walk(join(folder, entry.name));
      else if (/\.shared\.test\.tsx?$/.test(entry.name)) found.push(join(folder, entry.name));
    }
  };
  walk(".");
  for (const file of found)
    console.log(either(`没有运行（旁边没有真实数据）：${file}`, `Not run (no real data beside the project): ${file}`));
}

try {
  await ensureInstalled();
  if (!(await ensureDebianPackages())) {
    failures.push(either("缺少 Debian 软件包", "Debian packages are missing"));
    total.failed += 1;
    finish();
  }
} catch (error) {
  console.error(error.message);
  total.failed += 1;
  finish();
}

await check(either("类型、规范、引用", "Types, lint, laws"), carriedNode(), [at("scripts/check.mjs")]);
await check(either("构建", "Build"), carriedNode(), [at("scripts/build.mjs"), "--quiet"]);

const chromium = { LINLI_CHROMIUM: installedChromium() };
const postgres = installedPostgres();
await suites("PostgreSQL 18", ["--exclude", "tests/journeys/**", "--exclude", "tests/bench/**"], chromium);
await suites(`PostgreSQL ${postgres.split("/").at(-1)}`, [".db.test"], { LINLI_TEST_POSTGRES: postgres });
await suites("Chromium", ["tests/journeys"], chromium, 3);
sayWhatIsNotRun();
finish();
