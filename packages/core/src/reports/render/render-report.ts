import type { RenderReport } from "../ports.ts";
import { toDocument } from "./build-document.ts";
import { chartPng, type DrawAssets, pictureSquare } from "./chart-images.ts";
import { figuresCsv } from "./csv.ts";
import { chartsIn, picturesIn, type ReportDocument, withoutPictures } from "./document.ts";
import { mailChart, mailHtml } from "./mail-html.tsx";
import { pictureId, pictureSize } from "./mail-parts.tsx";
import { mailText } from "./mail-text.ts";
import { reportPdf } from "./pdf.ts";

/** What drawing needs beside the content: typefaces, and resvg's WebAssembly module. */
export type RenderAssets = DrawAssets;

/** Renders reports with the given typefaces: HTML with its chart images, plain text, PDF, CSV. */
export const reportRenderer =
  (assets: RenderAssets): RenderReport =>
  async (content, language) => {
    const written = toDocument(content, language);
    const pictures = await drawPictures(written, assets);
    const document = withoutPictures(written, (id) => !pictures.has(id));
    const charts = await Promise.all(
      chartsIn(document).map(async ({ id, draw }) => ({
        contentId: id,
        fileName: `${id}.png`,
        png: await chartPng(draw(mailChart), mailChart.padding, assets),
      })),
    );
    const { kind, period } = content.scope;
    const fileName = `dopys-${kind}-${period.from}`;
    return {
      subject: document.subject,
      html: mailHtml(document),
      text: mailText(document),
      images: [
        ...charts,
        ...picturesIn(document).map((post) => ({
          contentId: pictureId(post),
          fileName: `${pictureId(post)}.png`,
          png: pictures.get(post.id) ?? new Uint8Array(),
        })),
      ],
      pdf: { fileName: `${fileName}.pdf`, bytes: await reportPdf(document, assets.fonts, pictures) },
      csv: { fileName: `${fileName}.csv`, text: figuresCsv(content, document) },
    };
  };

/** The posts' pictures as small squares; one that cannot be read is left out. */
async function drawPictures(document: ReportDocument, assets: DrawAssets): Promise<ReadonlyMap<string, Uint8Array>> {
  const drawn = await Promise.all(
    picturesIn(document).map(async ({ id, picture }) => {
      const png = picture ? await pictureSquare(picture, pictureSize, assets) : null;
      return png ? [[id, png] as const] : [];
    }),
  );
  return new Map(drawn.flat());
}
