// For people who change Linli: the server runs from source and starts again on every change, the screens reload by themselves.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { carriedNode, ensureInstalled, isNewEnough, root, run } from "./prepare.mjs";
import { either } from "./say.mjs";

await ensureInstalled();
if (!isNewEnough()) process.exit(await run(carriedNode(), process.argv.slice(1)));

const port = process.env.PORT ?? "4104";
const server = spawn(
  process.execPath,
  [
    "--watch",
    "--watch-preserve-output",
    join(root, "apps/cli/main.ts"),
    "start",
    "--demo",
    "--port",
    port,
    ...process.argv.slice(2),
  ],
  {
    cwd: root,
    stdio: "inherit",
  },
);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
server.once("exit", (code) => process.exit(code ?? 0));

const config = join(root, "apps/desk/vite.config.ts");
if (existsSync(config)) {
  process.env.LINLI_SERVER = `http://127.0.0.1:${port}`;
  const vite = await import("vite");
  const screens = await vite.createServer({ configFile: config });
  await screens.listen();
  console.error(either("办理端页面（改动即时可见）：", "The desk (reloads by itself): "), screens.resolvedUrls?.local[0]);
}
