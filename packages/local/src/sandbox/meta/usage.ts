import type { Clock } from "#core/kernel/clock.ts";
import type { Collection } from "../store.ts";
import type { CountCall } from "./graph-app.ts";
import { GraphError } from "./graph-error.ts";

/** The calls of one object in one clock hour. */
export interface UsageWindow {
  readonly id: string;
  readonly hour: number;
  readonly calls: number;
}

export interface MeterOptions {
  readonly clock: Clock;
  readonly windows: Collection<UsageWindow>;
  /** The platform's name in `X-Business-Use-Case-Usage`, and the code of its refusal. */
  readonly type: string;
  readonly code: number;
  /** The nodes that are metered by themselves, whoever asks: what they are called in the header, and their refusal. */
  readonly own?: { readonly node: RegExp; readonly type: string; readonly code: number };
  readonly callsPerHour: () => number;
}

const hourMs = 3_600_000;

/**
 * Counts the calls of each page or ad account, or of the app for user tokens, in clock hours, and says so in the headers; beyond the
 * limit calls are refused with the minutes until the hour ends.
 */
export function usageMeter(options: MeterOptions): CountCall {
  return (token, node) => {
    const now = options.clock.nowMs();
    const hour = Math.floor(now / hourMs);
    const own = options.own?.node.test(node) ? options.own : undefined;
    const object = own ? node : token.kind === "page" ? (token.pageIds[0] ?? "") : "app";
    const before = options.windows.get(object);
    const calls = before?.hour === hour ? before.calls + 1 : 1;
    options.windows.put({ id: object, hour, calls });
    const limit = options.callsPerHour();
    const percent = Math.min(100, Math.floor((calls / limit) * 100));
    const limited = calls > limit;
    const minutes = limited ? Math.ceil(((hour + 1) * hourMs - now) / 60_000) : 0;
    const headers = headersOf(own?.type ?? options.type, object, percent, minutes);
    if (!limited) return percent > 0 ? headers : {};
    const code = own?.code ?? (token.kind === "page" ? options.code : 4);
    throw new GraphError(code, "There have been too many calls. Wait a bit and try again.", { headers, status: 400 });
  };
}

function headersOf(type: string, object: string, percent: number, minutes: number): Record<string, string> {
  const counts = { call_count: percent, total_cputime: 1, total_time: 1 };
  if (object === "app") return { "x-app-usage": JSON.stringify(counts) };
  const use = { type, ...counts, estimated_time_to_regain_access: minutes };
  return { "x-business-use-case-usage": JSON.stringify({ [object]: [use] }) };
}
