import type { Figure } from "#core/channels/measurement.ts";
import { t } from "../../language.ts";

export interface FigureRow {
  readonly name: string;
  readonly figure: Figure;
  readonly format: (value: number) => string;
}

/** Figures one under another; one that is not known says why. */
export function FigureTable({ rows }: { readonly rows: readonly FigureRow[] }) {
  return (
    <table class="card-table">
      <tbody>
        {rows.map(({ name, figure, format }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td class={figure.available ? "number" : "number aside"}>
              {figure.available ? format(figure.value) : t().insights.reason[figure.reason]}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
