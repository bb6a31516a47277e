import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { inflatesTo, makeZip, scratchFolder, textRow, xlsxParts } from "../../tests/builders/sheets.ts";
import { checkFile, FILE_LIMIT, openFile, removeAbandoned, removeFile, storeFile } from "./store.ts";
import { fileRefusals } from "./words.ts";

const scratch = scratchFolder();
afterAll(scratch.clear);
let folder = "";
let made = 0;
beforeEach(() => {
  folder = join(scratch.folder, `files-${made++}`);
});

const store = (data: Buffer | string, name: string) => storeFile(Readable.from([Buffer.from(data)]), { name, folder });
const kept = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
const bytesOf = async (id: string) => Buffer.concat(await (await openFile(folder, id)).stream.toArray());
const refused = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => new Error("was kept"),
    (reason) => reason,
  );
  expect(kept(), "files left behind").toEqual([]);
  return error.code ?? error.message;
};
const picture = (width = 40, height = 20) => sharp({ create: { width, height, channels: 3, background: "#c33" } });
const PDF = "%PDF-1.7\n1 0 obj\n";

describe("an attachment is kept", () => {
  it("under a random id, with the hash of what is stored beside it", async () => {
    const file = await store(PDF, "证明.pdf");
    const sha256 = createHash("sha256").update(PDF).digest("hex");
    expect(file).toEqual({ id: file.id, name: "证明.pdf", kind: "pdf", mediaType: "application/pdf", size: PDF.length, sha256 });
    const place = join(folder, file.id.slice(0, 2), file.id.slice(2, 4), file.id);
    expect(readFileSync(place, "utf8")).toBe(PDF);
    expect(readFileSync(`${place}.sha256`, "utf8")).toBe(`${sha256}  ${file.id}\n`);
    expect(statSync(place).mode & 0o077).toBe(0);
    expect(kept().sort()).toEqual([file.id, `${file.id}.sha256`]);
    expect((await store(PDF, "证明.pdf")).id).not.toBe(file.id);
    expect((await bytesOf(file.id)).toString()).toBe(PDF);
  });

  it("and checked, removed, looked for in vain", async () => {
    const file = await store(PDF, "a.pdf");
    expect(await checkFile(folder, file.id)).toBe("sound");
    const place = join(folder, file.id.slice(0, 2), file.id.slice(2, 4), file.id);
    writeFileSync(place, "%PDF-1.7\n1 0 obk\n");
    expect(await checkFile(folder, file.id)).toBe("changed");
    await removeFile(folder, file.id);
    expect([await checkFile(folder, file.id), kept()]).toEqual(["missing", []]);
    for (const id of [file.id, "../../etc/passwd", "incoming", ""])
      await expect(openFile(folder, id)).rejects.toMatchObject({ code: "file.not-found", status: 404 });
  });

  it.each([
    [
      "a.docx",
      makeZip([
        { name: "[Content_Types].xml", data: "<Types/>" },
        { name: "word/document.xml", data: "<w/>" },
      ]),
      "docx",
    ],
    ["a.xlsx", makeZip(xlsxParts({ rows: textRow(1, ["甲"]) })), "xlsx"],
    ["a.mp3", Buffer.from("494433040000", "hex"), "mp3"],
    ["b.mp3", Buffer.from("fffb9064", "hex"), "mp3"],
    ["a.wav", Buffer.from("RIFF\0\0\0\0WAVEfmt "), "wav"],
    ["a.amr", Buffer.from("#!AMR\n"), "amr"],
    ["a.mp4", box("ftyp", Buffer.from("isom\0\0\0\0")), "mp4"],
    ["a.m4a", box("ftyp", Buffer.from("M4A \0\0\0\0")), "m4a"],
    ["无后缀", Buffer.from(PDF), "pdf"],
  ])("of every kind that is taken: %s", async (name, data, kind) => {
    expect((await store(data, name)).kind).toBe(kind);
  });
});

function box(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8, 0);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, body]);
}

