import type { FollowPage, OwnMatter } from "../../systems/matters/contract.ts";

/**
 * All that is kept about the bearer and their matter, for a machine to read (个人信息保护法 45): by an allow-list of fields, so that
 * nothing of anyone else and nothing between officers can slip in with a new one.
 */
export function ownCopy(matter: FollowPage, own: OwnMatter, now: Date): object {
  const { number, title, text, place, state, receivedAt, secrecy, holder, due, finishedAt, outcome, reply, rating } = matter;
  return {
    format: "linli own copy 1",
    madeAt: now.toISOString(),
    matter: {
      ...{ number, title, text, place, state, receivedAt, secrecy, finishedAt, outcome },
      holder: { name: holder.name, phone: holder.phone, since: holder.since },
      due: due && { at: due.at, sentence: due.sentence, basis: due.basis },
      reply: reply && { by: reply.by, at: reply.at, text: reply.text, right: reply.right },
      rating: rating && { rating: rating.rating, reason: rating.reason, at: rating.at },
      timeline: matter.timeline.map(({ at, by, title, text, files }) => ({
        at,
        by,
        title,
        text,
        files: files.map(({ name }) => name),
      })),
    },
    you: {
      ...{ name: own.name, phone: own.phone, address: own.address, relation: own.relation, erased: own.erased },
      ...{ quiet: own.quiet, wantsSecrecy: own.wantsSecrecy },
    },
    readBy: matter.looks.map(({ by, at, what, purpose, unusual, complained }) => ({
      by,
      at,
      what,
      purpose,
      unusual,
      complained,
    })),
    rules: matter.rules.map(({ at, title, text }) => ({ at, title, text })),
    requests: own.requests.map(({ kind, words, askedAt, dueAt, answeredAt, granted, answer }) => ({
      ...{ kind, words, askedAt, dueAt, answeredAt, granted, answer },
    })),
  };
}
