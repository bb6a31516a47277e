import { isUtf8 } from "node:buffer";

let gbkBytes: Map<string, number> | undefined;

/** Character → its two GBK bytes, made once by decoding every pair. */
function gbkTable(): Map<string, number> {
  if (gbkBytes) return gbkBytes;
  gbkBytes = new Map();
  const decoder = new TextDecoder("gbk");
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== "\ufffd") gbkBytes.set(character, lead * 256 + trail);
    }
  }
  return gbkBytes;
}

/** UTF-8 once read as GBK: 新建 became 鏂板缓. Put back into GBK, such a run is valid UTF-8; real Chinese is not. */
function wasUtf8ReadAsGbk(run: string): boolean {
  const table = gbkTable();
  const bytes: number[] = [];
  for (const character of run) {
    const code = table.get(character);
    if (code === undefined) return false;
    bytes.push(code >> 8, code & 255);
  }
  const all = Buffer.from(bytes);
  return [0, 1, 2].some((skip) => [0, 1, 2].some((cut) => isChinese(all.subarray(skip, all.length - cut))));
}

function isChinese(bytes: Buffer): boolean {
  if (!isUtf8(bytes)) return false;
  const text = bytes.toString("utf8");
  return (text.match(/[\u3000-\u9fff\uff00-\uffef]/g)?.length ?? 0) > text.length / 2;
}

/**
 * A piece of the text that shows it was garbled before it reached us, or undefined where the text reads as text.
 * Known ways: GB bytes read as UTF-8 (锟斤拷, �), UTF-8 read as GBK (鏂板缓), UTF-8 read as Latin-1 (æ–°å»º).
 */
export function garbledSample(text: string): string | undefined {
  const beyond = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  if (beyond === 0) return undefined;
  const replaced = text.match(/[�锟]|斤拷/gu) ?? [];
  if (replaced.length / beyond > 0.2) return text.match(/\S{0,4}(?:�|锟斤拷)\S{0,8}/u)?.[0];
  const latin = text.match(/[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0178\u2013-\u203a\u20ac\u2122]/gu) ?? [];
  if (latin.length * 2 > beyond * 0.5) return text.match(/\S{0,12}[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u203a]\S{0,12}/u)?.[0];
  const runs = (text.slice(0, 100_000).match(/[\u3400-\u9fff]{6,24}/gu) ?? []).slice(0, 200);
  const odd = runs.filter(wasUtf8ReadAsGbk);
  return odd.length > runs.length * 0.3 ? odd[0]?.slice(0, 12) : undefined;
}
