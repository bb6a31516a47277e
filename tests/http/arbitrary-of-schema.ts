import fc from "fast-check";

/** As much of JSON Schema 2020-12 as the contracts use. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
}

/** What breaks programs: ends of ranges, other alphabets, what spreadsheets, SQL, HTML and JavaScript would take for their own. */
const NASTY = [
  "",
  " ",
  "\u0000",
  "\ud800",
  "𬭚㘎👨‍👩‍👧",
  "\u202e",
  "'",
  "''; drop table matters.matters; --",
  "$1",
  "%",
  "_",
  "\\",
  '"',
  "=1+1",
  "@SUM(A1)",
  "<script>1</script>",
  "../../etc/passwd",
  "{{7*7}}",
  "__proto__",
  "constructor",
  "null",
  "NaN",
  "0",
  "-1",
  "1e999",
  "9007199254740993",
  "2026-02-30",
  "0000-00-00",
  "a".repeat(5000),
  "00000000-0000-0000-0000-000000000000",
  "true",
  "[]",
  "{}",
  "\r\nx: y",
  "%00",
  "示例",
];
export const nastyText = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 20 }),
);
/** Anything that JSON can say, whatever was asked for. */
export const anyJson = fc.oneof(
  nastyText,
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, true, -1, 0, 1.5, 1e308, 2 ** 53, [], {}),
);

const textOf = (schema: JsonSchema, ids: readonly string[]): fc.Arbitrary<unknown> => {
  if (schema.format === "uuid") return fc.oneof(fc.constantFrom(...ids), fc.uuid());
  if (schema.format === "date") return fc.constantFrom("2026-11-24", "2026-11-02", "2024-02-29", "2030-01-01", "1970-01-01");
  if (schema.format === "date-time")
    return fc.constantFrom(
      "2026-11-24T03:00:00Z",
      "2026-11-24T03:00:00.000+08:00",
      "1970-01-01T00:00:00Z",
      "9999-12-31T23:59:59Z",
    );
  const least = schema.minLength ?? 0;
  return fc.oneof(
    fc.string({ unit: "grapheme", minLength: least, maxLength: Math.max(least, Math.min(schema.maxLength ?? 60, 60)) }),
    nastyText,
  );
};

/** Values that a schema allows; where it names an id, often one that there is. */
export function arbitraryOf(schema: JsonSchema, ids: readonly string[]): fc.Arbitrary<unknown> {
  const inside = (one: JsonSchema) => arbitraryOf(one, ids);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const ways = schema.anyOf ?? schema.oneOf;
  if (ways) return fc.oneof(...ways.map(inside));
  if (schema.allOf) return fc.tuple(...schema.allOf.map(inside)).map((parts) => Object.assign({}, ...(parts as object[])));
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "object" && schema.properties) {
    const required = (schema.required ?? []).filter((name) => name in schema.properties!);
    const shapes = Object.fromEntries(Object.entries(schema.properties).map(([name, one]) => [name, inside(one)]));
    return fc.record(shapes, { requiredKeys: required as never });
  }
  if (type === "object")
    return typeof schema.additionalProperties === "object"
      ? fc.dictionary(fc.string({ maxLength: 10 }), inside(schema.additionalProperties), { maxKeys: 4 })
      : fc.dictionary(fc.string({ maxLength: 10 }), anyJson, { maxKeys: 3 });
  if (type === "array") return fc.array(inside(schema.items ?? {}), { maxLength: Math.min(schema.maxItems ?? 4, 4) });
  if (type === "integer") {
    const min = Math.max(schema.minimum ?? -5, -2_147_483_648);
    const max = Math.min(schema.maximum ?? 2_147_483_647, 2_147_483_647);
    // versions begin at one: a small number is often the one that stands
    return fc.oneof(fc.integer({ min, max }), fc.integer({ min, max: Math.min(max, min + 2) }));
  }
  if (type === "number") return fc.double({ min: schema.minimum ?? -1e6, max: schema.maximum ?? 1e6, noNaN: true });
  if (type === "boolean") return fc.boolean();
  if (type === "null") return fc.constant(null);
  if (type === "string") return textOf(schema, ids);
  return anyJson;
}

/** The same value with one thing wrong: a field left out, one too many, one of another kind, or the whole replaced. */
export const spoilt = (value: unknown): fc.Arbitrary<unknown> => {
  if (typeof value !== "object" || value === null || Array.isArray(value) || Object.keys(value).length === 0) return anyJson;
  const names = Object.keys(value);
  const at = fc.constantFrom(...names);
  return fc.oneof(
    fc.tuple(at, anyJson).map(([name, other]) => ({ ...value, [name]: other })),
    at.map((name) => Object.fromEntries(Object.entries(value).filter(([key]) => key !== name))),
    fc
      .tuple(fc.constantFrom("__proto__", "constructor", "county", "actor", "x"), anyJson)
      .map(([name, other]) =>
        JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(other ?? null)},${JSON.stringify(value).slice(1)}`),
      ),
    at.chain((name) => spoilt((value as Record<string, unknown>)[name]).map((other) => ({ ...value, [name]: other }))),
    anyJson,
  );
};
