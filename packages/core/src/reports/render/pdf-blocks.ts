import { lightPalette as colour, sparkline } from "../charts/index.ts";
import {
  type AgendaLine,
  type Block,
  type FigureRow,
  type GoalLine,
  isLate,
  type NeedLine,
  type PostLine,
  type QuoteLine,
  type ReportChart,
} from "./document.ts";
import type { Piece } from "./pdf-flow.ts";
import { type Doc, heightOf, page, styles, width, write } from "./pdf-page.ts";
import { drawScene } from "./pdf-scene.ts";
import { tablePieces } from "./pdf-table.ts";

const { margin } = page;
const wash = { poppy: "#FBE6E3", wheat: "#FBF0D9" };

/** What a block is on paper. `pictures` are the posts' pictures as PNG, by the id of the post. */
export function piecesOf(doc: Doc, block: Block, pictures: ReadonlyMap<string, Uint8Array>): readonly Piece[] {
  switch (block.kind) {
    case "lines":
      return block.lines.map((line) => linePiece(doc, line, block.quiet));
    case "goals":
      return block.goals.map((goal) => goalPiece(doc, goal));
    case "figures":
      return block.rows.map((row, index) => figurePiece(doc, row, index === 0));
    case "chart":
      return [chartPiece(doc, block.chart)];
    case "table":
      return tablePieces(doc, block.table);
    case "posts":
      return block.posts.map((post) => postPiece(doc, post, pictures.get(post.id)));
    case "quotes":
      return block.quotes.map((quote) => quotePiece(doc, quote));
    case "needs":
      return block.needs.map((need) => needPiece(doc, need));
    case "agenda":
      return [
        ...block.items.map((item) => agendaPiece(doc, item)),
        ...(block.more ? [linePiece(doc, block.more, true)] : []),
      ];
  }
}

function linePiece(doc: Doc, line: string, quiet = false): Piece {
  const style = quiet ? styles.quiet : styles.body;
  return { height: heightOf(doc, line, style) + 4, draw: (y) => void write(doc, line, y, style) };
}

function goalPiece(doc: Doc, goal: GoalLine): Piece {
  const tone = isLate(goal) ? colour.poppy : goal.state === "no-data" ? colour.soft : colour.leaf;
  const name = { width: width * 0.68 };
  const named = heightOf(doc, goal.name, styles.strong, name);
  const filled = width * Math.min(1, Math.max(0, goal.progress ?? 0));
  return {
    height: named + 14 + heightOf(doc, goal.line, styles.quiet) + 10,
    draw: (y) => {
      write(doc, goal.name, y, styles.strong, name);
      write(doc, goal.stateText, y, { ...styles.strong, colour: tone }, { align: "right" });
      const bar = y + named + 3;
      doc.roundedRect(margin, bar, width, 6, 3).fill(colour.line);
      if (filled > 0) doc.roundedRect(margin, bar, Math.max(6, filled), 6, 3).fill(tone);
      write(doc, goal.line, bar + 11, styles.quiet);
    },
  };
}

function figurePiece(doc: Doc, row: FigureRow, isFirst: boolean): Piece {
  const tone = row.better === null ? colour.soft : row.better ? colour.leaf : colour.poppy;
  const left = { width: width * 0.42 };
  const line = { x: margin + width * 0.45, width: width * 0.2 };
  const right = { x: margin + width * 0.67, width: width * 0.33, align: "right" } as const;
  const change = { ...styles.quiet, colour: tone };
  const named = heightOf(doc, row.name, styles.body, left);
  const noted = row.note ? heightOf(doc, row.note, styles.quiet, left) : 0;
  const figured = heightOf(doc, row.figure, styles.figure, right);
  const changed = row.change ? heightOf(doc, row.change, styles.quiet, right) : 0;
  const height = Math.max(named + noted, figured + changed);
  return {
    height: height + 8,
    draw: (y) => {
      if (!isFirst) rule(doc, y);
      const top = y + 4;
      const under = write(doc, row.name, top, styles.body, left);
      if (row.note) write(doc, row.note, under, styles.quiet, left);
      if (row.course.length > 1) {
        const scene = sparkline({ width: line.width, height: 24, label: "", values: row.course });
        drawScene(doc, scene, { x: line.x, y: top + height / 2 - 12, scale: 1 });
      }
      const below = write(doc, row.figure, top - 2, styles.figure, right);
      if (row.change) write(doc, row.change, below - 1, change, right);
    },
  };
}

