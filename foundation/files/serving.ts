/** A name for `Content-Disposition` by RFC 6266: an ASCII form for old programs, the real one by RFC 5987. */
function disposition(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]/g, "_").replace(/["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/**
 * Headers for handing an attachment out: always saved and never shown as a page of ours, never guessed, sandboxed, in no shared cache.
 * `name` is what `storeFile` returned.
 */
export const servingHeaders = (file: {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}): Record<string, string> => ({
  "content-type": file.mediaType,
  "content-length": String(file.size),
  "content-disposition": disposition(file.name),
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; sandbox",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "private, no-store",
});
