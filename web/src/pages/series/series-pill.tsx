import type { Series } from "../../api/contract.ts";
import { t } from "../../language.ts";

const tones = { active: "pill-leaf", paused: "pill-wheat", ended: "" } as const;

/** Where a series stands: running, paused, ended, or waiting for its template's approval. */
export function SeriesPill({ series }: { readonly series: Pick<Series, "state" | "waits"> }) {
  const texts = t().series;
  if (series.state === "active" && series.waits) return <span class="pill pill-wheat">{texts.waits}</span>;
  return <span class={`pill ${tones[series.state]}`}>{texts.state[series.state]}</span>;
}
