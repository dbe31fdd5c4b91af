import PDFDocument from "pdfkit";
import { lightPalette as colour, type Scene } from "../charts/index.ts";
import type { GoalLine, ReportDocument } from "./document.ts";
import type { FigureRow } from "./figures.ts";
import { drawScene } from "./pdf-scene.ts";

/** Typefaces with Cyrillic, as TrueType files. */
export interface ReportFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
  readonly serif: Uint8Array;
}

type Doc = PDFKit.PDFDocument;

/** A4 in points, with its margins. */
const page = { size: "A4", margin: 56, bottom: 64 } as const;
const width = 595.28 - 2 * page.margin;

/** The report as a PDF: A4, selectable text in embedded fonts, vector charts, page numbers. */
export async function reportPdf(d: ReportDocument, fonts: ReportFonts): Promise<Uint8Array> {
  const doc = new PDFDocument({
    size: page.size,
    margins: { top: page.margin, left: page.margin, right: page.margin, bottom: page.bottom },
    bufferPages: true,
    lang: d.language,
    displayTitle: true,
    font: fonts.regular as unknown as string,
    info: { Title: `${d.workspace}: ${d.title}`, Author: "Dopys", Subject: d.lead },
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Uint8Array>((resolve, reject) => {
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on("error", reject);
  });
  doc.registerFont("regular", Buffer.from(fonts.regular));
  doc.registerFont("bold", Buffer.from(fonts.bold));
  doc.registerFont("serif", Buffer.from(fonts.serif));
  draw(doc, d);
  numberPages(doc, d);
  doc.end();
  return done;
}

function draw(doc: Doc, d: ReportDocument): void {
  const { sections } = d.texts;
  doc.font("regular").fontSize(10).fillColor(colour.soft).text(`${d.workspace} · ${d.period}`);
  doc.font("serif").fontSize(26).fillColor(colour.ink).text(d.title, { lineGap: 4 });
  doc.font("regular").fontSize(13).text(d.lead);
  if (d.goals.length > 0) {
    heading(doc, sections.goals);
    for (const goal of d.goals) drawGoal(doc, goal);
  }
  heading(doc, sections.figures);
  drawFigures(doc, d.figures);
  const [first] = d.charts;
  if (first) heading(doc, sections.charts, 96 + chartHeight(first.scene));
  for (const { scene } of d.charts) drawChart(doc, scene);
  heading(doc, sections.worked);
  paragraph(doc, d.done);
  for (const best of d.best) {
    room(doc, 40);
    paragraph(doc, `• ${best.text}`, best.url);
    quiet(doc, `${best.where} · ${best.figures}`);
  }
  heading(doc, sections.reputation);
  for (const line of d.reputation) paragraph(doc, line);
  heading(doc, sections.leads);
  paragraph(doc, d.leads);
  heading(doc, sections.decisions);
  if (d.decisions.length === 0) paragraph(doc, d.texts.nothingToDecide);
  for (const { text, button, url } of d.decisions) {
    paragraph(doc, `• ${text}`);
    doc.fillColor(colour.accent).text(button, { link: url, underline: true });
  }
  heading(doc, sections.next);
  paragraph(doc, d.next.join(" "));
  for (const line of d.planned) quiet(doc, line);
  doc.moveDown(1.5);
  for (const line of d.footer) quiet(doc, line, 8);
}

/** Begins a new page when less than `needed` points are left. */
function room(doc: Doc, needed: number): void {
  if (doc.y + needed > doc.page.height - page.bottom) doc.addPage();
}

function heading(doc: Doc, title: string, needed = 96): void {
  room(doc, needed);
  doc.moveDown(1);
  const y = doc.y;
  doc
    .moveTo(page.margin, y)
    .lineTo(page.margin + width, y)
    .lineWidth(0.75)
    .strokeColor(colour.line)
    .stroke();
  doc.y = y + 10;
  doc.x = page.margin;
  doc.font("serif").fontSize(15).fillColor(colour.ink).text(title);
  doc.moveDown(0.3);
}

function paragraph(doc: Doc, text: string, link?: string): void {
  doc
    .font("regular")
    .fontSize(11)
    .fillColor(colour.ink)
    .text(text, page.margin, doc.y, { width, lineGap: 2, ...(link && { link }) });
}

function quiet(doc: Doc, text: string, size = 9): void {
  doc.font("regular").fontSize(size).fillColor(colour.soft).text(text, page.margin, doc.y, { width, lineGap: 2 });
}

function drawGoal(doc: Doc, goal: GoalLine): void {
  room(doc, 48);
  const tone =
    goal.state === "behind" || goal.state === "missed"
      ? colour.poppy
      : goal.state === "no-data"
        ? colour.soft
        : colour.leaf;
  const y = doc.y;
  doc.font("bold").fontSize(11).fillColor(tone).text(goal.stateText, page.margin, y, { width, align: "right" });
  doc.fillColor(colour.ink).text(goal.name, page.margin, y, { width: width * 0.65 });
  const bar = doc.y + 4;
  const filled = width * Math.min(1, Math.max(0, goal.progress ?? 0));
  doc.roundedRect(page.margin, bar, width, 6, 3).fill(colour.line);
  if (filled > 0) doc.roundedRect(page.margin, bar, Math.max(6, filled), 6, 3).fill(tone);
  doc.y = bar + 12;
  quiet(doc, goal.line);
  doc.moveDown(0.6);
}

function drawFigures(doc: Doc, rows: readonly FigureRow[]): void {
  const column = width / 2;
  for (let index = 0; index < rows.length; index += 2) {
    room(doc, 72);
    const top = doc.y;
    const ends = rows.slice(index, index + 2).map((row, side) => {
      const x = page.margin + side * column;
      const options = { width: column - 16, lineGap: 1 };
      doc.font("regular").fontSize(9).fillColor(colour.soft).text(row.name, x, top, options);
      doc.font("serif").fontSize(20).fillColor(colour.ink).text(row.figure, x, doc.y, options);
      const tone = row.better === null ? colour.soft : row.better ? colour.leaf : colour.poppy;
      doc.font("regular").fontSize(9);
      if (row.change) doc.fillColor(tone).text(row.change, x, doc.y, options);
      if (row.note) doc.fillColor(colour.soft).text(row.note, x, doc.y, options);
      return doc.y;
    });
    doc.y = Math.max(...ends) + 10;
  }
  doc.x = page.margin;
}

const chartHeight = (scene: Scene): number => (scene.height * width) / scene.width;

function drawChart(doc: Doc, scene: Scene): void {
  const scale = width / scene.width;
  room(doc, chartHeight(scene) + 40);
  doc.font("bold").fontSize(11).fillColor(colour.ink).text(scene.label, page.margin, doc.y, { width });
  doc.moveDown(0.4);
  const top = doc.y;
  drawScene(doc, scene, { x: page.margin, y: top, scale });
  doc.x = page.margin;
  doc.y = top + chartHeight(scene) + 12;
}

function numberPages(doc: Doc, d: ReportDocument): void {
  const { start, count } = doc.bufferedPageRange();
  for (let index = start; index < start + count; index++) {
    doc.switchToPage(index);
    doc.page.margins.bottom = 0;
    doc
      .font("regular")
      .fontSize(8)
      .fillColor(colour.soft)
      .text(d.texts.page(index + 1, count), page.margin, doc.page.height - 40, {
        width,
        align: "right",
        lineBreak: false,
      });
  }
}
