/** What separates the parts of a thread within one cell: a line of three hyphens and nothing else. */
const separator = /^---[ \t]*\r?$/;
const escapable = /^\\*---[ \t]*\r?$/;
const escaped = /^\\+---[ \t]*\r?$/;

/** The parts that a cell holds, none for a blank one. A line of a part that is a separator itself has a backslash before it. */
export function readParts(cell: string): readonly string[] {
  if (cell.trim() === "") return [];
  const parts: string[][] = [[]];
  for (const line of cell.split("\n")) {
    if (separator.test(line)) parts.push([]);
    else parts.at(-1)?.push(escaped.test(line) ? line.slice(1) : line);
  }
  return parts.map((lines) => lines.join("\n"));
}

/** The cell that `readParts` reads back into the same parts, unless all of them are blank and it is one part. */
export const writeParts = (parts: readonly string[]): string =>
  parts
    .map((part) =>
      part
        .split("\n")
        .map((line) => (escapable.test(line) ? `\\${line}` : line))
        .join("\n"),
    )
    .join("\n---\n");
