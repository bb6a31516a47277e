import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, statfsSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import sharp from "sharp";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { scratchFolder } from "../../tests/builders/sheets.ts";
import { storeFile } from "./store.ts";

const disk = vi.hoisted(() => ({ room: Number.POSITIVE_INFINITY, failSync: false, code: "ENOSPC" }));

/** The real file system, but with no more than `disk.room` bytes of room. */
vi.mock("node:fs/promises", async (importOriginal) => {
  const real = await importOriginal<typeof import("node:fs/promises")>();
  const full = () => Object.assign(new Error(`${disk.code}: no room, write`), { code: disk.code });
  const open = async (...given: Parameters<typeof real.open>): Promise<FileHandle> => {
    const file = await real.open(...given);
    const write = file.writeFile.bind(file);
    const sync = file.sync.bind(file);
    file.writeFile = async (data, ...rest) => {
      disk.room -= (data as Buffer).length;
      if (disk.room < 0) {
        await write((data as Buffer).slice(0, 3));
        throw full();
      }
      return write(data, ...rest);
    };
    file.sync = async () => {
      if (disk.failSync) throw full();
      return sync();
    };
    return file;
  };
  return { ...real, open };
});

const scratch = scratchFolder();
afterAll(scratch.clear);
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const PDF = Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(100_000, 0x41)]);
const chunks = () => Readable.from(Array.from({ length: 100 }, (_, at) => PDF.subarray(at * 1001, (at + 1) * 1001)));

describe("a full disk is said so, and no piece of the file remains", () => {
  let folder = "";
  beforeEach(() => {
    Object.assign(disk, { room: Number.POSITIVE_INFINITY, failSync: false, code: "ENOSPC" });
    folder = mkdtempSync(join(scratch.folder, "data-"));
  });

  it.each<[string, Partial<typeof disk>]>([
    ["at the first byte", { room: 0 }],
    ["in the middle", { room: 50_000 }],
    ["when only the hash is left to write", { room: PDF.length + 10 }],
    ["when the bytes are brought to the disk", { failSync: true }],
    ["by quota", { room: 50_000, code: "EDQUOT" }],
  ])("%s", async (_, state) => {
    Object.assign(disk, state);
    await expect(storeFile(chunks(), { name: "a.pdf", folder })).rejects.toMatchObject({
      name: "Refusal",
      code: "file.disk-full",
      status: 507,
    });
    expect(filesIn(folder)).toEqual([]);
  });

  it("and the next file is kept once there is room", async () => {
    const file = await storeFile(chunks(), { name: "a.pdf", folder });
    expect(
      filesIn(folder)
        .map((entry) => entry.name)
        .sort(),
    ).toEqual([file.id, `${file.id}.sha256`]);
  });

  it("another fault of the disk stays a fault", async () => {
    Object.assign(disk, { room: 0, code: "EIO" });
    await expect(storeFile(chunks(), { name: "a.pdf", folder })).rejects.toMatchObject({
      code: "EIO",
      name: "Error",
    });
    expect(filesIn(folder)).toEqual([]);
  });
});

const mountPoint = join(scratch.folder, "small-disk");
mkdirSync(mountPoint);
const mounted =
  process.platform === "linux" && spawnSync("mount", ["-t", "tmpfs", "-o", "size=2m", "none", mountPoint]).status === 0;
describe.runIf(mounted)("a real disk of 2 MB", () => {
  afterAll(() => void spawnSync("umount", [mountPoint]));
  beforeEach(() => Object.assign(disk, { room: Number.POSITIVE_INFINITY, failSync: false }));

  it("fills up with a document, and with a picture while it is written anew, and is empty again", async () => {
    const noise = {
      width: 1600,
      height: 1600,
      channels: 3 as const,
      background: "#888",
      noise: { type: "gaussian" as const, mean: 128, sigma: 60 },
    };
    const picture = await sharp({ create: noise }).jpeg({ quality: 75 }).toBuffer();
    expect(picture.length).toBeLessThan(2_000_000);
    for (const [name, data] of [
      ["a.pdf", Buffer.concat([PDF, Buffer.alloc(3_000_000)])],
      ["a.jpg", picture],
    ] as const) {
      await expect(storeFile(Readable.from([data]), { name, folder: mountPoint })).rejects.toMatchObject({
        code: "file.disk-full",
        status: 507,
      });
      expect(filesIn(mountPoint)).toEqual([]);
    }
    const { bfree, bsize } = statfsSync(mountPoint);
    expect(bfree * bsize).toBeGreaterThan(1_900_000);
  });
});
