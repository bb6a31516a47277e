import type { FastifyReply, FastifyRequest } from "fastify";
import type { Locale } from "../../foundation/time/index.ts";
import { type Reader, SIZES, type Size, type View } from "../../systems/matters/portal/index.ts";

const COOKIES = { size: "linli_size", dark: "linli_dark", locale: "linli-lang" } as const;
const YEAR = 365 * 24 * 3600;

export interface Wish extends View {
  readonly locale: Locale;
}

/** How this browser wants to see pages; Chinese, standard size and light where it has not said. */
export function wishOf(request: FastifyRequest): Wish {
  const { cookies } = request;
  const size = SIZES.find((one) => one === cookies[COOKIES.size]) ?? "standard";
  return { size, dark: cookies[COOKIES.dark] === "1", locale: cookies[COOKIES.locale] === "en" ? "en" : "zh-CN" };
}

/** What a view switch asks for: "large", "dark", "en" …; anything else changes nothing. */
export function changedWish(wish: Wish, to: string): Wish {
  if ((SIZES as readonly string[]).includes(to)) return { ...wish, size: to as Size };
  if (to === "dark" || to === "light") return { ...wish, dark: to === "dark" };
  return to === "en" || to === "zh-CN" ? { ...wish, locale: to } : wish;
}

/** Keeps the wish for a year, each part in a cookie of its own; they say nothing about who reads. The desk shares the language. */
export function keepWish(request: FastifyRequest, reply: FastifyReply, wish: Wish): void {
  const options = { path: "/", maxAge: YEAR, sameSite: "lax", httpOnly: true, secure: request.protocol === "https" } as const;
  reply
    .setCookie(COOKIES.size, wish.size, options)
    .setCookie(COOKIES.dark, wish.dark ? "1" : "0", options)
    .setCookie(COOKIES.locale, wish.locale, { ...options, httpOnly: false });
}

/** A path of this site to come back to; the front page where it is none. */
export const pathBack = (asked: unknown): string =>
  typeof asked === "string" && /^\/(?!\/)[\w\-/.]*$/.test(asked) ? asked : "/";

export const readerFrom = (wish: Wish, rest: Omit<Reader, "locale" | "view">): Reader => ({
  ...rest,
  locale: wish.locale,
  view: { size: wish.size, dark: wish.dark },
});
