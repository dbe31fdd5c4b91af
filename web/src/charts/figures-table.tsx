import type { ComponentChildren } from "preact";
import { DataTable } from "../ui/data-table.tsx";
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
export function FiguresTable({ summary, rows, ...table }: FiguresTableProps) {
  return (
    <details class="figures-table">
      <summary>{summary}</summary>
      <DataTable {...table} narrow="table" rows={rows.map((row) => ({ key: row.name, ...row }))} />
    </details>
  );
}

/** In the place of a figure that there is none of: why. */
export const Gap = ({ why }: { readonly why: string }) => <span class="aside">— {why}</span>;
