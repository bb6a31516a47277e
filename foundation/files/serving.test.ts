import { describe, expect, it } from "vitest";
import { displayName } from "./names.ts";
import { servingHeaders } from "./serving.ts";

describe("a name is made fit to be shown", () => {
  it.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\fakepath\\照片 1.jpg", "照片 1.jpg"],
    ["a\r\nSet-Cookie: x.pdf", "aSet-Cookie_ x.pdf"],
    ["证明\u202efdp.exe", "证明fdp.exe"],
    ['<img src="x">.png', "_img src=_x__.png"],
    ["  ..hidden.pdf. ", "hidden.pdf"],
    ["", "附件"],
    ["...", "附件"],
    ["𬭚㘎👨‍👩‍👧.png", "𬭚㘎👨‍👩‍👧.png"],
  ])("%j becomes %j", (given, shown) => {
    expect(displayName(given)).toBe(shown);
  });
  it("a long name is cut but keeps its extension and whole characters", () => {
    const name = displayName(`${"😀".repeat(300)}.docx`);
    expect([name.endsWith("😀.docx"), Array.from(name).length]).toEqual([true, 120]);
  });
});

describe("an attachment is handed out as something to save, never as a page", () => {
  it("with its name in both forms of RFC 6266", () => {
    const headers = servingHeaders({ name: `证明"(1)'%;.pdf`, mediaType: "application/pdf", size: 5 });
    expect(headers["content-disposition"]).toBe(
      `attachment; filename="___(1)'_;.pdf"; filename*=UTF-8''%E8%AF%81%E6%98%8E%22%281%29%27%25%3B.pdf`,
    );
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, no-store",
      "content-length": "5",
    });
    for (const value of Object.values(headers)) expect(value).toMatch(/^[\x20-\x7e]+$/);
  });
});
