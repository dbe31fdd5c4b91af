import * as v from "valibot";
import { daySchema } from "../../kernel/time.ts";

/** The day that a cell names, `2026-11-24` or `24.11.2026`, as `YYYY-MM-DD`; `null` for what is none. */
export function readDay(text: string): string | null {
  const day = text.replace(/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, (_, d: string, m: string, y: string) =>
    [y, m.padStart(2, "0"), d.padStart(2, "0")].join("-"),
  );
  return v.is(daySchema, day) ? day : null;
}
