/** What the tests read of a JSON schema. */
export interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
}

/** Texts of every form that a schema of ours asks for; the first that fits is taken. */
const texts = [
  "x",
  "2030-01-07",
  "2030-01-07T09:00",
  "2026-11",
  "09:00",
  "41.25",
  "UA",
  "UAH",
  "https://shop.example/menu",
  "x@y.example",
  "image/png",
  "12345678",
  "0".repeat(64),
];
const formats: Readonly<Record<string, string>> = {
  email: "x@y.example",
  uri: "https://shop.example/menu",
  date: "2030-01-07",
};

/** A value that fits the schema, with its required fields and those whose value `named` gives. */
export function sampleOf(schema: JsonSchema, named: Readonly<Record<string, unknown>> = {}, name = ""): unknown {
  if (name in named) return named[name];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [either] = schema.anyOf ?? schema.oneOf ?? [];
  if (either) return sampleOf(either, named, name);
  switch (schema.type) {
    case "object":
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([key]) => schema.required?.includes(key) || key in named)
          .map(([key, inner]) => [key, sampleOf(inner, named, key)]),
      );
    case "array":
      return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}, named));
    case "number":
    case "integer":
      return schema.minimum ?? 1;
    case "null":
      return null;
    case "boolean":
      return true;
    default:
      return textFor(schema, name);
  }
}

function textFor({ pattern, format, minLength = 0, maxLength = Infinity }: JsonSchema, name: string): string {
  const known = format && formats[format];
  const fits = (text: string) =>
    (!pattern || new RegExp(pattern, "u").test(text)) && text.length >= minLength && text.length <= maxLength;
  const found = known ?? texts.find(fits);
  if (found === undefined) throw new Error(`No sample text for the field ${name}: add one to json-samples.ts`);
  return found;
}

/** Values that no field expects. */
const oddities: readonly unknown[] = [
  null,
  true,
  -1,
  1.5,
  1e308,
  2 ** 53,
  "",
  "\u0000",
  "\r\nBcc: x@y.example",
  "x".repeat(5_000),
  "ї".repeat(30_000),
  "\uD800",
  "__proto__",
  "../../etc",
  "9999-12-31",
  "0000-01-01",
  "9999-12-31T23:59",
  "0000-01-01T00:00",
  [],
  ["x", "x"],
  Array.from({ length: 3_000 }, () => 1),
  {},
  { constructor: { prototype: 1 } },
];

/** The valid value with, each time, one of its fields (those that may be absent too) replaced by something odd. */
export function* oddVariants(schema: JsonSchema, valid: unknown): Generator<{ readonly at: string; value: unknown }> {
  for (const oddity of oddities) yield { at: "", value: oddity };
  if (schema.type === "object" && isObject(valid)) {
    for (const [key, inner] of Object.entries(schema.properties ?? {})) {
      for (const { at, value } of oddVariants(inner, valid[key] ?? tryOf(inner, key))) {
        yield { at: `${key}.${at}`, value: { ...valid, [key]: value } };
      }
    }
  }
  if (schema.type === "array" && schema.items) {
    const one = tryOf(schema.items, "");
    for (const { at, value } of oddVariants(schema.items, one)) yield { at: `0.${at}`, value: [value] };
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

const tryOf = (schema: JsonSchema, name: string): unknown => sampleOf(schema, {}, name);
