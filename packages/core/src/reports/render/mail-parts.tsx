import type { ComponentChildren } from "preact";
import type { BestLine, GoalLine } from "./document.ts";
import type { FigureRow } from "./figures.ts";
import { colour, sans, serif, small, text } from "./mail-style.ts";

/* The pieces a report's mail is laid out with: tables and inline styles only. */

export function Table(props: { children: ComponentChildren; class?: string; style?: string }) {
  return (
    <table role="presentation" width="100%" cellPadding="0" cellSpacing="0" class={props.class} style={props.style}>
      {props.children}
    </table>
  );
}

export function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <tr>
      <td class="pad" style="padding:24px 24px 0">
        <h2
          class="ink line"
          style={`margin:0 0 12px;padding-top:16px;border-top:1px solid ${colour.line};font-family:${serif};font-size:20px;line-height:1.2;font-weight:600;color:${colour.ink}`}
        >
          {title}
        </h2>
        {children}
      </td>
    </tr>
  );
}

export const Line = ({ children }: { children: ComponentChildren }) => (
  <div class="ink" style={`${text};padding-bottom:4px`}>
    {children}
  </div>
);

export function Goal({ goal }: { goal: GoalLine }) {
  const fill = Math.round(Math.min(1, Math.max(0, goal.progress ?? 0)) * 100);
  const tone =
    goal.state === "behind" || goal.state === "missed" ? "poppy" : goal.state === "no-data" ? "soft" : "leaf";
  return (
    <div style="padding-bottom:16px">
      <Table>
        <tr>
          <td class="ink" style={`${text};font-weight:600`}>
            {goal.name}
          </td>
          <td class={tone} align="right" style={`${small};color:${colour[tone]};font-weight:600;white-space:nowrap`}>
            {goal.stateText}
          </td>
        </tr>
      </Table>
      <table
        role="presentation"
        width="100%"
        cellPadding="0"
        cellSpacing="0"
        class="track"
        style={`margin:6px 0;background:${colour.line};border-radius:4px`}
      >
        <tr>
          <td
            width={`${Math.max(fill, 1)}%`}
            style={`height:8px;font-size:0;line-height:0;background:${colour[tone]};border-radius:4px`}
          />
          <td style="height:8px;font-size:0;line-height:0" />
        </tr>
      </table>
      <div class="soft" style={small}>
        {goal.line}
      </div>
    </div>
  );
}

export function Figures({ rows }: { rows: readonly FigureRow[] }) {
  const pairs = rows.flatMap((row, index) => (index % 2 === 0 ? [[row, rows[index + 1]] as const] : []));
  return (
    <Table>
      {pairs.map(([left, right]) => (
        <tr key={left.name}>
          <FigureCell row={left} />
          {right && <FigureCell row={right} />}
        </tr>
      ))}
    </Table>
  );
}

function FigureCell({ row }: { row: FigureRow }) {
  const tone = row.better === null ? "soft" : row.better ? "leaf" : "poppy";
  return (
    <td class="half" width="50%" valign="top" style="padding:0 12px 20px 0">
      <div class="soft" style={small}>
        {row.name}
      </div>
      <div class="ink" style={`font-family:${serif};font-size:28px;line-height:1.2;color:${colour.ink}`}>
        {row.figure}
      </div>
      {row.change && (
        <div class={tone} style={`${small};color:${colour[tone]}`}>
          {row.change}
        </div>
      )}
      {row.note && (
        <div class="soft" style={small}>
          {row.note}
        </div>
      )}
    </td>
  );
}

export function Best({ best }: { best: BestLine }) {
  return (
    <div class="line" style={`margin-top:12px;padding-left:12px;border-left:3px solid ${colour.line}`}>
      <div class="ink" style={text}>
        {best.url ? (
          <a href={best.url} class="ink" style={`color:${colour.ink};text-decoration:none`}>
            {best.text}
          </a>
        ) : (
          best.text
        )}
      </div>
      <div class="soft" style={small}>
        {best.where} · {best.figures}
      </div>
    </div>
  );
}

export function Decision(props: { text: string; button: string; url: string }) {
  return (
    <div
      class="wheat"
      style={`margin-bottom:12px;padding:12px 16px;background:${colour.wheatWash};border-radius:6px;color:${colour.wheat}`}
    >
      <div style={`font-family:${sans};font-size:16px;line-height:1.45;padding-bottom:8px`}>{props.text}</div>
      <a
        href={props.url}
        class="accent"
        style={`font-family:${sans};font-size:16px;font-weight:600;color:${colour.accent}`}
      >
        {props.button}
      </a>
    </div>
  );
}

export function Button({ url, children }: { url: string; children: ComponentChildren }) {
  return (
    <a
      href={url}
      style={`display:inline-block;padding:12px 24px;background:${colour.accent};color:#FFFFFF;font-family:${sans};font-size:16px;text-decoration:none;border-radius:6px`}
    >
      {children}
    </a>
  );
}
