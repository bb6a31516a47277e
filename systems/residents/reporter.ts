import { newId } from "../../foundation/ids.ts";
import type { Identity } from "./contract.ts";
import { normalisePhone } from "./rules/phone.ts";
import { newHandle, type Sealer, type WrappedKey } from "./seal.ts";

/** A row of residents.reporters ready to be written. */
export interface Reporter {
  readonly county: number;
  readonly id: string;
  readonly matterId: string;
  readonly handle: string;
  readonly role: "reporter" | "also met" | "entered for";
  readonly door: string;
  readonly enteredByPost: string | null;
  readonly relation: string | null;
  readonly consent: boolean | null;
  readonly codeLookup: Buffer | null;
  readonly linkLookup: Buffer | null;
  readonly sealed: Buffer | null;
  readonly keyVersion: number;
  readonly quiet: boolean;
  readonly wantsSecrecy: boolean;
  readonly createdAt: Date;
}

export interface NewReporter {
  readonly row: Reporter;
  /** For residents.data_keys where the matter has no key yet and now needs one. */
  readonly newKey: Buffer | null;
  /** Told to the reporter once, kept nowhere; absent where `withoutCode`. */
  readonly code?: string;
  readonly link?: string;
}

export interface ReporterRequest {
  readonly county: number;
  readonly matterId: string;
  /** Made by the client where it has one. */
  readonly id?: string;
  readonly door: string;
  readonly role?: Reporter["role"];
  readonly identity: Identity;
  readonly wantsSecrecy?: boolean;
  readonly quiet?: boolean;
  readonly enteredFor?: { readonly relation: string; readonly consent: boolean };
  readonly enteredByPost?: string;
  readonly at: Date;
  /** The matter's data key, where it already has one. */
  readonly existingKey?: WrappedKey;
  /** Imported rows whose reporter cannot be told a code. */
  readonly withoutCode?: boolean;
}

/** Makes a reporter: seals who they are, draws handle, code and link. A telephone that can be read is sealed in its one form. */
export function makeReporter(sealer: Sealer, request: ReporterRequest): NewReporter {
  const id = request.id ?? newId();
  const { phone } = request.identity;
  const identity = phone ? { ...request.identity, phone: normalisePhone(phone) ?? phone } : request.identity;
  const { sealed, newKey, keyVersion } = sealer.seal(request.matterId, id, identity, request.existingKey);
  const told: { code?: string; link?: string } = request.withoutCode ? {} : sealer.receiptOf(id, 1);
  return {
    newKey,
    ...told,
    row: {
      county: request.county,
      id,
      matterId: request.matterId,
      handle: newHandle(),
      role: request.role ?? (request.enteredFor ? "entered for" : "reporter"),
      door: request.door,
      enteredByPost: request.enteredByPost ?? null,
      relation: request.enteredFor?.relation ?? null,
      consent: request.enteredFor?.consent ?? null,
      codeLookup: told.code ? sealer.lookupOf(told.code) : null,
      linkLookup: told.link ? sealer.lookupOf(told.link) : null,
      sealed,
      keyVersion,
      quiet: request.quiet ?? false,
      wantsSecrecy: request.wantsSecrecy ?? false,
      createdAt: request.at,
    },
  };
}
