import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import type { BestLine, GoalLine, ReportDocument } from "./document.ts";
import type { FigureRow } from "./figures.ts";

/** Colours of the light theme; what has a class is turned round by `darkStyles` where the mail program allows it. */
const colour = {
  paper: "#FBFAF6",
  raised: "#FFFFFF",
  ink: "#1B1C21",
  soft: "#5A5D68",
  line: "#E4E1D8",
  accent: "#3457D5",
  leaf: "#1A6B43",
  poppy: "#B02A22",
  wheat: "#8A5A12",
  wheatWash: "#FBF0D9",
} as const;

const darkStyles = `@media (prefers-color-scheme: dark){
.paper{background:#15161A!important}.raised{background:#1D1F25!important;border-color:#2B2E36!important}
.ink{color:#ECEBE6!important}.soft{color:#A9ACB8!important}.line{border-color:#2B2E36!important}
.accent{color:#8CA3FF!important}.leaf{color:#6FD39C!important}.poppy{color:#FF8A80!important}
.wheat{background:#3A2F17!important;color:#F0C46B!important}.track{background:#2B2E36!important}
}
@media (max-width:480px){.pad{padding-left:16px!important;padding-right:16px!important}.half{display:block!important;width:100%!important;box-sizing:border-box}}`;

const sans = "system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif";
const serif = "Georgia,'Noto Serif',serif";
const text = `font-family:${sans};font-size:16px;line-height:1.45;color:${colour.ink}`;
const small = `font-family:${sans};font-size:14px;line-height:1.45;color:${colour.soft}`;

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

function Table(props: { children: ComponentChildren; class?: string; style?: string }) {
  return (
    <table role="presentation" width="100%" cellPadding="0" cellSpacing="0" class={props.class} style={props.style}>
      {props.children}
    </table>
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

function Section({ title, children }: { title: string; children: ComponentChildren }) {
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

const Line = ({ children }: { children: ComponentChildren }) => (
  <div class="ink" style={`${text};padding-bottom:4px`}>
    {children}
  </div>
);

function Goal({ goal }: { goal: GoalLine }) {
  const fill = Math.round(Math.min(1, Math.max(0, goal.progress ?? 0)) * 100);
  const tone = goal.state === "behind" ? "poppy" : goal.state === "no-data" ? "soft" : "leaf";
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

function Figures({ rows }: { rows: readonly FigureRow[] }) {
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

function Best({ best }: { best: BestLine }) {
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

function Decision(props: { text: string; button: string; url: string }) {
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

function Button({ url, children }: { url: string; children: ComponentChildren }) {
  return (
    <a
      href={url}
      style={`display:inline-block;padding:12px 24px;background:${colour.accent};color:#FFFFFF;font-family:${sans};font-size:16px;text-decoration:none;border-radius:6px`}
    >
      {children}
    </a>
  );
}
