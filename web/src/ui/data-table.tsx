import type { ComponentChildren } from "preact";
import "./data-table.css";

interface DataTableProps {
  /** For those who hear the page: what the figures are of, where no heading says it. */
  readonly caption?: string;
  /** The name of the rows' column. */
  readonly rowName: ComponentChildren;
  readonly columns: readonly string[];
  readonly rows: readonly DataRow[];
  /** Where there is little room a row becomes a card, each figure beside its name; a table of few columns needs none. */
  readonly narrow?: "cards" | "table";
}

export interface DataRow {
  readonly key: string;
  readonly name: ComponentChildren;
  /** One for each column; `rest` stands in the place of those that are missing. */
  readonly cells: readonly ComponentChildren[];
  readonly rest?: ComponentChildren;
  readonly class?: string;
}

/** Figures in rows, each under the name of its column. */
export function DataTable({ caption, rowName, columns, rows, narrow = "cards" }: DataTableProps) {
  return (
    <div class={`data-table data-table-${narrow}`}>
      <table>
        {caption && <caption class="hidden-visually">{caption}</caption>}
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
          {rows.map((row) => (
            <tr key={row.key} class={row.class}>
              <th scope="row">{row.name}</th>
              <Cells columns={columns} row={row} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cells({ columns, row: { cells, rest } }: { readonly columns: readonly string[]; readonly row: DataRow }) {
  const told = rest === undefined ? columns : columns.slice(0, cells.length);
  return (
    <>
      {told.map((column, at) => (
        <td key={column} class="number" data-label={column}>
          {cells[at]}
        </td>
      ))}
      {rest !== undefined && (
        <td class="number aside" colSpan={columns.length - told.length}>
          {rest}
        </td>
      )}
    </>
  );
}
