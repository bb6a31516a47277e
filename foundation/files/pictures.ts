import sharp from "sharp";
import { Refusal } from "../refusal.ts";
import type { FileKind } from "./kinds.table.ts";

const MOST_MEGAPIXELS = 64;

sharp.cache(false);
sharp.concurrency(1);

/**
 * Writes a picture anew: turned as its EXIF says, without EXIF, GPS, XMP, comments, thumbnails or anything hidden behind its end.
 * Throws `file.picture-too-many-pixels` (by its header, before decoding) and `file.damaged`. A full disk comes through as it is.
 */
export async function rewritePicture(from: string, to: string, kind: FileKind["kind"]): Promise<void> {
  const limits = {
    limitInputPixels: MOST_MEGAPIXELS * 1_000_000,
    failOn: "error" as const,
    animated: kind === "gif" || kind === "webp",
    sequentialRead: true,
  };
  try {
    const about = await sharp(from, { ...limits, limitInputPixels: false }).metadata();
    const pixels = about.width * about.height; // of an animation: all frames together
    if (pixels > MOST_MEGAPIXELS * 1_000_000) {
      throw new Refusal(
        "file.picture-too-many-pixels",
        { megapixels: Math.round(pixels / 1_000_000), limit: MOST_MEGAPIXELS },
        { status: 413 },
      );
    }
    const turned = sharp(from, limits).autoOrient();
    const written =
      kind === "png"
        ? turned.png()
        : kind === "webp"
          ? turned.webp({ quality: 90 })
          : kind === "gif"
            ? turned.gif()
            : turned.jpeg({ quality: 90 });
    await written.toFile(to);
  } catch (error) {
    if (error instanceof Refusal || isDiskFull(error)) throw error;
    throw new Refusal("file.damaged", {}, { status: 400 });
  }
}

/** No space or no quota left, also where libvips reports it in words. */
export function isDiskFull(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return code === "ENOSPC" || code === "EDQUOT" || /no space left|disk quota/i.test(message ?? "");
}
