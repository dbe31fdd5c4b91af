import { type Signal, signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Answer, ApiFailure } from "./api/client.ts";

/** What is known of something fetched: the last good answer stays while a newer one is on its way. */
export interface Loaded<T> {
  readonly data: T | undefined;
  readonly failure: ApiFailure | undefined;
  readonly loading: boolean;
}

interface Entry {
  readonly state: Signal<Loaded<unknown>>;
  load: () => Promise<Answer<unknown>>;
  users: number;
  /** Only the newest request may answer. */
  turn: number;
}

const entries = new Map<string, Entry>();

function entryOf(key: string, load: () => Promise<Answer<unknown>>): Entry {
  let entry = entries.get(key);
  if (!entry) {
    entry = { state: signal<Loaded<unknown>>(blank), load, users: 0, turn: 0 };
    entries.set(key, entry);
  }
  entry.load = load;
  return entry;
}

const blank: Loaded<unknown> = { data: undefined, failure: undefined, loading: true };

async function refresh(entry: Entry): Promise<void> {
  const turn = ++entry.turn;
  entry.state.value = { ...entry.state.value, loading: true };
  const answer = await entry.load();
  if (turn !== entry.turn) return;
  entry.state.value = answer.ok
    ? { data: answer.value, failure: undefined, loading: false }
    : { data: entry.state.value.data, failure: answer.error, loading: false };
}

/**
 * The answer of `load`, shared by all who ask for the same key, shown from memory at once and fetched anew on mount,
 * when the page is seen again, and every `everyMs` if given.
 */
export function useResource<T>(
  key: string,
  load: () => Promise<Answer<T>>,
  everyMs?: number,
): Loaded<T> & { reload: () => void } {
  const entry = entryOf(key, load);
  useEffect(() => {
    entry.users++;
    void refresh(entry);
    const again = () => {
      if (!document.hidden) void refresh(entry);
    };
    document.addEventListener("visibilitychange", again);
    const timer = everyMs ? setInterval(again, everyMs) : undefined;
    return () => {
      entry.users--;
      document.removeEventListener("visibilitychange", again);
      clearInterval(timer);
    };
  }, [key]);
  return { ...(entry.state.value as Loaded<T>), reload: () => void refresh(entry) };
}

/** Puts a change into what is kept under `key` before the server confirms it. */
export function amend<T>(key: string, change: (data: T) => T): void {
  const entry = entries.get(key);
  const data = entry?.state.value.data as T | undefined;
  if (entry && data !== undefined) {
    entry.turn++;
    entry.state.value = { data: change(data), failure: undefined, loading: false };
  }
}

/** Fetches anew what is shown under keys that begin so, and forgets what is not shown. */
export function invalidate(...prefixes: string[]): void {
  for (const [key, entry] of entries) {
    if (!prefixes.some((prefix) => key.startsWith(prefix))) continue;
    if (entry.users > 0) void refresh(entry);
    else entries.delete(key);
  }
}

/** Forgets everything, when another member signs in. */
export const forgetAll = (): void => entries.clear();
