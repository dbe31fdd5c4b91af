import type { ComponentChildren } from "preact";
import { type FigureRow, type GoalLine, isLate, type PostLine, type QuoteLine, type ReportTable } from "./document.ts";
import { colour, note, sans, serif, small, text } from "./mail-style.ts";

/* The pieces a report's mail is laid out with: tables and inline styles only, so that Outlook's Word draws them, too. */

export function Table(props: { children: ComponentChildren; class?: string; style?: string; width?: string }) {
  return (
    <table
      role="presentation"
      width={props.width ?? "100%"}
      cellPadding="0"
      cellSpacing="0"
      class={props.class}
      style={props.style}
    >
      {props.children}
    </table>
  );
}

export const Line = ({ children, quiet = false }: { children: ComponentChildren; quiet?: boolean }) => (
  <div class={quiet ? "soft" : "ink"} style={`${quiet ? small : text};padding-bottom:6px`}>
    {children}
  </div>
);

export function Goal({ goal }: { goal: GoalLine }) {
  const fill = Math.round(Math.min(1, Math.max(0, goal.progress ?? 0)) * 100);
  const tone = isLate(goal) ? "poppy" : goal.state === "no-data" ? "soft" : "leaf";
  return (
    <Table style="margin-bottom:16px">
      <tr>
        <td class="ink" style={`${text};font-weight:600;padding-right:12px`}>
          {goal.name}
        </td>
        <td
          class={tone}
          align="right"
          valign="top"
          style={`${small};color:${colour[tone]};font-weight:600;padding-left:12px`}
        >
          {goal.stateText}
        </td>
      </tr>
      <tr>
        <td colSpan={2} style="padding:6px 0">
          <Table class="track" style={`background-color:${colour.line};border-radius:4px`}>
            <tr>
              {fill > 0 && <Bar width={fill} tone={tone} />}
              {fill < 100 && <Bar width={100 - fill} />}
            </tr>
          </Table>
        </td>
      </tr>
      <tr>
        <td colSpan={2} class="soft" style={small}>
          {goal.line}
        </td>
      </tr>
    </Table>
  );
}

const Bar = ({ width, tone }: { width: number; tone?: "leaf" | "poppy" | "soft" }) => (
  <td
    width={`${width}%`}
    height={8}
    class={tone && `bar-${tone}`}
    style={`height:8px;font-size:0;line-height:0${tone ? `;background-color:${colour[tone]};border-radius:4px` : ""}`}
  >
    &nbsp;
  </td>
);

export function Figures({ rows }: { rows: readonly FigureRow[] }) {
  return (
    <Table>
      {rows.map((row, index) => (
        <FigureLine key={row.name} row={row} isFirst={index === 0} />
      ))}
    </Table>
  );
}

function FigureLine({ row, isFirst }: { row: FigureRow; isFirst: boolean }) {
  const tone = row.better === null ? "soft" : row.better ? "leaf" : "poppy";
  const rule = isFirst ? "" : `border-top:1px solid ${colour.line};`;
  return (
    <tr>
      <td class="ink line" valign="top" style={`${text};${rule}padding:10px 12px 10px 0`}>
        {row.name}
        {row.note && (
          <div class="soft" style={note}>
            {row.note}
          </div>
        )}
      </td>
      <td class="ink line" align="right" valign="top" style={`${text};${rule}padding:6px 0 10px;white-space:nowrap`}>
        <div class="ink" style={`font-family:${serif};font-size:22px;line-height:1.3;color:${colour.ink}`}>
          {row.figure}
        </div>
        {row.change && (
          <div class={tone} style={`font:13px/1.45 ${sans};color:${colour[tone]}`}>
            {row.change}
          </div>
        )}
      </td>
    </tr>
  );
}

export function DataTable({ table: { columns, rows } }: { table: ReportTable }) {
  const cell = (index: number) =>
    `font:13px/1.45 ${sans};color:${colour.ink};padding:6px 0 6px ${index === 0 ? 0 : 8}px;border-top:1px solid ${colour.line}`;
  const align = (index: number) => (index === 0 ? "left" : "right");
  return (
    <table width="100%" cellPadding="0" cellSpacing="0" style="margin:4px 0 16px;font-variant-numeric:tabular-nums">
      <tr>
        {columns.map((name, index) => (
          <th
            key={name}
            scope="col"
            align={align(index)}
            class="soft narrow"
            style={`font:12px/1.45 ${sans};color:${colour.soft};vertical-align:bottom;padding:0 0 6px ${index === 0 ? 0 : 8}px`}
          >
            {name}
          </th>
        ))}
      </tr>
      {rows.map((row) => (
        <tr key={row[0]} style="vertical-align:top">
          {row.map((value, index) => (
            <td key={columns[index]} align={align(index)} class="ink line narrow" style={cell(index)}>
              {value}
            </td>
          ))}
        </tr>
      ))}
    </table>
  );
}

/** Logical pixels of a side. */
export const pictureSize = 88;

export function Post({ post }: { post: PostLine }) {
  return (
    <Table style="margin-bottom:16px">
      <tr>
        {post.picture && (
          <td width={pictureSize + 16} valign="top">
            <img
              src={`cid:${pictureId(post)}`}
              alt={post.picture.alt}
              width={pictureSize}
              height={pictureSize}
              style={`display:block;width:${pictureSize}px;height:${pictureSize}px;border:0;border-radius:6px`}
            />
          </td>
        )}
        <td valign="top">
          <a href={post.url} class="ink" style={`${text};text-decoration:none`}>
            {post.text}
          </a>
          <div class="ink" style={`${small};font-weight:600;color:${colour.ink};padding-top:4px`}>
            {post.figures}
          </div>
          <div class="soft" style={small}>
            {post.where}
          </div>
        </td>
      </tr>
    </Table>
  );
}

/** What a post's picture is attached as. */
export const pictureId = ({ id }: PostLine): string => `picture-${id}`;

export const Quote = ({ quote }: { quote: QuoteLine }) => (
  <Table style="margin:8px 0">
    <tr>
      <td class="line" style={`border-left:3px solid ${colour.line};padding:2px 0 2px 12px`}>
        <a href={quote.url} class="ink" style={`${text};text-decoration:none`}>
          {quote.text}
        </a>
        <div class="soft" style={small}>
          {quote.where}
        </div>
      </td>
    </tr>
  </Table>
);
