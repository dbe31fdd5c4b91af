import { isObject, type Json } from "./event.ts";
import { compileMatcher } from "./pattern-operators.ts";

type Predicate = (value: Json | undefined) => boolean;

/** All leaves of a field: an array stands for each of its elements, as EventBridge reads arrays. */
function leavesOf(value: Json | undefined): Json[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  return isObject(value) ? [] : [value];
}

function compileField(path: string, matchers: Json[]): Predicate {
  if (matchers.length === 0) throw new Error(`${path}: an empty array matches nothing`);
  const compiled = matchers.map((matcher) => {
    try {
      return compileMatcher(matcher);
    } catch (cause) {
      throw new Error(`${path}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    }
  });
  return (value) => {
    const leaves = leavesOf(value);
    return compiled.some((matcher) =>
      matcher.kind === "exists" ? leaves.length > 0 === matcher.wanted : leaves.some(matcher.test),
    );
  };
}

/** An array of objects matches when one of its objects matches the whole nested pattern. */
function inside(predicate: Predicate): Predicate {
  return (value) => (Array.isArray(value) ? value.some((each) => inside(predicate)(each)) : predicate(value));
}

function compileObject(path: string, pattern: Json | undefined): Predicate {
  if (!isObject(pattern) || Object.keys(pattern).length === 0)
    throw new Error(`${path}: a pattern is an object with at least one field`);
  const predicates = Object.entries(pattern).map(([key, expected]): Predicate => {
    const here = `${path}.${key}`;
    if (key === "$or" && Array.isArray(expected) && expected.length > 1 && expected.every(isObject)) {
      const choices = expected.map((choice) => compileObject(here, choice));
      return (value) => choices.some((choice) => choice(value));
    }
    const predicate = Array.isArray(expected)
      ? compileField(here, expected)
      : isObject(expected)
        ? inside(compileObject(here, expected))
        : refuse(here);
    return (value) => predicate(isObject(value) ? value[key] : undefined);
  });
  return (value) => predicates.every((predicate) => predicate(value));
}

function refuse(path: string): never {
  throw new Error(`${path}: a field is matched by an array or a nested object`);
}

/**
 * Compiles an event pattern into a test of events: exact values, nested fields, arrays, `$or` and every comparison operator.
 * @throws Error naming the field when EventBridge would refuse the pattern (InvalidEventPatternException).
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 */
export function compilePattern(pattern: unknown): (event: object) => boolean {
  const predicate = compileObject("$", pattern as Json);
  return (event) => predicate(event as Json);
}
