import type { ReviewQuery } from "../../api/contract.ts";

export const states = ["open", "answered", "all"] as const;
export const orders = ["oldest", "newest"] as const;
export const opinions = ["5", "4", "3", "2", "1", "yes", "no"] as const;
export const languages = ["uk", "en", "ru", "unknown"] as const;

/** Under this name the reviews from tables stand as one more channel. */
export const importedChannel = "imported";

type Chosen = ReviewQuery & { readonly state: (typeof states)[number]; readonly order: (typeof orders)[number] };

const usual = { state: "open", order: "oldest" } as const;

/** What an address asks for; what it should not hold counts as not asked. The queue stands first, its oldest on top. */
export function filtersOf(params: URLSearchParams): Chosen {
  const among = <T extends string>(known: readonly T[], name: string) => known.find((one) => one === params.get(name));
  const opinion = among(opinions, "opinion");
  const language = among(languages, "language");
  const channelId = params.get("channelId");
  return {
    state: among(states, "state") ?? usual.state,
    order: among(orders, "order") ?? usual.order,
    ...(channelId && /^[\w-]{1,100}$/.test(channelId) && { channelId }),
    ...(opinion && { opinion }),
    ...(language && { language }),
  };
}

/** The address with a filter changed; what is usual is not in it. */
export function withFilter(params: URLSearchParams, change: ReviewQuery): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined || value === "" || value === usual[name as keyof typeof usual]) next.delete(name);
    else next.set(name, value);
  }
  return next;
}
