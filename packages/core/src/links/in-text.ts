/** An address with its protocol, not in the middle of a word, up to a space or a mark that no address holds. */
const address = /(?<![\p{L}\p{N}_])https?:\/\/[^\s<>"'`«»“”„‘’\p{Cc}]+/giu;

/** What ends a sentence rather than an address. */
const closing = new Set(".,;:!?…*~|");
const opened: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/**
 * The text with each of its web addresses replaced. An address begins with `http://` or `https://`; marks that end a
 * sentence are not taken for a part of it, brackets only where they were opened within it. Names of sites without a
 * protocol are left alone: whether they become links is the platform's decision.
 */
export const withLinks = (text: string, replace: (link: string) => string): string =>
  text.replace(address, (found) => {
    const link = withoutClosing(found);
    return URL.canParse(link) ? replace(link) + found.slice(link.length) : found;
  });

/** One pass from the end: a text may be nothing but brackets. */
function withoutClosing(found: string): string {
  const surplus = new Map<string, number>();
  let end = found.length;
  for (; end > 0; end -= 1) {
    const mark = found.charAt(end - 1);
    const opening = opened[mark];
    if (opening !== undefined) {
      const unmatched = surplus.get(mark) ?? count(found, mark) - count(found, opening);
      if (unmatched <= 0) break;
      surplus.set(mark, unmatched - 1);
    } else if (!closing.has(mark)) break;
  }
  return found.slice(0, end);
}

const count = (text: string, mark: string): number => text.split(mark).length - 1;
