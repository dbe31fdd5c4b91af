import { t } from "../../language.ts";

/** The grid before it is known what stands in it. */
export function CalendarSkeleton({ days }: { readonly days: readonly string[] }) {
  return (
    <div class="calendar-skeleton" role="status" aria-label={t().common.loading}>
      {days.map((day) => (
        <span key={day}>
          <i class="skeleton" />
        </span>
      ))}
    </div>
  );
}
