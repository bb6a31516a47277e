import type { FastifyRequest } from "fastify";

/** The fields of a small form: the last of each name, line ends of one kind, no blanks around. */
export const fieldsOf = (request: FastifyRequest): Readonly<Record<string, string>> => {
  const entries = Object.entries((request.body ?? {}) as Record<string, string | string[]>);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, (Array.isArray(value) ? value.at(-1)! : value).replace(/\r\n?/g, "\n").trim()]),
  );
};
