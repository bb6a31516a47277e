import type { FastifyReply, FastifyRequest } from "fastify";

/**
 * A cookie that opens something. Over TLS its name begins with `__Host-`: no other host, no subdomain and no page on an open line can
 * plant one, and only that name is read there. On a line without TLS (a trial on one machine) browsers refuse such names.
 */
export const guarded = (name: string) => {
  const nameFor = (request: FastifyRequest) => (request.protocol === "https" ? `__Host-${name}` : name);
  const options = (request: FastifyRequest) =>
    ({ path: "/", sameSite: "lax", httpOnly: true, secure: request.protocol === "https" }) as const;
  return {
    read: (request: FastifyRequest): string | undefined => request.cookies[nameFor(request)],
    keep(request: FastifyRequest, reply: FastifyReply, value: string, seconds: number): void {
      reply.setCookie(nameFor(request), value, { ...options(request), maxAge: seconds });
    },
    end(request: FastifyRequest, reply: FastifyReply): void {
      reply.clearCookie(nameFor(request), options(request));
    },
  };
};
