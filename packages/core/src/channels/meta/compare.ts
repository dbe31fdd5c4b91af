import { Temporal } from "temporal-polyfill";

/** A Graph time, such as `2026-11-02T10:00:00+0000`, as epoch ms; 0 when it is none. */
export function toMs(time: string): number {
  try {
    return Temporal.Instant.from(time.replace(/([+-]\d{2})(\d{2})$/, "$1:$2")).epochMilliseconds;
  } catch {
    return 0;
  }
}
