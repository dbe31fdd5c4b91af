import * as v from "valibot";
import type { Clock } from "../kernel/clock.ts";
import { dayOf } from "../kernel/time.ts";
import type { Clicks, ShortLinks } from "./ports.ts";
import { codeSchema } from "./short-link.ts";
import { isPerson, type Visit } from "./visit.ts";

export interface FollowDeps {
  readonly shortLinks: Pick<ShortLinks, "get">;
  readonly clicks: Pick<Clicks, "add">;
  readonly clock: Clock;
  /** Where the product is, without a slash at the end: only our own forms learn which link led to them. */
  readonly publicUrl: string;
  /** Hears of a click that could not be counted. */
  readonly notCounted: (cause: unknown) => void;
}

/** How long a visitor waits for the counting at the most, ms. */
const countingMs = 250;

/**
 * Where a code leads, as an address that may stand in a header; `null` when there is no such link. A person's visit is
 * counted first: what is begun and not waited for stops with the function. But nobody waits longer than `countingMs`,
 * and a visitor is sent on whether or not the count was taken.
 */
export async function followShortLink(deps: FollowDeps, code: string, visit: Visit): Promise<string | null> {
  if (!v.is(codeSchema, code)) return null;
  const link = await deps.shortLinks.get(code);
  if (!link) return null;
  if (isPerson(visit)) {
    const day = dayOf(deps.clock.nowMs(), link.timeZone);
    await atMost(countingMs, deps.clicks.add(link.workspaceId, link.publicationId, day), deps.notCounted);
  }
  return withVia(new URL(link.target), deps.publicUrl, code).href;
}

/** By this parameter one of our own landing forms learns which short link led to it. */
export const viaParameter = "via";

/** A form of ours is told the code that led there: so a lead is known to come from a publication, without any cookie. */
function withVia(target: URL, publicUrl: string, code: string): URL {
  if (target.href.startsWith(`${publicUrl}/f/`)) target.searchParams.set(viaParameter, code);
  return target;
}

/** Waits for work, though not longer than `ms`; failure and lateness are told to `lost`, never thrown. */
async function atMost(ms: number, work: Promise<void>, lost: (cause: unknown) => void): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      lost("late");
      resolve();
    }, ms);
  });
  await Promise.race([work.catch(lost), late]);
  clearTimeout(timer);
}
