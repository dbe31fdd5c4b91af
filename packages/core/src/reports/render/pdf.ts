import PDFDocument from "pdfkit";
import { lightPalette as colour } from "../charts/index.ts";
import type { ReportDocument } from "./document.ts";
import { piecesOf } from "./pdf-blocks.ts";
import { flow, headingPiece } from "./pdf-flow.ts";
import { type Doc, page, styles, width, write } from "./pdf-page.ts";

/** Typefaces with Cyrillic, as TrueType files. */
export interface ReportFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
  readonly serif: Uint8Array;
}

/** The report as a PDF: A4, selectable text in embedded fonts, vector charts, bookmarks, page numbers. */
export async function reportPdf(
  d: ReportDocument,
  fonts: ReportFonts,
  pictures: ReadonlyMap<string, Uint8Array>,
): Promise<Uint8Array> {
  const doc = new PDFDocument({
    size: "A4",
    margins: { top: page.margin, left: page.margin, right: page.margin, bottom: 0 },
    bufferPages: true,
    lang: d.language,
    displayTitle: true,
    font: fonts.regular as unknown as string,
    info: { Title: `${d.workspace}: ${d.title}`, Author: "Dopys", Subject: d.lead ?? d.subject },
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
  draw(doc, d, pictures);
  footPages(doc, d);
  doc.end();
  return done;
}

function draw(doc: Doc, d: ReportDocument, pictures: ReadonlyMap<string, Uint8Array>): void {
  let y = write(doc, d.head, page.margin, styles.quiet);
  y = write(doc, d.title, y + 2, { font: "serif", size: 26, colour: colour.ink });
  if (d.lead) y = write(doc, d.lead, y + 4, { ...styles.body, size: 13 });
  doc.y = y + 8;
  for (const { title, blocks } of d.sections) {
    const pieces = blocks.flatMap((block) => piecesOf(doc, block, pictures));
    flow(doc, title === null ? pieces : [headingPiece(doc, title), ...pieces]);
  }
  flow(doc, [{ height: 16, draw: () => {} }]);
  const footer = d.footer.join(" ");
  flow(doc, [{ height: 24, draw: (at) => void write(doc, footer, at, { ...styles.quiet, size: 8 }) }]);
}

/** At the foot of each page: whose report it is, and the number of the page. */
function footPages(doc: Doc, d: ReportDocument): void {
  const { start, count } = doc.bufferedPageRange();
  for (let index = start; index < start + count; index++) {
    doc.switchToPage(index);
    const y = page.height - 44;
    write(doc, `${d.workspace} · ${d.title}`, y, styles.head, { width: width * 0.8 });
    write(doc, d.texts.page(index + 1, count), y, styles.head, { align: "right" });
  }
}
