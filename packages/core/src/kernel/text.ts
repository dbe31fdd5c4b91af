import * as v from "valibot";

/** Whether there is anything to see in a text: more than spaces and signs of no width, which are left of an empty field. */
export const isVisible = (text: string): boolean => /[^\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{M}]/u.test(text);

/**
 * A name or title of 1 to `length` characters on one line: no line breaks or other control characters, which mail
 * headers would take for their own, and none that turn the direction of what stands beside it.
 */
export const lineSchema = (length: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1),
    v.maxLength(length),
    v.check(isVisible, "nothing to see"),
    v.regex(/^[^\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]*$/u, "one line"),
  );

/** An address that a page may link to: nothing that a browser would run or open as a file. */
export const webAddressSchema = v.pipe(v.string(), v.regex(/^https?:\/\//i, "not a web address"));

/** The beginning of a text on one line: at most `length` characters, cut between words where there are any, with an ellipsis. */
export function excerpt(text: string, length: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length);
  const space = cut.lastIndexOf(" ");
  return `${cut.slice(0, space > length / 2 ? space : length).replace(/[\uD800-\uDBFF]$|[\s.,:;]+$/, "")}…`;
}
