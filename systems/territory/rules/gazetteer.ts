import type { Place } from "../contract.ts";
import { stemsOf, TOWNSHIP_ENDINGS, townshipBase, VILLAGE_ENDINGS, villageBase } from "./names.ts";

/**
 * How sure the form alone is. `full`: with its ending (冢头镇, 北街村). `bare`: without (冢头, 北街). `stem`: a short form
 * that several neighbours share (士庄村). `former`: an earlier name that now stands for several. `outside`: another county or city.
 */
export type FormStrength = "full" | "bare" | "stem" | "former" | "outside";

export interface Claim {
  readonly place: Place | null;
  readonly strength: FormStrength;
  /** The ending spoke of a residents' or a villagers' committee. */
  readonly committee?: "residents" | "villagers";
}

export interface TrieNode {
  readonly next: Map<number, TrieNode>;
  claims: Claim[] | null;
}

/** The county's names in memory, ready to be found in texts. Made once for a version of the territory. */
export interface Gazetteer {
  readonly county: number;
  readonly version: number;
  readonly places: ReadonlyMap<string, Place>;
  readonly children: ReadonlyMap<string, readonly Place[]>;
  readonly trie: TrieNode;
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  /** Pinyin initials of the names of townships and villages, in lower case (北街 → bj). */
  readonly initials: ReadonlyMap<string, readonly string[]>;
}

export interface GazetteerSource {
  readonly county: number;
  readonly version: number;
  readonly places: readonly Place[];
  readonly aliases: readonly { readonly placeId: string; readonly alias: string; readonly kind: string }[];
  /** Names of counties and cities elsewhere, with their endings (襄城县). */
  readonly outside: readonly string[];
  readonly initials?: ReadonlyMap<string, readonly string[]>;
}

/** Builds the gazetteer: official names, the short forms that follow a rule, aliases, and names outside the county. */
export function buildGazetteer(source: GazetteerSource): Gazetteer {
  const trie: TrieNode = { next: new Map(), claims: null };
  const places = new Map(source.places.map((place) => [place.id, place]));
  const children = new Map<string, Place[]>();
  for (const place of source.places)
    if (place.parentId) children.set(place.parentId, [...(children.get(place.parentId) ?? []), place]);

  for (const place of source.places) {
    if (place.kind === "township") addTownship(trie, place, place.name);
    if (place.kind === "village") addVillage(trie, place, villageBase(place.name));
    if (place.kind === "grid" && !place.madeUp && !/^第?[\d一二三四五六七八九十]+网格/.test(place.name))
      add(trie, place.name, { place, strength: "full" });
  }
  for (const place of source.places) if (place.kind === "township") addSharedStems(trie, children.get(place.id) ?? []);
  for (const { placeId, alias, kind } of source.aliases) {
    const place = places.get(placeId);
    if (!place) continue;
    if (kind === "former") add(trie, alias, { place, strength: "former" });
    else if (place.kind === "township") addTownship(trie, place, alias);
    else if (place.kind === "village") addVillage(trie, place, villageBase(alias).replace(/村$/, ""));
    else add(trie, alias, { place, strength: "full" });
  }
  for (const name of source.outside) add(trie, name, { place: null, strength: "outside" });
  const aliases = new Map<string, string[]>();
  for (const { placeId, alias } of source.aliases) aliases.set(placeId, [...(aliases.get(placeId) ?? []), alias]);
  return {
    county: source.county,
    version: source.version,
    places,
    children,
    trie,
    aliases,
    initials: source.initials ?? new Map(),
  };
}

function addTownship(trie: TrieNode, place: Place, name: string) {
  const base = townshipBase(name);
  add(trie, name, { place, strength: "full" });
  for (const ending of TOWNSHIP_ENDINGS) add(trie, base + ending, { place, strength: "full" });
  add(trie, base, { place, strength: "bare" });
}

function addVillage(trie: TrieNode, place: Place, base: string) {
  for (const ending of VILLAGE_ENDINGS)
    add(trie, base + ending, { place, strength: "full", committee: /居|社区/.test(ending) ? "residents" : "villagers" });
  if (base.endsWith("村")) {
    for (const ending of ["民委员会", "委会", "委"])
      add(trie, base + ending, { place, strength: "full", committee: "villagers" });
    add(trie, base, { place, strength: "full", committee: "villagers" });
  } else add(trie, base, { place, strength: "bare" });
}

/** What is left of 东街 and 北街 says nothing. */
const GENERIC = new Set(["街", "庄", "寨", "村", "关", "大街"]);

function addSharedStems(trie: TrieNode, villages: readonly Place[]) {
  const bases = new Set(villages.map((village) => villageBase(village.name)));
  const byStem = new Map<string, Set<Place>>();
  for (const village of villages)
    for (const stem of stemsOf(villageBase(village.name))) byStem.set(stem, (byStem.get(stem) ?? new Set()).add(village));
  for (const [stem, sharing] of byStem) {
    if (sharing.size < 2 || GENERIC.has(stem) || bases.has(stem) || bases.has(`${stem}村`)) continue;
    for (const place of sharing) {
      add(trie, `${stem}村`, { place, strength: "stem" });
      if (stem.length >= 2) add(trie, stem, { place, strength: "stem" });
    }
  }
}

function add(trie: TrieNode, words: string, claim: Claim) {
  let node = trie;
  for (let index = 0; index < words.length; index += 1) {
    const unit = words.charCodeAt(index);
    let next = node.next.get(unit);
    if (!next) {
      next = { next: new Map(), claims: null };
      node.next.set(unit, next);
    }
    node = next;
  }
  node.claims ??= [];
  if (!node.claims.some((known) => known.place?.id === claim.place?.id)) node.claims.push(claim);
}
