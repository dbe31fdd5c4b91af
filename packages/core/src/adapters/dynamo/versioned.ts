import { canonicalJson } from "../../kernel/stamped.ts";
import { happens } from "./conditional-write.ts";

/**
 * Runs a write whose condition is the version it was made from; answers the item with its next version, or `null` for a
 * lost race. A write whose answer got lost is sent again by the client and then fails on its own effect: what is stored
 * is therefore compared before a race is called lost.
 */
export async function savedVersion<T extends { readonly version: number }>(
  item: T,
  write: (next: T) => Promise<unknown>,
  stored: () => Promise<T | null>,
): Promise<T | null> {
  const next = { ...item, version: item.version + 1 };
  if (await happens(() => write(next))) return next;
  return canonicalJson(await stored()) === canonicalJson(next) ? next : null;
}
