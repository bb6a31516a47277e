import { hash, randomFillSync } from "node:crypto";
import canonicalize from "canonicalize";
import { newId } from "../../../../foundation/ids.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import { dayOf, yearOf } from "../../../../foundation/time/index.ts";
import { makeReporter } from "../../../residents/index.ts";
import type { Place } from "../../../territory/contract.ts";
import { resolvePlace } from "../../../territory/index.ts";
import { numberingUnit } from "../../rules/numbering-unit.rule.ts";
import { titleOfAMatter } from "../../rules/title-of-a-matter.rule.ts";
import { townshipOfPseudonyms } from "../../rules/township-of-pseudonyms.rule.ts";
import type { Services } from "../../services.ts";
import type { Books } from "../../store/books.ts";
import type { ImportProblem } from "../../store/imports/shapes.ts";
import { dueOfAMatter } from "../due-of-a-matter.ts";
import { publicFacts } from "../public-facts.ts";
import { copyLine } from "./copy-line.ts";
import { formOfPublicGroup, type PublicGroupForm } from "./fill-public-group.ts";
import type { ForeseenNumbers } from "./foresee-numbers.ts";
import type { ImportRow } from "./read-row.ts";

export interface ComposedRow {
  /** One line of COPY for the table `incoming`. */
  readonly line: string;
  readonly notes: readonly ImportProblem[];
}

export interface ImportSetting {
  readonly services: Services;
  readonly books: Books;
  readonly county: number;
  /** The post that confirmed the import; none from the command line. */
  readonly post: string | null;
  readonly pseudonyms: boolean;
  readonly now: Date;
  readonly numbers: ForeseenNumbers;
}

const scratch = Buffer.alloc(256 * 1024);
const salts = Buffer.alloc(96 * 512);
let usedSalts = salts.length;

/** SHA-256 in hex of prefix, salt and text, as ledger.group_hash makes it. */
function groupHash(prefix: string, salt: Buffer, text: string): string {
  const room = text.length * 3 + 48;
  const bytes = room <= scratch.length ? scratch : Buffer.alloc(room);
  let end = bytes.write(prefix, 0, "latin1");
  end += salt.copy(bytes, end);
  end += bytes.write(text, end, "utf8");
  return hash("sha256", bytes.subarray(0, end), "hex");
}

/** Kinds, categories and places give tens of thousands of forms in a large sheet; they are cheaper to make again than to keep. */
const FORMS_KEPT = 4000;

const LEAF_PREFIX = "cl1/leaf\n";
const leafBytes = Buffer.alloc(LEAF_PREFIX.length + 96);
leafBytes.write(LEAF_PREFIX, "latin1");
/** A line's leaf in hex, as ledger.leaf makes it of the three hashes in hex. */
function leafOf(...hashes: readonly string[]): string {
  for (const [at, hex] of hashes.entries()) leafBytes.write(hex, LEAF_PREFIX.length + at * 32, "hex");
  return `636c310a${hash("sha256", leafBytes, "hex")}`;
}

/**
 * Composes imported rows. It makes what `composeReceive` makes for a message without files, confirmation or code, at a fifth of the
 * time: the public group comes from a form per kind, category and place. Throws `matters.no-receiving-unit`.
 */
