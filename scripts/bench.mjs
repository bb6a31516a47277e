// npm run bench NAME [-- --rounds 5 …]: each bench prints the machine, the load and medians. None of them runs in the tests' time.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { carriedNode, ensureInstalled, root, run } from "./prepare.mjs";
import { either } from "./say.mjs";

const BENCHES = {
  cost: either("行级权限与身份封存的代价：有与没有之比", "what row-level security and the vault cost: with ÷ without"),
  intake: either("受理：每秒件数，与 pgbench 参照脚本之比", "intake: matters a second, against the reference script of pgbench"),
  lifecycle: either("从受理到办结再查到，库中十万件", "from receipt to closed and found, 100,000 matters present"),
  queue: either("一百万件上的列表、计数和搜索", "lists, counts and search over a million matters"),
  clocks: either("一百万个计时中找出到期的一万个", "finding ten thousand due among a million open clocks"),
  warnings: either("一百万个计时中给出一万条提醒", "ten thousand warnings among a million open clocks"),
  replay: either("重放：每秒件数", "replay: past matters a second under changed rules"),
  papers: either("六十页卷宗一份，协议书一千份", "a file of sixty pages, a thousand agreements"),
  start: either("第二次启动到首页的秒数，空闲内存", "second start: seconds to the first page, memory at rest"),
  import: either("一百万行导入", "import of a million rows"),
};

const [name = "", ...rest] = process.argv.slice(2);
const file = join(root, "tests", "bench", `${name}.ts`);
if (!Object.hasOwn(BENCHES, name) || !existsSync(file)) {
  for (const [one, words] of Object.entries(BENCHES)) console.log(`npm run bench ${one.padEnd(10)} ${words}`);
  process.exit(name ? 1 : 0);
}
await ensureInstalled();
process.exit(await run(carriedNode(), ["--disable-warning=FSTDEP023", file, ...rest]));
