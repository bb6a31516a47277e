import type { PortalUnderTest } from "./portal.ts";

/** Requests to a portal under test as a browser without scripts sends them. */
export function talkTo(portal: () => PortalUnderTest) {
  const form = (fields: Record<string, string>) => ({
    payload: new URLSearchParams(fields).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  const post = (
    url: string,
    fields: Record<string, string>,
    more: { cookie?: string; from?: string; headers?: Record<string, string> } = {},
  ) => {
    const { payload, headers } = form(fields);
    return portal().app.inject({
      method: "POST",
      url,
      payload,
      remoteAddress: more.from ?? "198.51.100.7",
      headers: { ...headers, ...(more.cookie && { cookie: more.cookie }), ...more.headers },
    });
  };
  const get = (url: string, cookie?: string) => portal().app.inject({ method: "GET", url, headers: cookie ? { cookie } : {} });
  const cookieOf = (answer: { cookies: { name: string; value: string }[] }) =>
    answer.cookies
      .filter(({ name, value }) => name === "linli_stay" && value)
      .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
      .join("; ");

  return { post, get, cookieOf };
}
