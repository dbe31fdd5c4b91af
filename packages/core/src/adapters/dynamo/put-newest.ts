import { newestReport } from "../../kernel/restated.ts";

/** How one report on a day is stored: as the newest of its day, and in the history of those that differed. */
interface Shelf<Report> {
  /** The newest that is stored with its version, read consistently; `null` where there is none. */
  readonly read: () => Promise<{ readonly report: Report; readonly version: number } | null>;
  /** Puts the report into the history; the same one again changes nothing. */
  readonly keep: () => Promise<unknown>;
  /** Stores the newest made from `version`, 0 being none; false when another was faster. */
  readonly write: (newest: Report, version: number) => Promise<boolean>;
  readonly saysTheSame: (a: Report, b: Report) => boolean;
}

/**
 * Stores a report on a day: the newest wins, whatever the order in which they come, and every one that differs is kept.
 * The history first: a report that is known by its figures alone must not be missing from it.
 */
export async function putNewest<Report extends { readonly measuredAt: number }>(
  report: Report,
  { read, keep, write, saysTheSame }: Shelf<Report>,
): Promise<void> {
  for (;;) {
    const stored = await read();
    const current = stored?.report ?? null;
    if (!current || !saysTheSame(current, report)) await keep();
    const next = newestReport(current, report);
    if (next === current || (await write(next, stored?.version ?? 0))) return;
  }
}
