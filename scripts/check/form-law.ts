import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Route } from "../../foundation/http/route.ts";
import type { FormFields } from "./form-fields.table.ts";

type Shape = {
  [key: string]: unknown;
  properties?: object;
  items?: Shape;
  additionalProperties?: Shape | boolean;
  type?: string;
};

/** Paths of every field of a JSON schema: a.b, a[].b, a.* for what has free names. */
export function fieldsOf(shape: unknown, path = ""): string[] {
  if (!shape || typeof shape !== "object") return [path];
  const { anyOf, oneOf, allOf, properties, items, additionalProperties, type } = shape as Shape;
  const ways = [anyOf, oneOf, allOf].flatMap((some) => (some as Shape[] | undefined) ?? []);
  if (ways.length) return [...new Set(ways.flatMap((way) => fieldsOf(way, path)))];
  if (properties)
    return Object.entries(properties).flatMap(([name, inside]) => fieldsOf(inside, path ? `${path}.${name}` : name));
  if (type === "array" && items) return fieldsOf(items, `${path}[]`);
  if (additionalProperties && typeof additionalProperties === "object") return fieldsOf(additionalProperties, `${path}.*`);
  return path ? [path] : [];
}

/** Fields of a declared route's body. */
export const fieldsOfBody = (route: Pick<Route, "body">): string[] =>
  route.body ? fieldsOf(z.toJSONSchema(route.body, { io: "input", unrepresentable: "any" })) : [];

/** Every route that a system's contract declares. */
export async function declaredRoutes(root: string): Promise<Route[]> {
  const contracts = await Promise.all(globSync("systems/*/contract.ts", { cwd: root }).map((file) => import(join(root, file))));
  return contracts.flatMap((contract) =>
    Object.values(contract as Record<string, Partial<Route>>).filter(
      (one): one is Route => typeof one === "object" && one !== null && "method" in one && "path" in one && "access" in one,
    ),
  );
}

/** Forms by which something is said or done about a matter or a resident. */
const ABOUT_MATTERS = /^\/api\/(matters|triage|surveys\/calls)(\/|$)/;
const NAMES = [
  /\bname="([a-z]+)"/gi,
  /\bname: "([a-z]+)"/gi,
  /textField\([^{]{0,20}\{\s*id: "([a-z]+)"/gi,
  /\bfield\("([a-z]+)"/gi,
  /=> \["([a-z]+)", /gi,
  /\["([a-z]+)", [^\]]{1,60}\]\s*[\],]/gi,
];

/** Names of the fields on the residents' pages, read from the pages' own source. */
export const fieldsOfPages = (texts: readonly string[]): string[] => {
  const found = texts.flatMap((text) => NAMES.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name]) => name!)));
  return [...new Set(found)].filter((name) => name !== "viewport");
};

/** What is asked: form → fields. */
export async function formsAsked(root: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const routes = (await declaredRoutes(root)).filter((one) => one.body && ABOUT_MATTERS.test(one.path));
  const pages = globSync("systems/{matters,residents}/portal/*.ts", { cwd: root }).filter((file) => !/\.test\./.test(file));
  return new Map<string, string[]>([
    ...routes.map((one) => [`${one.method} ${one.path}`, fieldsOfBody(one)] as [string, string[]]),
    ["the residents' pages", fieldsOfPages(pages.map((file) => readFileSync(join(root, file), "utf8")))],
  ]);
}

/** Fields that no line of the table names, and lines that no form has. */
export function formFaults(asked: ReadonlyMap<string, readonly string[]>, table: readonly FormFields[]): string[] {
  const known = new Map(table.map((form) => [form.form, form]));
  const more = [...asked].flatMap(([form, fields]) =>
    fields
      .filter((field) => known.get(form)?.fields[field] === undefined)
      .map((field) => `${form} asks for ${field}: name its purpose in form-fields.table.ts, or do not ask`),
  );
  const idle = table.flatMap(({ form, fields }) =>
    Object.keys(fields)
      .filter((field) => !asked.get(form)?.includes(field))
      .map((field) => `form-fields.table.ts names ${field} in ${form}, which does not ask for it`),
  );
  return [...more, ...idle];
}
