import type { ComponentChildren } from "preact";
import "./charts.css";

interface FiguresTableProps {
  /** What is pressed to open it. */
  readonly summary: string;
  /** For those who hear the page: what the figures are of. */
  readonly caption: string;
  /** The name of the rows' column. */
  readonly rowName: string;
  readonly columns: readonly string[];
  readonly rows: readonly FiguresRow[];
}

interface FiguresRow {
  readonly name: string;
  /** One for each column. */
  readonly cells: readonly ComponentChildren[];
}

/** The figures behind a chart, closed until they are asked for. */
export function FiguresTable({ summary, caption, rowName, columns, rows }: FiguresTableProps) {
  return (
    <details class="figures-table">
      <summary>{summary}</summary>
      <div class="figures-table-scroll">
        <table>
          <caption class="hidden-visually">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{rowName}</th>
              {columns.map((column) => (
                <th key={column} scope="col" class="number">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, cells }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {columns.map((column, at) => (
                  <td key={column} class="number">
                    {cells[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** In the place of a figure that there is none of: why. */
export const Gap = ({ why }: { readonly why: string }) => <span class="aside">— {why}</span>;
