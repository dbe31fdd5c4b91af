import { lightPalette as colour } from "../charts/index.ts";
import type { ReportTable } from "./document.ts";
import type { Piece } from "./pdf-flow.ts";
import { type Doc, heightOf, page, type Style, styles, width, write } from "./pdf-page.ts";

const padding = 4;

/** A table row by row; its head stands again on each page that it reaches. */
export function tablePieces(doc: Doc, { columns, rows }: ReportTable): readonly Piece[] {
  const head = { ...rowPiece(doc, columns, styles.head, false), keepsNext: true };
  return [
    head,
    ...rows.map((row, index) => ({
      ...rowPiece(doc, row, styles.cell, true),
      head,
      // A table's first and last row are not left alone on a page.
      keepsNext: index === 0 ? rows.length > 1 : index === rows.length - 2,
    })),
    { height: 8, draw: () => {} },
  ];
}

function rowPiece(doc: Doc, cells: readonly string[], style: Style, ruled: boolean): Piece {
  const first = width * (cells.length > 5 ? 0.2 : 0.32);
  const other = (width - first) / Math.max(1, cells.length - 1);
  const places = cells.map((_, index) =>
    index === 0
      ? { x: page.margin, width: first - padding }
      : { x: page.margin + first + (index - 1) * other, width: other, align: "right" as const },
  );
  const height = Math.max(...cells.map((cell, index) => heightOf(doc, cell, style, places[index])));
  return {
    height: height + 2 * padding,
    draw: (y) => {
      if (ruled) {
        doc
          .moveTo(page.margin, y)
          .lineTo(page.margin + width, y)
          .lineWidth(0.5)
          .strokeColor(colour.line)
          .stroke();
      }
      for (const [index, cell] of cells.entries()) write(doc, cell, y + padding, style, places[index]);
    },
  };
}
