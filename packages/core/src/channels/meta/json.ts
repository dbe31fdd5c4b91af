/** How deeply nested a payload may be. Graph nests less than ten levels; the reviver below recurses once per level. */
const maxDepth = 64;

/** The third argument that `JSON.parse` gives its reviver, not yet in TypeScript's library. */
type ParseWithSource = (
  text: string,
  reviver: (key: string, value: unknown, context: { source?: string }) => unknown,
) => unknown;

/** A bare whole number beyond 2^53, read as text so that no digit of an id is lost; every other value as it stands. */
const exactIds = (_: string, value: unknown, context: { source?: string }): unknown =>
  typeof value === "number" && context.source && !Number.isSafeInteger(value) && /^\d+$/.test(context.source)
    ? context.source
    : value;

/** Fields that hold an id even when it comes as a small bare number. */
const idField = /(^|_)id$|^mid$/;

const idsAsText = (key: string, value: unknown, context: { source?: string }): unknown =>
  typeof value === "number" && context.source && idField.test(key) && /^\d+$/.test(context.source)
    ? context.source
    : exactIds(key, value, context);

/**
 * Parses a payload of the Graph API: ids become text whatever they come as. `undefined` for what is not JSON or is
 * nested deeper than 64 levels. `__proto__` stays a plain own key, of duplicate keys the last one counts.
 */
export function parseGraphJson(text: string): unknown {
  if (depthOf(text) > maxDepth) return undefined;
  try {
    return (JSON.parse as ParseWithSource)(text, idsAsText);
  } catch {
    return undefined;
  }
}

/** The deepest nesting of brackets outside strings. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (inString) {
      if (char === 0x5c) at += 1;
      else if (char === 0x22) inString = false;
    } else if (char === 0x22) inString = true;
    else if (char === 0x7b || char === 0x5b) deepest = Math.max(deepest, ++depth);
    else if (char === 0x7d || char === 0x5d) depth -= 1;
  }
  return deepest;
}
