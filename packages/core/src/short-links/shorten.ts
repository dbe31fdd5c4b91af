import type { Clock } from "../kernel/clock.ts";
import type { ShortLinks } from "./ports.ts";
import { codeFor, type ShortLink } from "./short-link.ts";

export interface ShortenDeps {
  readonly shortLinks: ShortLinks;
  readonly clock: Clock;
}

/** Two strangers' codes meet once in 218 million million; five times in a row is a mistake of ours. */
const mostAttempts = 5;

/** Stores a short link for each target, once however often it is asked for, and gives their codes by target. */
export async function shorten(
  deps: ShortenDeps,
  owner: Pick<ShortLink, "workspaceId" | "publicationId" | "timeZone">,
  targets: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const made = targets.map(async (target) => [target, await codeOf(deps, owner, target)] as const);
  return new Map(await Promise.all(made));
}

async function codeOf(
  { shortLinks, clock }: ShortenDeps,
  owner: Pick<ShortLink, "workspaceId" | "publicationId" | "timeZone">,
  target: string,
): Promise<string> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const code = codeFor(owner.publicationId, target, attempt);
    if (await shortLinks.create({ ...owner, code, target, createdAt: clock.nowMs() })) return code;
    const taken = await shortLinks.get(code);
    if (taken?.publicationId === owner.publicationId && taken.target === target) return code;
  }
  throw new Error(`No free code for a link of ${owner.publicationId}`);
}
