import { readToday } from "../api/content.ts";
import { useResource } from "../resource.ts";

const EVERY_MS = 60_000;

/** How many messages wait for an answer, asked for every minute. */
export function useWaiting(): number {
  const { data } = useResource("today", readToday, EVERY_MS);
  return data?.needsAttention.find((one) => one.kind === "waiting-for-answer")?.count ?? 0;
}

/** How many threats and opportunities nobody has acknowledged; at most 100 are counted. */
export function useOpenAlerts(): number {
  const { data } = useResource("today", readToday, EVERY_MS);
  return data?.openAlerts ?? 0;
}
