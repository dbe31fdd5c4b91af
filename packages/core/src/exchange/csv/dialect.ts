import Papa from "papaparse";

/** How a table is written: what separates its cells, and its lines. */
export interface Dialect {
  readonly delimiter: "," | ";" | "\t";
  readonly newline: "\r\n" | "\n" | "\r";
}

const delimiters = [",", ";", "\t"] as const;

/** What a spreadsheet may write before a table to say what separates its cells: `sep=;` on a line of its own. */
const declaration = /^\uFEFF?sep=([,;\t])$/i;

/** Whether the first record of a table, read by its separator, is such a declaration and none of its own. */
export const isDeclaration = (cells: readonly string[], { delimiter }: Dialect): boolean =>
  declaration.test(cells.join(delimiter));

/**
 * The dialect of a table by what it declares, or by its first line, which names the columns: the separator that makes the
 * most known names of it, or, when none does, the most cells. Line ends are as the first line's end.
 */
export function dialectOf(beginning: string, isKnown: (name: string) => boolean): Dialect {
  const { line, newline } = firstLine(beginning);
  const declared = delimiters.find((delimiter) => delimiter === declaration.exec(line)?.[1]);
  if (declared) return { delimiter: declared, newline };
  const scored = delimiters.map((delimiter) => {
    const names = Papa.parse<string[]>(line, { delimiter, newline: "\n" }).data[0] ?? [];
    return { delimiter, known: names.filter(isKnown).length, cells: names.length };
  });
  const [best] = scored.sort((a, b) => b.known - a.known || b.cells - a.cells);
  return { delimiter: best?.delimiter ?? ",", newline };
}

/** The text before the first line end that is not within quotation marks, and that line end. */
function firstLine(text: string): { line: string; newline: Dialect["newline"] } {
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index];
    if (char === '"') quoted = !quoted;
    if (quoted || (char !== "\n" && char !== "\r")) continue;
    const newline = char === "\n" ? "\n" : text[index + 1] === "\n" ? "\r\n" : "\r";
    return { line: text.slice(0, index), newline };
  }
  return { line: text, newline: "\n" };
}
