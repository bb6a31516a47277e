import type { Evidence } from "../contract.ts";
import type { Claim, Gazetteer, TrieNode } from "./gazetteer.ts";
import { bareNameMayStand, nameMayBegin, nameMayEnd } from "./word-edges.ts";

/** A name of the gazetteer as it stands in a text, with all the places that it may mean. */
export interface Mention extends Evidence {
  readonly claims: readonly Claim[];
  /** The mention that stands right before this one, with nothing but a blank or 的 between. */
  readonly after: Mention | null;
}

const JOINS = /^[的\s　,，:：（(]{0,2}$/;

/** Finds names from left to right, the longest first; where the longest cannot stand, the next shorter is tried. */
export function findMentions(gazetteer: Gazetteer, text: string): Mention[] {
  const mentions: Mention[] = [];
  let start = 0;
  while (start < text.length) {
    const found = longestAt(gazetteer.trie, text, start, mentions.at(-1) ?? null);
    if (found) mentions.push(found);
    start = found ? found.end : start + 1;
  }
  return mentions;
}

function longestAt(trie: TrieNode, text: string, start: number, previous: Mention | null): Mention | null {
  const ends: { end: number; claims: readonly Claim[] }[] = [];
  let node = trie.next.get(text.charCodeAt(start));
  for (let end = start + 1; node; end += 1) {
    if (node.claims) ends.push({ end, claims: node.claims });
    node = node.next.get(text.charCodeAt(end));
  }
  if (ends.length === 0) return null;
  const after = previous && JOINS.test(text.slice(previous.end, start)) ? previous : null;
  for (const { end, claims } of ends.reverse()) {
    const standing = claims.filter(
      (claim) => mayStand(text, start, end, claim, after) || leadsToItsVillage(trie, text, end, claim),
    );
    if (standing.length > 0) return { start, end, words: text.slice(start, end), claims: standing, after };
  }
  return null;
}

function mayStand(text: string, start: number, end: number, claim: Claim, after: Mention | null): boolean {
  const words = text.slice(start, end);
  const withEnding = claim.strength !== "bare" && (claim.strength !== "stem" || words.endsWith("村"));
  if (withEnding) return nameMayBegin(text, start, words, after !== null) && nameMayEnd(text, end, words);
  return bareNameMayStand(text, start, end, after !== null);
}

/** 茨芭|山店: a township's short name right before a village of its own. */
function leadsToItsVillage(trie: TrieNode, text: string, end: number, claim: Claim): boolean {
  if (claim.strength !== "bare" || claim.place?.kind !== "township") return false;
  let node = trie.next.get(text.charCodeAt(end));
  for (let at = end + 1; node; at += 1) {
    if (node.claims?.some(({ place }) => place?.kind === "village" && place.townshipId === claim.place?.id)) return true;
    node = node.next.get(text.charCodeAt(at));
  }
  return false;
}
