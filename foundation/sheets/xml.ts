import { SaxesParser } from "saxes";
import { Refusal } from "../refusal.ts";

export interface XmlHandler {
  /** Element name without its prefix. */
  open(name: string, attributes: Record<string, string>): void;
  close(name: string): void;
  text(text: string): void;
}

const DEPTH = 64;
const LONGEST_RUN = 4 * 1024 * 1024;

const local = (name: string): string => name.slice(name.indexOf(":") + 1);
const damaged = () => new Refusal("sheet.damaged", {}, { status: 400 });

/**
 * Feeds an XML part to the handler, a chunk at a time, yielding after each chunk. No document type, no entities of its own, bounded
 * depth; a run without any tag is cut at 4 million characters, so that memory stays bounded. Throws `sheet.damaged` where it is not well-formed.
 */
export async function* readXml(chunks: AsyncIterable<Buffer>, handler: XmlHandler): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  const fail = (): never => {
    throw damaged();
  };
  parser.on("error", fail);
  parser.on("doctype", fail);
  parser.on("opentag", (tag) => {
    if (++depth > DEPTH) fail();
    handler.open(local(tag.name), tag.attributes as Record<string, string>);
  });
  parser.on("closetag", (tag) => {
    depth--;
    handler.close(local(tag.name));
  });
  parser.on("text", (text) => handler.text(text));
  parser.on("cdata", (text) => handler.text(text));
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const bounded = boundRuns();
  for await (const chunk of chunks) {
    let text: string;
    try {
      text = decoder.decode(chunk, { stream: true });
    } catch {
      throw damaged();
    }
    parser.write(bounded(text));
    yield;
  }
  parser.close();
  yield;
}

/** Drops what follows in a run of more than 4 million characters without "<"; never cuts inside an entity. */
function boundRuns(): (text: string) => string {
  let run = 0;
  let dropping = false;
  return (text) => {
    const first = text.indexOf("<");
    const lead = first === -1 ? text.length : first;
    let out = text;
    if (dropping) {
      out = text.slice(lead);
      dropping = first === -1;
    } else if (run + lead > LONGEST_RUN && !/&[^;]{0,10}$/.test(text.slice(Math.max(0, lead - 11), lead))) {
      dropping = first === -1;
    }
    run = first === -1 ? run + text.length : text.length - text.lastIndexOf("<");
    return out;
  };
}

/** Reads a small part whole. */
export async function readSmallXml(chunks: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> {
  for await (const _ of readXml(chunks, handler));
}
