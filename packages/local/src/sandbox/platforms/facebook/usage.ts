import type { Store } from "../../store.ts";
import { GraphError } from "./graph-error.ts";
import type { Token } from "./model.ts";
import type { World } from "./world.ts";

type Window = { readonly id: string; readonly hour: number; readonly calls: number };

const hourMs = 3_600_000;

/**
 * Counts the calls of each page, or of the app for user tokens, in clock hours, and says so in the headers; beyond the
 * limit calls are refused with the minutes until the hour ends.
 */
export function usageMeter(world: World, store: Store): { count(token: Token): Record<string, string> } {
  const windows = store.collection<Window>("facebook/usage");
  return {
    count: (token) => {
      const now = world.clock.nowMs();
      const hour = Math.floor(now / hourMs);
      const object = token.kind === "page" ? (token.pageIds[0] ?? "") : "app";
      const before = windows.get(object);
      const calls = before?.hour === hour ? before.calls + 1 : 1;
      windows.put({ id: object, hour, calls });
      const limit = world.currentSettings().callsPerHour;
      const percent = Math.min(100, Math.floor((calls / limit) * 100));
      const limited = calls > limit;
      const minutes = limited ? Math.ceil(((hour + 1) * hourMs - now) / 60_000) : 0;
      const headers = headersOf(token, object, percent, minutes);
      if (!limited) return percent > 0 ? headers : {};
      const code = token.kind === "page" ? 80001 : 4;
      throw new GraphError(code, "There have been too many calls. Wait a bit and try again.", { headers, status: 400 });
    },
  };
}

function headersOf(token: Token, object: string, percent: number, minutes: number): Record<string, string> {
  const counts = { call_count: percent, total_cputime: 1, total_time: 1 };
  if (token.kind !== "page") return { "x-app-usage": JSON.stringify(counts) };
  const use = { type: "pages", ...counts, estimated_time_to_regain_access: minutes };
  return { "x-business-use-case-usage": JSON.stringify({ [object]: [use] }) };
}
