import type { Block, ReportDocument } from "./document.ts";

/** The report as plain text, with the same content in the same order as the HTML. */
export function mailText(d: ReportDocument): string {
  return [
    d.title,
    d.head,
    ...(d.lead ? ["", d.lead] : []),
    ...d.sections.flatMap(({ title, blocks }) => [
      "",
      ...(title === null ? [] : [title.toLocaleUpperCase(d.language)]),
      ...blocks.flatMap(toLines),
    ]),
    "",
    `${d.texts.openDashboard}: ${d.publicUrl}`,
    "",
    ...d.footer,
    "",
  ].join("\n");
}

function toLines(block: Block): readonly string[] {
  switch (block.kind) {
    case "lines":
      return block.lines;
    case "goals":
      return block.goals.map(({ name, stateText, line }) => `• ${name}: ${stateText}. ${oneStop(line)}`);
    case "figures":
      return block.rows.map(({ name, figure, change, note }) =>
        [`${name}: ${figure}`, change, note].filter(Boolean).join("; "),
      );
    case "chart":
      return block.chart.isOnlyName ? [] : [oneStop(block.chart.label)];
    case "table":
      return tableLines(block.table.columns, block.table.rows);
    case "posts":
      return block.posts.flatMap(({ text, where, figures, url }) => [
        `• ${text}`,
        `  ${figures} · ${where}`,
        `  ${url}`,
      ]);
    case "quotes":
      return block.quotes.flatMap(({ text, where, url }) => [`${text} ${where}`, `  ${url}`]);
    case "needs":
      return block.needs.flatMap(({ text, examples, button, url }) => [
        `• ${text}`,
        ...examples.map((example) => `  ${example}`),
        `  ${button}: ${url}`,
      ]);
    case "agenda":
      return [
        ...block.items.map(({ when, text, where }) => [`• ${when}`, text, where].filter(Boolean).join(" · ")),
        ...(block.more ? [block.more] : []),
      ];
  }
}

/** Ends with one full stop, also after an abbreviation. */
const oneStop = (line: string): string => (line.endsWith(".") ? line : `${line}.`);

/** Columns of the same width, the first of words, the others of figures. */
function tableLines(columns: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const all = [columns, ...rows];
  const widths = columns.map((_, index) => Math.max(...all.map((row) => (row[index] ?? "").length)));
  return all.map((row) =>
    row
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}
