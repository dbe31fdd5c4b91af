import { Temporal } from "temporal-polyfill";

/** How far Meta's clock may be behind ours when something is looked for, ms. */
export const clockSlackMs = 60_000;

/** Text as compared: Meta trims it and changes line ends. */
export const comparable = (text: string | undefined): string =>
  (text ?? "")
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[ \t]+$/gm, "")
    .trim();

/** A Graph time, such as `2026-11-02T10:00:00+0000`, as epoch ms; 0 when it is none. */
export function toMs(time: string): number {
  try {
    return Temporal.Instant.from(time.replace(/([+-]\d{2})(\d{2})$/, "$1:$2")).epochMilliseconds;
  } catch {
    return 0;
  }
}
