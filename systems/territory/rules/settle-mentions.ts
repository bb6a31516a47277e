import type { Place } from "../contract.ts";
import type { Mention } from "./find-mentions.ts";
import type { Claim } from "./gazetteer.ts";
import { beginsAClause, followsUnknownTownship, isAlsoACommonWord, isLedUpTo, standsApart } from "./word-edges.ts";

/** A mention after its neighbours were heard: the places it may still mean, and whether a township in the text stands behind it. */
export interface SettledMention {
  readonly mention: Mention;
  readonly claims: readonly (Claim & { place: Place })[];
  readonly level: "township" | "village" | "outside";
  /** A township named in the same text speaks for it. */
  readonly supported: boolean;
}

type PlaceClaim = Claim & { place: Place };
const inside = (mention: Mention): PlaceClaim[] => mention.claims.filter((claim): claim is PlaceClaim => claim.place !== null);
const townshipsOf = (mention: Mention) =>
  new Set(
    inside(mention)
      .filter((claim) => claim.place.kind === "township")
      .map((claim) => claim.place.id),
  );

/** Lets townships speak for the villages named with them, and drops short names that nothing stands behind. */
export function settleMentions(text: string, mentions: readonly Mention[]): SettledMention[] {
  const named = new Set(
    mentions.filter((mention, index) => townshipStands(text, mention, mentions[index + 1])).flatMap((m) => [...townshipsOf(m)]),
  );
  const settled: SettledMention[] = [];
  mentions.forEach((mention, index) => {
    if (mention.claims.some((claim) => claim.strength === "outside")) {
      settled.push({ mention, claims: [], level: "outside", supported: false });
      return;
    }
    if (liesElsewhere(text, mention, mentions[index - 1])) return;
    const asVillage = settleVillage(text, mention, named);
    const isTownshipToo = townshipsOf(mention).size > 0;
    if (asVillage && !(isTownshipToo && mention.after === null)) settled.push(asVillage);
    else if (isTownshipToo && townshipStands(text, mention, mentions[index + 1]))
      settled.push({
        mention,
        claims: inside(mention).filter((claim) => claim.place.kind === "township"),
        level: "township",
        supported: true,
      });
  });
  return settled;
}

/** 襄城县王洛镇张庄村: the village of a township elsewhere, though the county has one of that name. */
function liesElsewhere(text: string, mention: Mention, previous: Mention | undefined): boolean {
  if (!previous?.claims.some((claim) => claim.strength === "outside")) return false;
  return (
    mention.after === previous ||
    (followsUnknownTownship(text, mention.start) && /^\p{Script=Han}{2,9}$/u.test(text.slice(previous.end, mention.start)))
  );
}

function townshipStands(text: string, mention: Mention, next: Mention | undefined): boolean {
  const townships = inside(mention).filter((claim) => claim.place.kind === "township");
  if (townships.length === 0) return false;
  if (townships.some((claim) => claim.strength !== "bare")) return true;
  const leads =
    next?.after === mention &&
    inside(next).some((claim) => townships.some((township) => township.place.id === claim.place.townshipId));
  const begins = beginsAClause(text, mention.start) && mention.words.length <= 3 && !isAlsoACommonWord(mention.words);
  return leads || begins || standsApart(text, mention.start, mention.end);
}

function settleVillage(text: string, mention: Mention, named: ReadonlySet<string>): SettledMention | null {
  const villages = inside(mention).filter((claim) => claim.place.kind !== "township");
  if (villages.length === 0) return null;
  if (mention.after) {
    const before = townshipsOf(mention.after);
    if (before.size > 0) {
      const within = villages.filter((claim) => before.has(claim.place.townshipId ?? ""));
      return within.length > 0 ? { mention, claims: within, level: "village", supported: true } : null;
    }
  }
  const within = villages.filter((claim) => named.has(claim.place.townshipId ?? ""));
  const possible = within.length > 0 ? within : villages;
  const exact = possible.filter((claim) => claim.strength !== "stem");
  const kept = (exact.length > 0 ? exact : possible).filter((claim) => mayStandAlone(text, mention, claim, within.length > 0));
  return kept.length > 0 ? { mention, claims: kept, level: "village", supported: within.length > 0 } : null;
}

function mayStandAlone(text: string, mention: Mention, claim: Claim, supported: boolean): boolean {
  if (claim.strength === "full") return true;
  if (claim.strength === "stem") return mention.words.endsWith("村") || supported;
  if (mention.words.length <= 2) return (supported ? standsApart : isLedUpTo)(text, mention.start, mention.end);
  return !isAlsoACommonWord(mention.words) || beginsAClause(text, mention.start) || standsApart(text, mention.start, mention.end);
}
