import { type Browser, chromium } from "playwright-core";

/** The machine's own Chromium; `LINLI_CHROMIUM` names another one. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env.LINLI_CHROMIUM ?? "/usr/bin/chromium";
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"] });
}