describe("a picture says nothing of where it was taken", () => {
  const secret = {
    IFD0: { Copyright: "示例人名", Make: "SecretPhone" },
    IFD3: { GPSLatitude: "33/1 58/1 0/1", GPSLatitudeRef: "N" },
  };
  it.each(["jpeg", "png", "webp"] as const)("%s: EXIF and what hides behind its end are gone before hashing", async (format) => {
    const made = await picture().withExif(secret).toFormat(format).toBuffer();
    expect((await sharp(made).metadata()).exif).toBeDefined();
    const file = await store(Buffer.concat([made, Buffer.from("<?php hidden ?>")]), `a.${format}`);
    const stored = await bytesOf(file.id);
    expect((await sharp(stored).metadata()).exif).toBeUndefined();
    expect(stored.includes("SecretPhone") || stored.includes("hidden")).toBe(false);
    expect(file.sha256).toBe(createHash("sha256").update(stored).digest("hex"));
  });

  it("and is turned as its EXIF said", async () => {
    const sideways = await picture(40, 20)
      .withExif({ IFD0: { Orientation: "6" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { width, height } = await sharp(await bytesOf((await store(sideways, "a.jpg")).id)).metadata();
    expect([width, height]).toEqual([20, 40]);
  });

  it("an animation keeps its frames", async () => {
    const frames = await Promise.all(
      ["#f00", "#0f0", "#00f"].map((background) =>
        sharp({ create: { width: 8, height: 8, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const gif = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    expect((await sharp(await bytesOf((await store(gif, "a.gif")).id)).metadata()).pages).toBe(3);
  });

  it("a video's notes about place and device are blanked, its sound and pictures untouched", async () => {
    const media = box("mdat", Buffer.from("FRAMES".repeat(100)));
    const video = Buffer.concat([
      box("ftyp", Buffer.from("isom\0\0\0\0")),
      box(
        "moov",
        Buffer.concat([
          box("mvhd", Buffer.alloc(8)),
          box("udta", box("\u00a9xyz", Buffer.from("+33.9700+113.2100/"))),
          box("trak", box("meta", Buffer.from("SecretPhone"))),
        ]),
      ),
      media,
    ]);
    const stored = await bytesOf((await store(video, "a.mp4")).id);
    expect(stored.length).toBe(video.length);
    expect(stored.includes("+33.97") || stored.includes("SecretPhone")).toBe(false);
    expect(stored.includes(media)).toBe(true);
  });
});

describe("what is refused leaves nothing behind", () => {
  it("21 MB, while it is still streaming", async () => {
    let sent = 0;
    async function* endless() {
      for (;;) {
        sent += 64 * 1024;
        yield Buffer.alloc(64 * 1024, 0x25);
      }
    }
    expect(await refused(storeFile(endless(), { name: "a.pdf", folder }))).toBe("file.too-large");
    expect(sent).toBeLessThanOrEqual(FILE_LIMIT + 64 * 1024);
    expect(await refused(store(Buffer.concat([Buffer.from(PDF), Buffer.alloc(21 * 1024 * 1024)]), "a.pdf"))).toBe(
      "file.too-large",
    );
  });

  it("a connection that breaks: its own error goes on", async () => {
    async function* broken() {
      yield Buffer.from(PDF);
      throw new Error("connection reset");
    }
    expect(await refused(storeFile(broken(), { name: "a.pdf", folder }))).toBe("connection reset");
  });

  const png = Buffer.from("89504e470d0a1a0a", "hex");
  it.each<[string, Buffer | string, string, string]>([
    ["nothing", "", "a.pdf", "file.empty"],
    ["a PDF called .jpg", PDF, "a.jpg", "file.not-what-its-name-says"],
    ["a program called .pdf", Buffer.from("4d5a9000", "hex"), "a.pdf", "file.kind-not-taken"],
    ["a web page called .png", "<html><script>", "a.png", "file.kind-not-taken"],
    ["an SVG", "<svg xmlns='x'><script/></svg>", "a.svg", "file.kind-not-taken"],
    ["old Word", Buffer.from("d0cf11e0a1b11ae1", "hex"), "a.doc", "file.kind-not-taken"],
    ["any other zip", makeZip([{ name: "a.exe", data: "x" }]), "a.zip", "file.kind-not-taken"],
    ["plain bytes", "hello", "a.txt", "file.kind-not-taken"],
    ["a HEIC photo", box("ftyp", Buffer.from("heic\0\0\0\0")), "a.heic", "file.phone-picture"],
    [
      "a document with macros",
      makeZip([
        { name: "[Content_Types].xml", data: "x" },
        { name: "word/document.xml", data: "x" },
        { name: "word/vbaProject.bin", data: "x" },
      ]),
      "a.docx",
      "file.has-macros",
    ],
    [
      "a document cut short",
      makeZip([
        { name: "[Content_Types].xml", data: "x" },
        { name: "word/document.xml", data: "x" },
      ]).subarray(0, 90),
      "a.docx",
      "file.damaged",
    ],
    [
      "a document that inflates to 580 MB",
      makeZip([
        { name: "[Content_Types].xml", data: "x" },
        { name: "word/document.xml", packed: inflatesTo(58) },
      ]),
      "a.docx",
      "file.inflates-too-much",
    ],
    ["a picture that is only a head", png, "a.png", "file.damaged"],
    [
      "a video whose boxes do not add up",
      Buffer.concat([box("ftyp", Buffer.from("isom\0\0\0\0")), Buffer.from("7fffffff6d6f6f76", "hex")]),
      "a.mp4",
      "file.damaged",
    ],
  ])("%s", async (_, data, name, code) => {
    expect(await refused(store(data, name))).toBe(code);
  });

  it("a picture cut short", async () => {
    const whole = await sharp({
      create: { width: 300, height: 300, channels: 3, background: "#888", noise: { type: "gaussian", mean: 128, sigma: 60 } },
    })
      .jpeg()
      .toBuffer();
    expect(await refused(store(whole.subarray(0, whole.length / 2), "a.jpg"))).toBe("file.damaged");
  });

  it("a picture of a few kilobytes with 400 megapixels, without decoding it", async () => {
    const bomb = await picture().png().toBuffer();
    bomb.writeUInt32BE(20_000, 16);
    bomb.writeUInt32BE(20_000, 20);
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
    const start = performance.now();
    expect(await refused(store(bomb, "a.png"))).toBe("file.picture-too-many-pixels");
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe("what a killed process left half-received", () => {
  it("is removed at the next start, kept files are not", async () => {
    const file = await store(PDF, "a.pdf");
    mkdirSync(join(folder, "incoming"), { recursive: true });
    writeFileSync(join(folder, "incoming", "half"), "x");
    expect(await removeAbandoned(folder)).toBe(1);
    expect(kept().sort()).toEqual([file.id, `${file.id}.sha256`]);
    expect(await removeAbandoned(join(folder, "nowhere"))).toBe(0);
  });
});

describe("every sentence says what to do next, in both languages", () => {
  const facts = { limit: FILE_LIMIT, really: "程序", reallyEnglish: "a program", extension: "jpg", kind: "pdf", megapixels: 400 };
  it.each(Object.entries(fileRefusals))("%s", (_, sentence) => {
    expect(sentence["zh-CN"](facts)).toMatch(/请.*。$/);
    expect(sentence.en(facts)).toMatch(/\. .*\.$|, .*\.$|; .*\.$/);
    expect(sentence["zh-CN"](facts) + sentence.en(facts)).not.toMatch(/undefined|NaN/);
  });
});
