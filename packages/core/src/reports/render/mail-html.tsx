import { renderToString } from "preact-render-to-string";
import type { Block, DocumentSection, ReportDocument } from "./document.ts";
import { Agenda, Button, Need } from "./mail-needs.tsx";
import { DataTable, Figures, Goal, Line, Post, Quote, Table } from "./mail-parts.tsx";
import { colour, mailStyles, outlookHead, serif, small, text } from "./mail-style.ts";

/** Charts are drawn this wide, and shrunk by narrow screens. */
export const mailChart = { width: 528, padding: 12, textSize: 16 } as const;
const chartWidth = mailChart.width + 2 * mailChart.padding;

/**
 * The report as an HTML mail: tables and inline styles only, charts as attached images. Conditional comments give
 * Outlook, which knows no `max-width`, a table of its own.
 */
export function mailHtml(document: ReportDocument): string {
  const head = renderToString(<title>{document.subject}</title>);
  return `<!doctype html><html lang="${document.language}" xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="x-apple-disable-message-reformatting"><meta name="format-detection" content="telephone=no,date=no,address=no"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">${head}${outlookHead}<style>${mailStyles}</style></head><body class="paper" style="margin:0;padding:0;background-color:${colour.paper}">${renderToString(<Preheader text={document.lead ?? document.subject} />)}<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="paper" bgcolor="${colour.paper}" style="background-color:${colour.paper}"><tr><td align="center" class="edge" style="padding:24px 8px"><!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->${renderToString(<Sheet document={document} />)}<!--[if mso]></td></tr></table><![endif]--></td></tr></table></body></html>`;
}

/** What lists of mails show behind the subject; the spaces keep the first words of the mail away from it. */
const Preheader = ({ text: shown }: { text: string }) => (
  <div style="display:none;max-height:0;overflow:hidden;mso-hide:all">
    {shown}
    {"\u00A0\u200C".repeat(60)}
  </div>
);

function Sheet({ document: d }: { document: ReportDocument }) {
  return (
    <div style="max-width:600px;margin:0 auto;text-align:left">
      <Table
        class="raised"
        style={`background-color:${colour.raised};border:1px solid ${colour.line};border-radius:10px`}
      >
        <tr>
          <td class="pad" style="padding:32px 24px 0">
            <div class="soft" style={small}>
              {d.head}
            </div>
            <h1
              class="ink"
              style={`margin:4px 0 12px;font-family:${serif};font-size:28px;line-height:1.2;font-weight:600;color:${colour.ink}`}
            >
              {d.title}
            </h1>
            {d.lead && (
              <div class="ink" style={`${text};font-size:18px;padding-bottom:8px`}>
                {d.lead}
              </div>
            )}
          </td>
        </tr>
        {d.sections.map((section) => (
          <Section key={section.title} section={section} />
        ))}
        <tr>
          <td class="pad" style="padding:24px 24px 32px">
            <Button url={d.publicUrl}>{d.texts.openDashboard}</Button>
          </td>
        </tr>
      </Table>
      <div class="soft pad" style={`${small};font-size:12px;padding:16px 24px`}>
        {d.footer.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </div>
    </div>
  );
}

function Section({ section: { title, blocks } }: { section: DocumentSection }) {
  return (
    <tr>
      <td class="pad" style={`padding:${title === null ? "0 24px" : "24px 24px 0"}`}>
        {title !== null && (
          <h2
            class="ink line"
            style={`margin:0 0 12px;padding-top:16px;border-top:1px solid ${colour.line};font-family:${serif};font-size:20px;line-height:1.2;font-weight:600;color:${colour.ink}`}
          >
            {title}
          </h2>
        )}
        {blocks.map(toElement)}
      </td>
    </tr>
  );
}

function toElement(block: Block) {
  switch (block.kind) {
    case "lines":
      return block.lines.map((line) => (
        <Line key={line} quiet={block.quiet ?? false}>
          {line}
        </Line>
      ));
    case "goals":
      return block.goals.map((goal) => <Goal key={goal.name} goal={goal} />);
    case "figures":
      return <Figures rows={block.rows} />;
    case "table":
      return <DataTable table={block.table} />;
    case "posts":
      return block.posts.map((post) => <Post key={post.id} post={post} />);
    case "quotes":
      return block.quotes.map((quote) => <Quote key={quote.url} quote={quote} />);
    case "needs":
      return block.needs.map((need) => <Need key={need.text} need={need} />);
    case "agenda":
      return [
        <Agenda key="items" items={block.items} />,
        block.more && (
          <Line key="more" quiet>
            {block.more}
          </Line>
        ),
      ];
    case "chart":
      return (
        <div style="padding:8px 0 16px">
          <div class="ink" style={`${text};font-weight:600;padding-bottom:8px`}>
            {block.chart.label}
          </div>
          <img
            src={`cid:${block.chart.id}`}
            alt={block.chart.label}
            width={chartWidth}
            style={`display:block;width:100%;max-width:${chartWidth}px;height:auto;border:0;border-radius:6px`}
          />
        </div>
      );
  }
}
