import { signal } from "@preact/signals";

const TICK_MS = 20_000;

/** The present, epoch ms, moved on every 20 seconds while the page is seen. */
export const now = signal(Date.now());

const tick = (): void => {
  if (!document.hidden) now.value = Date.now();
};

setInterval(tick, TICK_MS);
document.addEventListener("visibilitychange", tick);
