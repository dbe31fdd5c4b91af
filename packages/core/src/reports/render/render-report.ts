import type { RenderReport } from "../ports.ts";
import { chartPng } from "./chart-images.ts";
import { figuresCsv } from "./csv.ts";
import { toDocument } from "./document.ts";
import { mailHtml } from "./mail-html.tsx";
import { mailText } from "./mail-text.ts";
import { type ReportFonts, reportPdf } from "./pdf.ts";

/** What drawing needs beside the content: typefaces, and resvg's WebAssembly module. */
export interface RenderAssets {
  readonly fonts: ReportFonts;
  readonly resvgWasm: Uint8Array;
}

/** Renders reports with the given typefaces: HTML with its chart images, plain text, PDF, CSV. */
export const reportRenderer =
  (assets: RenderAssets): RenderReport =>
  async (content, language) => {
    const document = toDocument(content, language);
    const images = await Promise.all(
      document.charts.map(async ({ id, scene }) => ({
        contentId: id,
        fileName: `${id}.png`,
        png: await chartPng(scene, assets.fonts, assets.resvgWasm),
      })),
    );
    const fileName = `dopys-${content.scope.period.from}`;
    return {
      subject: document.subject,
      html: mailHtml(document),
      text: mailText(document),
      images,
      pdf: { fileName: `${fileName}.pdf`, bytes: await reportPdf(document, assets.fonts) },
      csv: { fileName: `${fileName}.csv`, text: figuresCsv(content, document.texts) },
    };
  };
