import { CircleAlert, Flame, Info, Sparkles, TriangleAlert } from "lucide-preact";
import { alertTexts } from "#core/i18n/alerts.ts";
import type { AlertSummary } from "../../api/contract.ts";
import { language } from "../../language.ts";

const looks = {
  critical: { icon: Flame, pill: "pill-poppy" },
  high: { icon: TriangleAlert, pill: "pill-poppy" },
  medium: { icon: CircleAlert, pill: "pill-wheat" },
  low: { icon: Info, pill: "" },
} as const;

/** How grave an alert is, in a word and a shape; an opportunity says that it is one. */
export function SeverityPill({ severity, side }: Pick<AlertSummary, "severity" | "side">) {
  const texts = alertTexts(language.value);
  const { icon: Icon, pill } = side === "opportunity" ? { icon: Sparkles, pill: "pill-leaf" } : looks[severity];
  return (
    <span class={`pill alert-pill ${pill}`}>
      <Icon size={12} aria-hidden="true" />
      {side === "opportunity" ? texts.side.opportunity : texts.severity[severity]}
    </span>
  );
}
