import type { AlertFilters } from "../../api/contract.ts";

export const states = ["open", "acknowledged", "closed"] as const;
export const sides = ["threat", "opportunity"] as const;
const severities = ["low", "medium", "high", "critical"] as const;

type Chosen = AlertFilters & { readonly state: (typeof states)[number] };

/** What an address asks for; what it should not hold counts as not asked. */
export function filtersOf(params: URLSearchParams): Chosen {
  const side = sides.find((one) => one === params.get("side"));
  const severity = severities.find((one) => one === params.get("severity"));
  return {
    state: states.find((one) => one === params.get("state")) ?? "open",
    ...(side && { side }),
    ...(severity && { severity }),
  };
}

/** The address with a filter changed; what is usual is not in it. */
export function withFilter(params: URLSearchParams, change: AlertFilters): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined || value === "open") next.delete(name);
    else next.set(name, String(value));
  }
  return next;
}
