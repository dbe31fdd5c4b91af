import { ChevronsUp } from "lucide-preact";
import type { ThreadSummary } from "../../api/contract.ts";
import { t } from "../../language.ts";

/** That a thread comes before others; the usual says nothing. */
export function PriorityMark({ priority }: { readonly priority: ThreadSummary["priority"] }) {
  if (priority === "normal") return null;
  return (
    <span class="pill pill-poppy">
      <ChevronsUp size={12} aria-hidden="true" />
      {t().rules.high}
    </span>
  );
}
