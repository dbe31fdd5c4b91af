import { renderToString } from "preact-render-to-string";
import type { ReportDocument } from "./document.ts";
import { Best, Button, Decision, Figures, Goal, Line, Section, Table } from "./mail-parts.tsx";
import { colour, darkStyles, serif, small, text } from "./mail-style.ts";

/** The report as an HTML mail: tables and inline styles only, charts as attached images. */
export function mailHtml(document: ReportDocument): string {
  return `<!doctype html>${renderToString(<Mail document={document} />)}`;
}

function Mail({ document: d }: { document: ReportDocument }) {
  const { sections } = d.texts;
  return (
    <html lang={d.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{d.subject}</title>
        <style>{darkStyles}</style>
      </head>
      <body class="paper" style={`margin:0;padding:0;background:${colour.paper}`}>
        <div style="display:none;max-height:0;overflow:hidden">{d.lead}</div>
        <Table class="paper" style={`background:${colour.paper}`}>
          <tr>
            <td align="center" style="padding:24px 8px">
              <table
                role="presentation"
                width="600"
                cellPadding="0"
                cellSpacing="0"
                class="raised"
                style={`width:100%;max-width:600px;background:${colour.raised};border:1px solid ${colour.line};border-radius:10px`}
              >
                <Header document={d} />
                {d.goals.length > 0 && (
                  <Section title={sections.goals}>
                    {d.goals.map((goal) => (
                      <Goal key={goal.name} goal={goal} />
                    ))}
                  </Section>
                )}
                <Section title={sections.figures}>
                  <Figures rows={d.figures} />
                </Section>
                {d.charts.length > 0 && (
                  <Section title={sections.charts}>
                    {d.charts.map(({ id, scene }) => (
                      <div key={id} style="padding-bottom:24px">
                        <div class="ink" style={`${text};font-weight:600;padding-bottom:8px`}>
                          {scene.label}
                        </div>
                        <img
                          src={`cid:${id}`}
                          alt={scene.label}
                          width={scene.width}
                          style="display:block;width:100%;max-width:552px;height:auto;border:0;background:#FFFFFF"
                        />
                      </div>
                    ))}
                  </Section>
                )}
                <Section title={sections.worked}>
                  <Line>{d.done}</Line>
                  {d.best.map((best) => (
                    <Best key={best.text + best.where} best={best} />
                  ))}
                </Section>
                <Section title={sections.reputation}>
                  {d.reputation.map((line) => (
                    <Line key={line}>{line}</Line>
                  ))}
                </Section>
                <Section title={sections.leads}>
                  <Line>{d.leads}</Line>
                </Section>
                <Section title={sections.decisions}>
                  {d.decisions.length === 0 && <Line>{d.texts.nothingToDecide}</Line>}
                  {d.decisions.map((decision) => (
                    <Decision key={decision.text} {...decision} />
                  ))}
                </Section>
                <Section title={sections.next}>
                  <Line>{d.next.join(" ")}</Line>
                  {d.planned.map((line) => (
                    <div key={line} class="soft" style={`${small};padding-top:4px`}>
                      {line}
                    </div>
                  ))}
                </Section>
                <tr>
                  <td class="pad" style="padding:8px 24px 32px">
                    <Button url={d.publicUrl}>{d.texts.openDashboard}</Button>
                  </td>
                </tr>
              </table>
              <div class="soft" style={`${small};max-width:600px;padding:16px 24px;font-size:12px`}>
                {d.footer.join(" ")}
              </div>
            </td>
          </tr>
        </Table>
      </body>
    </html>
  );
}

function Header({ document: d }: { document: ReportDocument }) {
  return (
    <tr>
      <td class="pad" style="padding:32px 24px 8px">
        <div class="soft" style={small}>
          {d.workspace} · {d.period}
        </div>
        <h1
          class="ink"
          style={`margin:4px 0 12px;font-family:${serif};font-size:28px;line-height:1.2;font-weight:600;color:${colour.ink}`}
        >
          {d.title}
        </h1>
        <div class="ink" style={`${text};font-size:18px`}>
          {d.lead}
        </div>
      </td>
    </tr>
  );
}
