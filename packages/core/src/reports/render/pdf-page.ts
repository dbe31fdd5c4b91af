import { lightPalette as colour } from "../charts/index.ts";

export type Doc = PDFKit.PDFDocument;

/** A4 in points, with its margins. */
export const page = { width: 595.28, height: 841.89, margin: 56, bottom: 72 } as const;
/** What there is between the margins. */
export const width = page.width - 2 * page.margin;

/** How a run of text looks. */
export interface Style {
  readonly font: "regular" | "bold" | "serif";
  readonly size: number;
  readonly colour: string;
}

export const styles = {
  body: { font: "regular", size: 10.5, colour: colour.ink },
  strong: { font: "bold", size: 10.5, colour: colour.ink },
  quiet: { font: "regular", size: 9, colour: colour.soft },
  cell: { font: "regular", size: 9, colour: colour.ink },
  head: { font: "regular", size: 8, colour: colour.soft },
  figure: { font: "serif", size: 13, colour: colour.ink },
  heading: { font: "serif", size: 15, colour: colour.ink },
  link: { font: "bold", size: 9.5, colour: colour.accent },
} as const satisfies Record<string, Style>;

/** Where a text stands: its left edge (points), how wide it may be, and to which side it leans. */
export interface Place {
  readonly x?: number;
  readonly width?: number;
  readonly align?: "left" | "right";
  readonly link?: string;
}

const lineGap = 2;

/** Signs that are in none of the typefaces and would be printed as boxes, by what stands for them. */
const stands: Readonly<Record<string, string>> = {
  ...{
    "★": "*",
    "→": "›",
    "⇒": "›",
    "➜": "›",
    "➡": "›",
    "←": "‹",
    "⇐": "‹",
    "⬅": "‹",
    "↑": "",
    "↓": "",
    "⬆": "",
    "⬇": "",
  },
  ...{
    "✓": "+",
    "✔": "+",
    "✗": "x",
    "✘": "x",
    "≤": "<=",
    "≥": ">=",
    "≈": "~",
    "≠": "!=",
    "●": "•",
    "▪": "•",
    "■": "•",
  },
};
const standing = new RegExp(`[${Object.keys(stands).join("")}]`, "gu");
/** Letters of scripts that the typefaces do not have. */
const foreign = /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]+/gu;

/** A text without what would be printed as boxes: pictures of letters (emoji), signs, letters of other scripts. */
export const printable = (text: string): string =>
  text
    .replace(standing, (sign) => stands[sign] ?? "")
    .replace(foreign, "…")
    .replace(/(?![©®™↔])\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u200D\uFE0F\u{1F1E6}-\u{1F1FF}]/gu, "")
    .replace(/ {2,}/g, " ")
    .trim();

/** How high a text will be, points. */
export function heightOf(doc: Doc, text: string, style: Style, place: Place = {}): number {
  doc.font(style.font).fontSize(style.size);
  return doc.heightOfString(printable(text), { width: place.width ?? width, lineGap });
}

/** Writes a text with its top at `y`; answers where the next one begins. */
export function write(doc: Doc, text: string, y: number, style: Style, place: Place = {}): number {
  const { x = page.margin, width: wide = width, align = "left", link } = place;
  const height = heightOf(doc, text, style, place);
  doc
    .fillColor(style.colour)
    .text(printable(text), x, y, { width: wide, lineGap, align, ...(link !== undefined && { link }) });
  return y + height;
}
