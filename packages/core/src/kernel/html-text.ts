/** Elements whose content is no text to read. */
const silent = /^(script|style|template|noscript|iframe|svg|head|title)$/;
/** Elements that begin a line of their own. */
const block =
  /^(p|div|h[1-6]|ul|ol|li|blockquote|pre|table|tr|section|article|header|footer|figure|figcaption|hr|dl|dt|dd)$/;

/** The named characters that writing programs put into text; all others stand for themselves in UTF-8. */
const named: Readonly<Record<string, string>> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00A0", shy: "", ensp: " ", emsp: " ", thinsp: " " },
  ...{ laquo: "«", raquo: "»", ldquo: "“", rdquo: "”", bdquo: "„", lsquo: "‘", rsquo: "’", sbquo: "‚", prime: "′" },
  ...{ ndash: "–", mdash: "—", hellip: "…", bull: "•", middot: "·", times: "×", deg: "°", plusmn: "±", minus: "−" },
  ...{
    copy: "©",
    reg: "®",
    trade: "™",
    euro: "€",
    pound: "£",
    sect: "§",
    para: "¶",
    rarr: "→",
    larr: "←",
    zwj: "\u200D",
  },
};

/** A character reference as the character it stands for; what stands for none stays as it is. */
function character(whole: string, reference: string): string {
  if (!reference.startsWith("#")) return named[reference] ?? whole;
  const code = /^#x/i.test(reference)
    ? Number.parseInt(reference.slice(2), 16)
    : Number.parseInt(reference.slice(1), 10);
  const isText = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isText || code === 10 ? String.fromCodePoint(code) : "\uFFFD";
}

/** A text with its character references resolved, once: `&amp;lt;` is `&lt;`. */
export const unescapedText = (text: string): string => text.replace(/&(#x?[0-9a-f]{1,7}|[a-z]{2,8});/gi, character);

/**
 * The text of a piece of HTML as plain text: paragraphs apart, list items on lines of their own, scripts and styles left
 * out. Its result is text and never HTML again: what looks like a tag in it was written as text. Takes one pass over the
 * input, whatever the input.
 */
export function htmlToText(html: string): string {
  let text = "";
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    if (open < 0) break;
    text += unescapedText(html.slice(at, open));
    const tag = /^<(\/?)([a-z][a-z0-9]*)|^<[!?]/i.exec(html.slice(open, open + 40));
    if (!tag) {
      text += "<";
      at = open + 1;
      continue;
    }
    const name = (tag[2] ?? "").toLowerCase();
    if (name === "br") text += "\n";
    if (name === "li" && !tag[1]) text += "\n• ";
    else if (block.test(name)) text += "\n\n";
    at = after(html, open, name, tag[1] === "/");
  }
  text += unescapedText(html.slice(at));
  return text
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/\n\n(?=• )/g, "\n")
    .trim();
}

/** Where reading goes on after the tag, comment or silent element that opens at `open`. */
function after(html: string, open: number, name: string, closes: boolean): number {
  if (html.startsWith("<!--", open)) return past(html, "-->", open + 4);
  const end = past(html, ">", open);
  if (closes || !silent.test(name)) return end;
  const closing = new RegExp(`</${name}`, "i").exec(html.slice(end));
  return closing ? past(html, ">", end + closing.index) : html.length;
}

function past(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}
