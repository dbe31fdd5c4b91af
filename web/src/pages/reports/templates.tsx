import { type ReportKind, reportKinds } from "#core/reports/schedule.ts";
import { t } from "../../language.ts";

/** A report of each kind, ready to be saved: one press opens it. */
export function Templates({ onChoose }: { readonly onChoose: (kind: ReportKind) => void }) {
  const { templates, kinds, begin } = t().reports;
  return (
    <ul class="report-templates" aria-label={begin}>
      {reportKinds.map((kind) => (
        <li key={kind}>
          <button type="button" class="card report-template" onClick={() => onChoose(kind)}>
            <span class="aside small">{kinds[kind]}</span>
            <strong>{templates[kind].name}</strong>
            <span class="small">{templates[kind].text}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
