/** Bytes of one chunk, written row by row into memory that is used again: no large texts are made and thrown away. */
export class LineBuffer {
  #bytes = Buffer.allocUnsafeSlow(8 * 1024 * 1024);
  #end = 0;

  add(line: string): void {
    const room = line.length * 3;
    if (this.#end + room > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(this.#bytes.length * 2, this.#end + room));
      this.#bytes.copy(larger, 0, 0, this.#end);
      this.#bytes = larger;
    }
    this.#end += this.#bytes.write(line, this.#end, "utf8");
  }

  /** What was added; stands until `clear`. */
  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#end);
  }

  clear(): void {
    this.#end = 0;
  }
}
