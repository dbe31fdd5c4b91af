import type { ComponentChildren } from "preact";
import type { AgendaLine, NeedLine } from "./document.ts";
import { Table } from "./mail-parts.tsx";
import { colour, sans, small, text } from "./mail-style.ts";

/* What waits for somebody, and what is planned, in a report's mail. */

export function Need({ need }: { need: NeedLine }) {
  const wash = need.isGrave ? colour.poppyWash : colour.wheatWash;
  return (
    <Table style="margin-bottom:12px">
      <tr>
        <td
          class={need.isGrave ? "poppy-card" : "wheat-card"}
          style={`background-color:${wash};border-radius:6px;padding:12px 16px`}
        >
          <div class="ink" style={`${text};font-weight:600`}>
            {need.text}
          </div>
          {need.examples.map((example) => (
            <div key={example} class="soft" style={`${small};padding-top:4px`}>
              {example}
            </div>
          ))}
          <div style="height:10px;font-size:0;line-height:10px">&nbsp;</div>
          <Button url={need.url}>{need.button}</Button>
        </td>
      </tr>
    </Table>
  );
}

export function Button({ url, children }: { url: string; children: ComponentChildren }) {
  return (
    <table role="presentation" cellPadding="0" cellSpacing="0">
      <tr>
        <td style={`background-color:${colour.accent};border-radius:6px;padding:8px 16px`}>
          <a
            href={url}
            style={`font-family:${sans};font-size:15px;line-height:1.3;color:#FFFFFF;text-decoration:none;font-weight:600`}
          >
            {children}
          </a>
        </td>
      </tr>
    </table>
  );
}

export function Agenda({ items }: { items: readonly AgendaLine[] }) {
  return (
    <Table style="margin-top:4px">
      {items.map((item) => (
        <tr key={item.when + item.where + item.text}>
          <td
            width="112"
            class="ink"
            valign="top"
            style={`${small};color:${colour.ink};padding:4px 12px 8px 0;font-weight:600`}
          >
            {item.when}
          </td>
          <td valign="top" style="padding:4px 0 8px">
            <div class="ink" style={`${text};font-size:15px`}>
              {item.text}
            </div>
            <div class="soft" style={small}>
              {item.where}
            </div>
          </td>
        </tr>
      ))}
    </Table>
  );
}
