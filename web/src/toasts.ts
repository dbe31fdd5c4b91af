import { signal } from "@preact/signals";
import type { ApiFailure } from "./api/client.ts";
import { t } from "./language.ts";

export interface Toast {
  readonly id: number;
  readonly tone: "done" | "failed";
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

const STAY_MS = 6_000;
/** How long a destructive act can be taken back. */
export const UNDO_MS = 10_000;

export const toasts = signal<readonly Toast[]>([]);

let last = 0;

export function dismiss(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
}

function show(toast: Omit<Toast, "id">, stayMs: number): number {
  const id = ++last;
  // What only says "done" makes room for the next word; a way back and a failure stay for their time.
  const kept = toasts.value.filter(({ action, tone }) => action !== undefined || tone === "failed");
  toasts.value = [...kept.slice(-2), { ...toast, id }];
  setTimeout(() => dismiss(id), stayMs);
  return id;
}

/** Says that something was done, with a way back where there is one. */
export function tell(text: string, undo?: () => void): void {
  let id = 0;
  const back = () => {
    dismiss(id);
    undo?.();
  };
  id = show(
    { tone: "done", text, ...(undo ? { action: { label: t().common.undo, run: back } } : {}) },
    undo ? UNDO_MS : STAY_MS,
  );
}

/** Says what failed and what to do. */
export const tellFailure = (failure: ApiFailure): void => {
  const parts = [failure.message, ...(failure.details ?? []).map(({ message }) => message), failure.cure];
  show({ tone: "failed", text: parts.filter(Boolean).join(" ") }, UNDO_MS);
};

/**
 * An act that cannot be taken back once it is done, so it waits: `text` is shown with an undo, `commit` runs after
 * ten seconds, or at once when the page is left; `undo` restores what the page already hid.
 */
export function afterGrace(text: string, commit: (leaving: boolean) => void, undo: () => void): void {
  const settle = (act: () => void) => () => {
    clearTimeout(timer);
    removeEventListener("pagehide", leave);
    act();
  };
  const leave = settle(() => commit(true));
  const timer = setTimeout(
    settle(() => commit(false)),
    UNDO_MS,
  );
  addEventListener("pagehide", leave);
  tell(text, settle(undo));
}
