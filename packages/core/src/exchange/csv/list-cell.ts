/**
 * Several things in one cell, separated by `;`, `,` or line ends. One that holds such a character stands in quotation
 * marks, which are doubled inside.
 */
export function readList(cell: string): readonly string[] {
  const items = cell.match(/\s*"(?:[^"]|"")*"\s*(?=[;,\n\r]|$)|[^;,\n\r]+/g) ?? [];
  return items
    .map((item) => item.trim())
    .map((item) => (/^".*"$/s.test(item) ? item.slice(1, -1).replaceAll('""', '"') : item))
    .filter((item) => item !== "");
}

/** The cell that `readList` reads back into the same things, as long as none is empty or has space around it. */
export const writeList = (items: readonly string[]): string =>
  items.map((item) => (/[;,\n\r"]/.test(item) ? `"${item.replaceAll('"', '""')}"` : item)).join("; ");