/** The hairline between rows. */
export const rule = (doc: Doc, y: number): void =>
  void doc
    .moveTo(margin, y)
    .lineTo(margin + width, y)
    .lineWidth(0.5)
    .strokeColor(colour.line)
    .stroke();

function chartPiece(doc: Doc, chart: ReportChart): Piece {
  const scene = chart.draw({ width, textSize: 9 });
  const titled = heightOf(doc, chart.label, styles.strong);
  return {
    height: titled + scene.height + 26,
    draw: (y) => {
      write(doc, chart.label, y + 8, styles.strong);
      drawScene(doc, scene, { x: margin, y: y + 8 + titled + 6, scale: 1 });
    },
  };
}

const pictureSize = 54;

function postPiece(doc: Doc, post: PostLine, picture: Uint8Array | undefined): Piece {
  const indent = picture ? pictureSize + 12 : 0;
  const place = { x: margin + indent, width: width - indent, link: post.url };
  const lines = [
    [post.text, styles.body],
    [post.figures, { ...styles.quiet, font: "bold", colour: colour.ink }],
    [post.where, styles.quiet],
  ] as const;
  const height = lines.reduce((sum, [text, style]) => sum + heightOf(doc, text, style, place), 0);
  return {
    height: Math.max(height, picture ? pictureSize : 0) + 12,
    draw: (y) => {
      if (picture) {
        doc.save();
        doc.roundedRect(margin, y, pictureSize, pictureSize, 4).clip();
        doc.image(Buffer.from(picture), margin, y, { width: pictureSize, height: pictureSize });
        doc.restore();
      }
      lines.reduce((at, [text, style]) => write(doc, text, at, style, place), y);
    },
  };
}

function quotePiece(doc: Doc, quote: QuoteLine): Piece {
  const place = { x: margin + 12, width: width - 12, link: quote.url };
  const height = heightOf(doc, quote.text, styles.body, place) + heightOf(doc, quote.where, styles.quiet, place);
  return {
    height: height + 10,
    draw: (y) => {
      doc.rect(margin, y + 2, 2, height).fill(colour.line);
      write(doc, quote.where, write(doc, quote.text, y + 2, styles.body, place), styles.quiet, place);
    },
  };
}

function needPiece(doc: Doc, need: NeedLine): Piece {
  const place = { x: margin + 12, width: width - 24 };
  const lines = [
    [need.text, styles.strong],
    ...need.examples.map((example) => [example, styles.quiet] as const),
  ] as const;
  const height = lines.reduce((sum, [text, style]) => sum + heightOf(doc, text, style, place), 0) + 16;
  return {
    height: height + 24,
    draw: (y) => {
      doc.roundedRect(margin, y, width, height + 16, 5).fill(need.isGrave ? wash.poppy : wash.wheat);
      const under = lines.reduce((at, [text, style]) => write(doc, text, at, style, place), y + 8);
      write(doc, need.button, under + 3, styles.link, { ...place, link: need.url });
    },
  };
}

function agendaPiece(doc: Doc, { when, text, where }: AgendaLine): Piece {
  const first = { width: 96 };
  const second = { x: margin + 104, width: width - 104 };
  const height = heightOf(doc, text, styles.body, second) + (where ? heightOf(doc, where, styles.quiet, second) : 0);
  return {
    height: Math.max(height, heightOf(doc, when, styles.strong, first)) + 6,
    draw: (y) => {
      write(doc, when, y, { ...styles.strong, size: 9.5 }, first);
      const under = write(doc, text, y, styles.body, second);
      if (where) write(doc, where, under, styles.quiet, second);
    },
  };
}
