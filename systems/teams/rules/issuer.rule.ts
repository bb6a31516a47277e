const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Is this the machine itself? */
export const isLoopback = (host: string): boolean => LOOPBACK.test(host);

/** May this address be asked who signs in? Encrypted ones only, and the machine itself. */
export function isIssuer(address: string): boolean {
  const url = URL.parse?.(address) ?? null;
  if (!url || url.username || url.password || url.search || url.hash) return false;
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
}
