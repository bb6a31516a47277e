import { createHmac, hkdfSync } from "node:crypto";
import { openBytes, type Place, sealBytes } from "./ciphers.ts";
import { indexKeyOf, type KeySource, reader } from "./keys.ts";
import { normalisePhone } from "./rules/phone.ts";

/** Where a row of the blind index leads. */
export interface Pointer {
  readonly matterId: string;
  readonly reporterId: string;
}

/** The key file's hand on the blind index; every value is under a key of its own, derived from the index key. */
export interface BlindIndex {
  /** 24 bits of a telephone, as the county's profile counts them now; undefined where the text is no telephone. */
  tokenOf(phone: string): number | undefined;
  /** The same by every profile: what was indexed before a change of profile is found. */
  tokensOf(phone: string): readonly number[];
  /** Id of a reporter's row. */
  rowOf(reporterId: string): string;
  sealPointer(pointer: Pointer): Buffer;
  /** Where a row leads. Throws where it was changed or is another row's. */
  openPointer(rowId: string, sealed: Buffer): Pointer;
  /** Short-lived words between two requests of one officer, e.g. what was found; undefined where changed, another's or too old. */
  sealTicket(purpose: string, body: unknown, until: Date): string;
  openTicket(purpose: string, ticket: string, now: Date): unknown;
}

const pointerPlace = (row: string): Place => ({ table: "residents.blind_index", row, column: "pointer", version: 1 });
const ticketPlace = (row: string): Place => ({ table: "ticket", row, column: "body", version: 1 });

export function makeBlindIndex(source: KeySource): BlindIndex {
  const now = reader(source);
  const own = (what: string) => Buffer.from(hkdfSync("sha256", indexKeyOf(now()), "", `linli blind ${what}`, 32));
  const mac = (hash: "sha256" | "sm3", what: string, text: string) => createHmac(hash, own(what)).update(text).digest();
  const token = (hash: "sha256" | "sm3", phone: string) => mac(hash, "token", `phone|${phone}`).readUIntBE(0, 3);
  const rowOf = (reporterId: string): string => {
    const bytes = mac("sha256", "row", reporterId).subarray(0, 16);
    bytes[6] = (bytes[6]! & 0x0f) | 0x80;
    bytes[8] = (bytes[8]! & 0x3f) | 0x80;
    return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  };
  return {
    tokenOf(phone) {
      const known = normalisePhone(phone);
      return known === undefined ? undefined : token(now().profile === "sm" ? "sm3" : "sha256", known);
    },
    tokensOf(phone) {
      const known = normalisePhone(phone);
      return known === undefined ? [] : [token("sha256", known), token("sm3", known)];
    },
    rowOf,
    sealPointer(pointer) {
      const plain = Buffer.from((pointer.matterId + pointer.reporterId).replaceAll("-", ""), "hex");
      return sealBytes(now().profile ?? "aes", own("pointer"), plain, pointerPlace(rowOf(pointer.reporterId)));
    },
    openPointer(rowId, sealed) {
      const hex = openBytes(own("pointer"), sealed, pointerPlace(rowId)).toString("hex");
      const id = (from: number) => hex.slice(from, from + 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
      return { matterId: id(0), reporterId: id(32) };
    },
    sealTicket(purpose, body, until) {
      const plain = Buffer.from(JSON.stringify({ body, until: until.getTime() }));
      return sealBytes(now().profile ?? "aes", own("ticket"), plain, ticketPlace(purpose)).toString("base64url");
    },
    openTicket(purpose, ticket, at) {
      try {
        const plain = openBytes(own("ticket"), Buffer.from(ticket, "base64url"), ticketPlace(purpose));
        const { body, until } = JSON.parse(plain.toString("utf8")) as { body: unknown; until: number };
        return at.getTime() < until ? body : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
