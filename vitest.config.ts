import { existsSync } from "node:fs";
import { defineConfig } from "vitest/config";

/** Suites on data that lies beside the clone are registered only where it does. */
const beside = existsSync(new URL("../shared/data", import.meta.url)) ? [] : ["**/*.shared.test.ts"];

export default defineConfig({
  test: {
    include: ["**/*.test.ts", "**/*.test.tsx"],
    exclude: ["node_modules/**", "dist/**", "data/**", ...beside],
    globalSetup: ["tests/global-setup.ts"],
    pool: "threads",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
