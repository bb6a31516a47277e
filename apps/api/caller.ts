import type { FastifyRequest } from "fastify";
import type { Database } from "../../foundation/db/pool.ts";
import type { FindCaller } from "../../foundation/http/bind.ts";
import { systemClock } from "../../foundation/time/index.ts";
import { actorOfSession } from "../../systems/teams/index.ts";

export const SESSION_COOKIE = "__Host-linli-desk";

/** The language of the answer: the reader's choice, else what the browser prefers, else Chinese. */
export const localeOf = (request: FastifyRequest): "zh-CN" | "en" => {
  const chosen = request.cookies?.["linli-lang"] ?? request.headers["x-linli-lang"];
  if (chosen === "en" || chosen === "zh-CN") return chosen;
  return /^en\b/i.test(request.headers["accept-language"] ?? "") ? "en" : "zh-CN";
};

/** Was somebody at the machine? A screen that asks by itself says so, and keeps no sign-in alive. */
const isAttended = (request: FastifyRequest): boolean => request.headers["x-linli-unattended"] !== "1";

/** Finds the officer behind the session cookie. */
export const callerOf =
  (db: Database): FindCaller =>
  async (request) => {
    const token = request.cookies[SESSION_COOKIE];
    const found = token ? await actorOfSession(db, token, systemClock, { attended: isAttended(request) }) : undefined;
    return found && { ...found.actor, locale: localeOf(request) };
  };
