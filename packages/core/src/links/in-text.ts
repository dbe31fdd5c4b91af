/** An address with its protocol, not in the middle of a word, up to a space or a mark that no address holds. */
const address = /(?<![\p{L}\p{N}_])https?:\/\/[^\s<>"'`«»“”„‘’\p{Cc}]+/giu;

/** What ends a sentence rather than an address. */
const closing = /[.,;:!?…)\]}*~|]+$/u;

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

function withoutClosing(found: string): string {
  const ending = closing.exec(found)?.[0] ?? "";
  let end = found.length;
  for (const mark of [...ending].reverse()) {
    const link = found.slice(0, end);
    const opening = ({ ")": "(", "]": "[", "}": "{" } as Record<string, string>)[mark];
    if (opening && count(link, opening) >= count(link, mark)) break;
    end -= mark.length;
  }
  return found.slice(0, end);
}

const count = (text: string, mark: string): number => text.split(mark).length - 1;
