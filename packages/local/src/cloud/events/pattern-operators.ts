import { BlockList, isIP } from "node:net";
import { isObject, type Json } from "./event.ts";

/** Tells whether one leaf of an event (never an array) is what the pattern asks for. */
export type LeafTest = (leaf: Json) => boolean;

type Comparison = (left: number, right: number) => boolean;

const comparisons: Record<string, Comparison> = {
  "=": (left, right) => left === right,
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
};

const onText =
  (test: (text: string) => boolean): LeafTest =>
  (leaf) =>
    typeof leaf === "string" && test(leaf);

function requireText(operator: string, value: Json | undefined): string {
  if (typeof value !== "string") throw new Error(`"${operator}" takes a string, not ${JSON.stringify(value)}`);
  return value;
}

/** `prefix` and `suffix` take a string, or `{ "equals-ignore-case": string }`. */
function edge(operator: "prefix" | "suffix", value: Json | undefined): LeafTest {
  const folded = isObject(value);
  const wanted = requireText(operator, folded ? value["equals-ignore-case"] : value);
  const has = (text: string, part: string) => (operator === "prefix" ? text.startsWith(part) : text.endsWith(part));
  return folded ? onText((text) => has(text.toLowerCase(), wanted.toLowerCase())) : onText((text) => has(text, wanted));
}

function ignoringCase(value: Json | undefined): LeafTest {
  const wanted = requireText("equals-ignore-case", value).toLowerCase();
  return onText((text) => text.toLowerCase() === wanted);
}

/** `*` stands for any characters; `\*` and `\\` are the characters themselves; `**` is refused, as AWS does. */
function wildcard(value: Json | undefined): LeafTest {
  const pattern = requireText("wildcard", value);
  let source = "";
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern.charAt(i);
    if (char === "\\") {
      const next = pattern.charAt(++i);
      if (next !== "*" && next !== "\\") throw new Error(`"wildcard" has an invalid escape in ${pattern}`);
      source += `\\${next}`;
    } else if (char === "*") {
      if (pattern.charAt(i + 1) === "*") throw new Error(`"wildcard" has consecutive * in ${pattern}`);
      source += "[\\s\\S]*";
    } else source += char.replace(/[.+?^${}()|[\]/]/g, "\\$&");
  }
  const expression = new RegExp(`^${source}$`);
  return onText((text) => expression.test(text));
}

function numeric(value: Json | undefined): LeafTest {
  if (!Array.isArray(value) || (value.length !== 2 && value.length !== 4)) {
    throw new Error(`"numeric" takes [operator, number] once or twice, not ${JSON.stringify(value)}`);
  }
  const parts: { compare: Comparison; bound: number }[] = [];
  for (let i = 0; i < value.length; i += 2) {
    const compare = comparisons[String(value[i])];
    const bound = value[i + 1];
    if (!compare || typeof bound !== "number") throw new Error(`"numeric" has no such test: ${JSON.stringify(value)}`);
    parts.push({ compare, bound });
  }
  return (leaf) => typeof leaf === "number" && parts.every(({ compare, bound }) => compare(leaf, bound));
}

function cidr(value: Json | undefined): LeafTest {
  const [address = "", bits = ""] = requireText("cidr", value).split("/");
  const family = isIP(address) === 6 ? "ipv6" : "ipv4";
  const block = new BlockList();
  block.addSubnet(address, Number(bits), family);
  return onText((text) => isIP(text) !== 0 && block.check(text, isIP(text) === 6 ? "ipv6" : "ipv4"));
}

/** `anything-but` takes values, or one of the text operators with one or several values. */
function anythingBut(value: Json | undefined): LeafTest {
  if (isObject(value)) {
    const [operator, inner] = onlyEntry(value);
    const make = textOperators[operator];
    if (!make) throw new Error(`"anything-but" does not combine with "${operator}"`);
    const refused = (Array.isArray(inner) ? inner : [inner]).map((each) => make(each));
    return onText((text) => !refused.some((test) => test(text)));
  }
  const refused: (Json | undefined)[] = Array.isArray(value) ? value : [value];
  return (leaf) => !refused.includes(leaf);
}

const textOperators: Record<string, (value: Json | undefined) => LeafTest> = {
  prefix: (value) => edge("prefix", value),
  suffix: (value) => edge("suffix", value),
  "equals-ignore-case": ignoringCase,
  wildcard,
};

const operators: Record<string, (value: Json | undefined) => LeafTest> = {
  ...textOperators,
  "anything-but": anythingBut,
  numeric,
  cidr,
};

function onlyEntry(matcher: { [key: string]: Json | undefined }): [string, Json | undefined] {
  const [entry, ...more] = Object.entries(matcher);
  if (!entry || more.length > 0) throw new Error(`a matcher has exactly one operator: ${JSON.stringify(matcher)}`);
  return entry;
}

/** What one entry of a pattern's array asks: about the leaf's value, or about whether the field is there at all. */
export type Matcher = { kind: "value"; test: LeafTest } | { kind: "exists"; wanted: boolean };

/**
 * Compiles one entry of a pattern's array.
 * @throws Error with the operator's name when EventBridge would refuse it (InvalidEventPatternException).
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function compileMatcher(matcher: Json): Matcher {
  if (!isObject(matcher)) return { kind: "value", test: (leaf) => leaf === matcher };
  const [operator, value] = onlyEntry(matcher);
  if (operator === "exists") {
    if (typeof value !== "boolean") throw new Error('"exists" takes true or false');
    return { kind: "exists", wanted: value };
  }
  const make = operators[operator];
  if (!make) throw new Error(`unrecognized match type "${operator}"`);
  return { kind: "value", test: make(value) };
}
