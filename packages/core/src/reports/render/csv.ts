import type { ReportTexts } from "../../i18n/mail/report.ts";
import { headlines } from "../../insights/index.ts";
import type { ReportContent } from "../content.ts";

/**
 * The period's figures, one a line, as CSV by RFC 4180 with a byte order mark, so that spreadsheets read Cyrillic. A
 * figure that is not available has an empty value and says why.
 */
export function figuresCsv(content: ReportContent, texts: ReportTexts): string {
  const rows: string[][] = [[...texts.csv]];
  for (const point of content.kpis.series) {
    for (const headline of headlines) {
      const figure = point.figures[headline];
      const name = texts.headlines[headline] ?? headline;
      if (figure.available) rows.push([point.from, name, String(figure.value), ""]);
      else rows.push([point.from, name, "", texts.notAvailable[figure.reason]]);
    }
  }
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** A cell that neither breaks the line nor is taken for a formula. */
function cell(text: string): string {
  const safe = /^[=+@\t]|^-(?!\d)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
