import { lightPalette as colour } from "../charts/index.ts";
import { type Doc, heightOf, page, styles, width, write } from "./pdf-page.ts";

/** A part of a page that is not broken. */
export interface Piece {
  /** Points, with the room behind it. */
  readonly height: number;
  readonly draw: (y: number) => void;
  /** Stands with the piece after it. */
  readonly keepsNext?: boolean;
  /** Is drawn again where a page begins with this piece. */
  readonly head?: Piece;
}

/** Draws pieces one under another; a new page begins where one, with those it keeps, has no room left. */
export function flow(doc: Doc, pieces: readonly Piece[]): void {
  pieces.forEach((piece, index) => {
    const needed = togetherFrom(pieces, index);
    const isFirst = doc.y <= page.margin + 1;
    if (!isFirst && doc.y + needed > page.height - page.bottom) {
      doc.addPage();
      doc.y = page.margin;
      if (piece.head) place(doc, piece.head);
    }
    place(doc, piece);
  });
}

function place(doc: Doc, piece: Piece): void {
  const y = doc.y;
  piece.draw(y);
  doc.x = page.margin;
  doc.y = y + piece.height;
}

/** The height of a piece with all that it must not be parted from. */
function togetherFrom(pieces: readonly Piece[], index: number): number {
  const piece = pieces[index];
  if (!piece) return 0;
  return piece.height + (piece.keepsNext ? togetherFrom(pieces, index + 1) : 0);
}

/** The title of a section under a rule; never the last thing on a page. */
export function headingPiece(doc: Doc, title: string): Piece {
  const height = heightOf(doc, title, styles.heading);
  return {
    height: height + 32,
    keepsNext: true,
    draw: (y) => {
      doc
        .moveTo(page.margin, y + 14)
        .lineTo(page.margin + width, y + 14)
        .lineWidth(0.75)
        .strokeColor(colour.line)
        .stroke();
      doc.outline.addItem(title);
      write(doc, title, y + 24, styles.heading);
    },
  };
}
