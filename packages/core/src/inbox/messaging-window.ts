import type { Manifest } from "../channels/manifest.ts";
import type { Message, Thread } from "./model.ts";

/** Until when a person may be written to directly, epoch ms, and how. */
export interface MessagingWindow {
  /** Anything may be written until then. */
  readonly until: number;
  /** Until then a person may still be answered by a person; the same as `until` where the platform has no such rule. */
  readonly humanUntil: number;
}

type Windowed = Pick<Manifest, "messagingWindow">;

/** The window that opened with the person's last direct message, epoch ms; absent where the platform has none. */
export function windowAfter(manifest: Windowed, lastAt: number): MessagingWindow | undefined {
  const { messagingWindow } = manifest;
  if (!messagingWindow) return undefined;
  const { hours, humanAgentHours = hours } = messagingWindow;
  return { until: lastAt + hours * 3_600_000, humanUntil: lastAt + humanAgentHours * 3_600_000 };
}

/** The window of a conversation of direct messages; absent for any other, and where nobody has written. */
export function windowOf(
  manifest: Windowed,
  thread: Pick<Thread, "kind">,
  messages: readonly Message[],
): MessagingWindow | undefined {
  const lastAt = lastDirectAt(messages);
  return thread.kind === "direct" && lastAt !== undefined ? windowAfter(manifest, lastAt) : undefined;
}

/** When the person last wrote directly, epoch ms. */
export function lastDirectAt(messages: readonly Message[]): number | undefined {
  const theirs = messages.filter(({ known, own, kind }) => known && !own && kind === "direct");
  return theirs.length === 0 ? undefined : Math.max(...theirs.map(({ occurredAt }) => occurredAt));
}
