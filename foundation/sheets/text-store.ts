/**
 * Many texts in few bytes: UTF-8 in growing buffers with an offset each. An array of strings would keep alive the chunks
 * that its strings are slices of.
 */
export class TextStore {
  private bytes: Buffer = Buffer.allocUnsafe(64 * 1024);
  private used = 0;
  private ends: Uint32Array = new Uint32Array(1024);
  private count = 0;

  add(text: string): void {
    const needed = this.used + Buffer.byteLength(text);
    if (needed > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, Math.ceil(this.bytes.length * 1.5)));
      this.bytes.copy(larger, 0, 0, this.used);
      this.bytes = larger;
    }
    if (this.count === this.ends.length) {
      const larger = new Uint32Array(this.ends.length * 2);
      larger.set(this.ends);
      this.ends = larger;
    }
    this.used += this.bytes.write(text, this.used);
    this.ends[this.count++] = this.used;
  }

  get size(): number {
    return this.count;
  }

  /** The text with this number, or undefined where there is none. */
  find(index: number): string | undefined {
    if (!Number.isInteger(index) || index < 0 || index >= this.count) return undefined;
    return this.bytes.toString("utf8", index === 0 ? 0 : this.ends[index - 1], this.ends[index]);
  }
}
