import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { Document, Packer, Paragraph } from "docx";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { makeZip, scratchFolder, textRow, xlsxParts } from "../../tests/builders/sheets.ts";
import { inspectSheet } from "../sheets/index.ts";
import { openZip } from "../sheets/zip.ts";
import { openFile, storeFile } from "./store.ts";

const scratch = scratchFolder();
afterAll(scratch.clear);
const folder = scratch.folder;
const SAID = ["作者示例甲", "单位示例乙", "批注者示例丙"];

async function keep(bytes: Buffer, name: string) {
  const file = await storeFile(Readable.from([bytes]), { name, folder });
  const kept = await buffer((await openFile(folder, file.id)).stream);
  expect(createHash("sha256").update(kept).digest("hex")).toBe(file.sha256);
  expect(kept.length).toBe(file.size);
  return kept;
}
async function partsOf(bytes: Buffer): Promise<Map<string, Buffer>> {
  const path = join(folder, "looked-into.zip");
  writeFileSync(path, bytes);
  const zip = await openZip(path);
  const parts = new Map<string, Buffer>();
  for (const name of zip.names.keys()) parts.set(name, await buffer(Readable.from(zip.read(name))));
  zip.close();
  return parts;
}

describe("what a document says of who made it is gone before it is kept", () => {
  it("a DOCX: author, company, commenters, EXIF of its photographs; its words stay", async () => {
    const made = await Packer.toBuffer(
      new Document({ creator: SAID[0], lastModifiedBy: SAID[0], sections: [{ children: [new Paragraph("路灯坏了")] }] }),
    );
    const photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: "#888" } })
      .withExif({ IFD0: { Artist: "artist-here" } })
      .jpeg()
      .toBuffer();
    const parts = await partsOf(made);
    parts.set("docProps/app.xml", Buffer.from(`<Properties><Company>${SAID[1]}</Company></Properties>`));
    parts.set(
      "word/comments.xml",
      Buffer.from(`<w:comments><w:comment w:id="0" w:author="${SAID[2]}" w:initials="丙"/></w:comments>`),
    );
    parts.set("word/media/image1.jpg", photo);
    const brought = makeZip([...parts].map(([name, data]) => ({ name, data })));
    const before = [...(await partsOf(brought)).values()].map(String).join("");
    for (const said of [...SAID, "artist-here"]) expect(before).toContain(said);
    const after = await partsOf(await keep(brought, "a.docx"));
    const everything = [...after.values()].map(String).join("");
    for (const said of [...SAID, "artist-here"]) expect(everything).not.toContain(said);
    expect(String(after.get("word/document.xml"))).toContain("路灯坏了");
    expect([...after.keys()].sort()).toEqual([...parts.keys()].sort());
  });

  it("an XLSX can still be read, without its author", async () => {
    const brought = makeZip([
      ...xlsxParts({ rows: textRow(1, ["内容"]) + textRow(2, ["路坏了很久没有人修"]) }),
      { name: "docProps/core.xml", data: `<cp:coreProperties><dc:creator>${SAID[0]}</dc:creator></cp:coreProperties>` },
    ]);
    const kept = await keep(brought, "a.xlsx");
    expect([...(await partsOf(kept)).values()].map(String).join("")).not.toContain(SAID[0]);
    const path = join(folder, "a.xlsx");
    writeFileSync(path, kept);
    expect((await inspectSheet(path, "a.xlsx")).sheets[0]!.columns[0]!.name).toBe("内容");
  });

  it("a PDF, where it says it openly, without moving a byte", async () => {
    const pdf = `%PDF-1.7\n1 0 obj\n<< /Author (who \\(wrote\\) it) /Creator <FEFF4F5C8005> /Pages 2 0 R >>\nendobj\n<x:xmpmeta>dc:creator</x:xmpmeta>\n%%EOF`;
    const kept = (await keep(Buffer.from(pdf), "a.pdf")).toString();
    expect(kept).toHaveLength(pdf.length);
    expect(kept).not.toMatch(/wrote|4F5C|dc:creator/);
    expect(kept).toContain("/Pages 2 0 R");
  });

  it("what is signed stays as it came, or the signature would no longer hold", async () => {
    const pdf = Buffer.from("%PDF-1.7\n<< /Author (signer) /ByteRange [0 1 2 3] >>");
    expect((await keep(pdf, "b.pdf")).equals(pdf)).toBe(true);
    const docx = makeZip([
      { name: "[Content_Types].xml", data: "<Types/>" },
      { name: "word/document.xml", data: "<w/>" },
      { name: "docProps/core.xml", data: SAID[0]! },
      { name: "_xmlsignatures/sig1.xml", data: "<Signature/>" },
    ]);
    expect((await keep(docx, "b.docx")).equals(docx)).toBe(true);
  });
});
