import type { ReportDocument } from "./document.ts";

/** The report as plain text, with the same content in the same order as the HTML. */
export function mailText(d: ReportDocument): string {
  const { sections } = d.texts;
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ["", title.toLocaleUpperCase(d.language), ...lines];
  return [
    `${d.workspace} · ${d.title} · ${d.period}`,
    "",
    d.lead,
    ...section(
      sections.goals,
      d.goals.map(({ name, stateText, line }) => `${name}: ${stateText}. ${line}.`),
    ),
    ...section(
      sections.figures,
      d.figures.map(({ name, figure, change, note }) =>
        [`${name}: ${figure}`, change, note].filter(Boolean).join("; "),
      ),
    ),
    ...section(
      sections.charts,
      d.charts.map(({ scene }) => scene.label),
    ),
    ...section(sections.worked, [
      d.done,
      ...d.best.flatMap(({ text, where, figures, url }) => [
        `• ${text}`,
        `  ${where} · ${figures}`,
        ...(url ? [`  ${url}`] : []),
      ]),
    ]),
    ...section(sections.reputation, d.reputation),
    ...section(sections.leads, [d.leads]),
    ...section(
      sections.decisions,
      d.decisions.length === 0
        ? [d.texts.nothingToDecide]
        : d.decisions.flatMap(({ text, button, url }) => [`• ${text}`, `  ${button}: ${url}`]),
    ),
    ...section(sections.next, [d.next.join(" "), ...d.planned.map((line) => `• ${line}`)]),
    "",
    `${d.texts.openDashboard}: ${d.publicUrl}`,
    "",
    ...d.footer,
    "",
  ].join("\n");
}
