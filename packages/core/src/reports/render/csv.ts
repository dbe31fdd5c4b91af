import { type HeadlineFigures, headlines, headlinesOf } from "../../insights/index.ts";
import type { ReportContent } from "../content.ts";
import { competitorRows } from "./sections/competitors.ts";
import type { Saying } from "./wording.ts";

/**
 * The figures as CSV by RFC 4180 with a byte order mark, so that spreadsheets read Cyrillic: the period, the one before,
 * each channel's period, each day, competitors' period; one figure a line. One that is not available has an empty value and
 * says why.
 */
export function figuresCsv(content: ReportContent, { texts, language }: Omit<Saying, "content">): string {
  const { kpis, channels } = content.figures;
  const all = content.onlyChannels.join(", ") || texts.allChannels;
  const rowsOf = (from: string, to: string, channel: string, figures: HeadlineFigures) =>
    headlines.map((headline) => {
      const figure = figures[headline];
      const name = texts.headlines[headline] ?? headline;
      return figure.available
        ? [from, to, channel, name, String(figure.value), ""]
        : [from, to, channel, name, "", texts.notAvailable[figure.reason]];
    });
  const rows = [
    [...texts.csv],
    ...rowsOf(kpis.from, kpis.to, all, headlinesOf(kpis.kpis)),
    ...rowsOf(kpis.before.from, kpis.before.to, all, headlinesOf(kpis.before.kpis)),
    ...channels.flatMap(({ name, figures }) => rowsOf(kpis.from, kpis.to, name, figures)),
    ...kpis.series.flatMap(({ from, to, figures }) => rowsOf(from, to, all, figures)),
    ...competitorRows({ content, language, texts }).map((row) => [kpis.from, kpis.to, ...row]),
  ];
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** A cell that neither breaks the line nor is taken for a formula. */
function cell(text: string): string {
  const safe = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
