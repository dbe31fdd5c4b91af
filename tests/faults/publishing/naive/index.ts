import type { Engine } from "../engine.ts";
import type { Invariant } from "../verdict.ts";
import { idempotencyByExpiry } from "./idempotency-by-expiry.ts";
import { markPublishedFirst } from "./mark-published-first.ts";
import { retryOnAnyError } from "./retry-on-any-error.ts";

/** Engines that many would write, each with the invariant it breaks: a harness that does not catch them is too weak. */
export const naiveEngines: readonly { readonly engine: Engine; readonly breaks: Invariant }[] = [
  { engine: retryOnAnyError, breaks: "appears once" },
  { engine: idempotencyByExpiry, breaks: "appears once" },
  { engine: markPublishedFirst, breaks: "published is there" },
];
