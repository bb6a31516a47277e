/** A post of the unit that may be given a matter, as the choice looks at it. */
export interface PostToChoose {
  readonly id: string;
  readonly code: string;
  /** Open matters that the post has: a number for the person who assigns, never an order of merit. */
  readonly openMatters: number;
  /** Those at work today: who holds the post, or stands in on it while the holder is away. */
  readonly people: readonly PersonAtWork[];
}

export interface PersonAtWork {
  readonly kind: "holds" | "stands in";
  /** Every post that the person has today, this one among them. */
  readonly allPosts: readonly string[];
  /** The units of those posts. */
  readonly units: readonly string[];
  /** Places of the units of those posts. */
  readonly places: readonly string[];
}

export interface MatterToAssign {
  readonly complainedPost: string | null;
  readonly complainedUnit: string | null;
  /** 举报, or secrecy was asked: the unit complained of must not learn of it. */
  readonly unitMustNotKnow: boolean;
  readonly townshipId: string | null;
  readonly villageId: string | null;
}

export type WhyNot = "complained of" | "nobody at work";

export interface Candidate {
  readonly post: string;
  readonly barred: WhyNot | null;
  /** Recusal is not absolute here, yet the parties are told of the bond and choose first: somebody of the post also serves the unit complained of. */
  readonly disclose: boolean;
  /** Somebody of the post looks after the village, or the township, in which it happened. */
  readonly near: "village" | "township" | null;
  readonly standIn: boolean;
  readonly openMatters: number;
}

export interface PersonChoice {
  /** The post proposed; null where no post may be given it, and the unit must hand it back or ask the level above. */
  readonly proposed: string | null;
  /** By the code of the post, as the county wrote it: no ranking. */
  readonly candidates: readonly Candidate[];
}

/**
 * Which post of a unit is proposed for a matter. A post is barred where anybody who would do the work with it is complained of under
 * any post they have (信访工作条例 第二十八条: who has a direct interest recuses themselves), where they serve the unit complained of and
 * that unit must not know, and where nobody is at work on it today. Whoever serves the unit complained of in another matter is
 * proposed after the others: the parties are told and choose (人民调解法 第二十三条). Of the rest the nearest to the place is proposed, then one whose holder is there rather than a stand-in, then the one with fewer
 * open matters. A person decides.
 */
export function proposePost(matter: MatterToAssign, posts: readonly PostToChoose[]): PersonChoice {
  const candidates = posts
    .map((post) => candidateOf(matter, post))
    .sort((a, b) => (codeOf(posts, a) < codeOf(posts, b) ? -1 : 1));
  const [first] = candidates
    .filter((one) => one.barred === null)
    .sort(
      (a, b) =>
        Number(a.disclose) - Number(b.disclose) ||
        distance(a) - distance(b) ||
        Number(a.standIn) - Number(b.standIn) ||
        a.openMatters - b.openMatters ||
        (a.post < b.post ? -1 : 1),
    );
  return { proposed: first?.post ?? null, candidates };
}

const codeOf = (posts: readonly PostToChoose[], one: Candidate): string => posts.find((post) => post.id === one.post)!.code;
const distance = (one: Candidate): number => (one.near === "village" ? 0 : one.near === "township" ? 1 : 2);

function candidateOf(matter: MatterToAssign, post: PostToChoose): Candidate {
  const places = new Set(post.people.flatMap((person) => person.places));
  const { complainedPost: accused, complainedUnit } = matter;
  const isAccused = accused !== null && (post.id === accused || post.people.some((person) => person.allPosts.includes(accused)));
  const servesTheUnit = complainedUnit !== null && post.people.some((person) => person.units.includes(complainedUnit));
  const barred =
    isAccused || (servesTheUnit && matter.unitMustNotKnow) ? "complained of" : post.people.length === 0 ? "nobody at work" : null;
  return {
    post: post.id,
    barred,
    disclose: barred === null && servesTheUnit,
    near:
      matter.villageId !== null && places.has(matter.villageId)
        ? "village"
        : matter.townshipId !== null && places.has(matter.townshipId)
          ? "township"
          : null,
    standIn: post.people.length > 0 && post.people.every((person) => person.kind === "stands in"),
    openMatters: post.openMatters,
  };
}