export function rowComposer(setting: ImportSetting): (row: ImportRow, sourceKey: string, contentKey: string) => ComposedRow {
  const { services, books, county } = setting;
  const unit = books.centre;
  const numbering = unit && numberingUnit(books.units, unit);
  if (!unit || !numbering) throw new Refusal("matters.no-receiving-unit", {}, { status: 503 });
  const placeOf = placeFinder(books, setting.pseudonyms);
  const forms = new Map<string, PublicGroupForm>();
  const actor = `{"actor":{${setting.post ? `"post":"${setting.post}",` : ""}"role":"import"},"persons":[`;

  return (row, sourceKey, contentKey) => {
    const notes: ImportProblem[] = [];
    const receivedAt = row.receivedAt ?? setting.now;
    const received = receivedAt.toISOString();
    const title = titleOfAMatter(row.title, row.text);
    const place = placeOf(row, title, notes);
    const due = dueOfAMatter(books, receivedAt, row.kind, null, row.external);
    const deadline = due.dueAt.toISOString();
    const [id, lineId, clockId] = [newId(), newId(), newId()];

    const shape = `${row.kind}|${row.categoryCode}|${place?.id}|${due.term}|${due.provisional}`;
    let form = forms.get(shape);
    if (!form) {
      form = formOfPublicGroup(county, (at, until) =>
        publicFacts(
          {
            ...EMPTY,
            kind: row.kind,
            category_code: row.categoryCode,
            due_at: until,
            received_at: at,
            received_by: unit.id,
            place_id: place?.id ?? null,
            township_id: place?.townshipId ?? null,
            village_id: place?.villageId ?? null,
            grid_id: place?.gridId ?? null,
            territory_version: books.gazetteer.version,
            term: due.term,
            term_version: due.termVersion,
            due_provisional: due.provisional,
          } as never,
          books.versions,
        ),
      );
      if (forms.size === FORMS_KEPT) forms.clear();
      forms.set(shape, form);
    }
    const year = yearOf(dayOf(receivedAt));
    const nth = setting.numbers.take(year);
    const number = `${numbering.numberPrefix}-${year}-I${String(nth).padStart(6, "0")}`;
    const publicGroup = form({
      number: `"number":"${number}"`,
      at: received,
      command: sourceKey,
      deadline,
      line: lineId,
      matter: id,
    });
    const { external } = row;
    const textGroup = `{"attachments":[],"content":{${external ? `"external":${canonicalize(external)},` : ""}${row.placeWords ? `"place":${JSON.stringify(row.placeWords)},` : ""}${row.point ? `"point":{"accuracy":null,"lat":${row.point.lat},"lng":${row.point.lng}},` : ""}${row.earlier ? `"source":${JSON.stringify(row.earlier)},` : ""}"text":${JSON.stringify(row.text)},"title":${JSON.stringify(title)}}}`;
    const reporter =
      row.told &&
      makeReporter(services.sealer, {
        county,
        matterId: id,
        door: "spreadsheet",
        identity: row.told as never,
        at: receivedAt,
        withoutCode: true,
      });
    const personGroup = `${actor}${reporter ? `"${reporter.row.id}"` : ""}]}`;

    if (usedSalts === salts.length) {
      randomFillSync(salts);
      usedSalts = 0;
    }
    const [publicSalt, textSalt, personSalt] = [
      salts.subarray(usedSalts, usedSalts + 32),
      salts.subarray(usedSalts + 32, usedSalts + 64),
      salts.subarray(usedSalts + 64, usedSalts + 96),
    ];
    const hashPublic = groupHash("cl1/pub\n", publicSalt, publicGroup);
    const hashText = groupHash("cl1/txt\n", textSalt, textGroup);
    const hashPerson = groupHash("cl1/idn\n", personSalt, personGroup);
    const line = copyLine({
      row: row.row,
      sourceKey,
      contentKey,
      id,
      lineId,
      clockId,
      unit: unit.id,
      prefix: numbering.numberPrefix,
      year,
      kind: row.kind,
      categoryCode: row.categoryCode,
      title,
      body: row.text,
      received,
      place,
      placeWords: row.placeWords,
      territoryVersion: books.gazetteer.version,
      point: row.point,
      deadline,
      provisional: due.provisional,
      term: due.term,
      termVersion: due.termVersion,
      external,
      publicGroup,
      textGroup,
      personGroup,
      saltPublic: publicSalt.toString("hex"),
      saltText: textSalt.toString("hex"),
      saltPerson: personSalt.toString("hex"),
      hashText,
      hashPerson,
      reporter,
      nth,
      number,
      hashPublic,
      leaf: leafOf(hashPublic, hashText, hashPerson),
    });
    salts.fill(0, usedSalts, usedSalts + 96);
    usedSalts += 96;
    return { line, notes };
  };
}

/** The parts of a newly received matter that never differ between imported rows. */
const EMPTY = {
  state: "received",
  outcome: null,
  lead_unit: null,
  urgency: null,
  place_confirmed: false,
  door: "spreadsheet",
  lane: null,
  lane_id: null,
  support_units: [],
  involved_units: [],
  secrecy: false,
  closed_at: null,
  closed_in_time: null,
  verify_needed: true,
  waiting_for_resident: false,
} as const;

/** Finds a row's place: by the county's names, or by the table of pseudonyms; what could not be settled is noted. */
export function placeFinder(books: Books, pseudonyms: boolean) {
  const table = new Map(pseudonyms ? (books.data.pseudonyms?.table ?? []) : []);
  const byCode = new Map([...books.gazetteer.places.values()].map((place) => [place.code, place]));
  return (row: ImportRow, title: string, notes: ImportProblem[]): Place | undefined => {
    const words = `${row.placeWords}\n${title}\n${row.text}`;
    if (pseudonyms) {
      const township = townshipOfPseudonyms(table, words);
      notes.push({ row: row.row, code: township ? "imports.renamed-place" : "imports.no-place", facts: {} });
      return township ? byCode.get(township) : undefined;
    }
    const answer = resolvePlace(books.gazetteer, words);
    if (answer.kind === "outside")
      notes.push({ row: row.row, code: "imports.place-outside", facts: { words: answer.words.join("、") } });
    else if (answer.kind === "none") notes.push({ row: row.row, code: "imports.no-place", facts: {} });
    return answer.kind === "one" && answer.certainty === "certain" ? answer.place : undefined;
  };
}
