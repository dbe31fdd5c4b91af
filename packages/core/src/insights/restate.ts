import type { ChannelMeasurement, Figure, PublicationMeasurement } from "../channels/measurement.ts";
import type { StoredMeasurement } from "./ports.ts";

/** What is known of a day after one more report of it: the newer figures win; a known one never gives way to none. */
export function restated(current: StoredMeasurement | null, report: StoredMeasurement): StoredMeasurement {
  if (!current) return report;
  const [older, newer] = report.measuredAt < current.measuredAt ? [report, current] : [current, report];
  return { ...newer, measurement: overlayDay(older.measurement, newer.measurement) };
}

function overlayDay(older: ChannelMeasurement, newer: ChannelMeasurement): ChannelMeasurement {
  const { audience, ...figures } = newer;
  const { audience: audienceBefore, ...before } = older;
  return { ...overlay(before, figures), audience: { ...audienceBefore, ...audience } };
}

/** A publication's lifetime figures; what the platform left out this time is as it was. */
export const overlaySample = (
  older: PublicationMeasurement | undefined,
  newer: PublicationMeasurement,
): PublicationMeasurement => (older ? overlay(older, newer) : newer);

function overlay<Figures extends Readonly<Record<string, Figure>>>(older: Figures, newer: Figures): Figures {
  const merged = Object.entries(newer).map(([name, now]) => {
    const before = older[name];
    return [name, !now.available && before?.available ? before : now];
  });
  return Object.fromEntries(merged) as Figures;
}
