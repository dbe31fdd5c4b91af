import type { Engine } from "../engine.ts";
import type { Invariant } from "../verdict.ts";
import { onePaceForAll, regardlessOfPace, regardlessOfRefusals } from "./careless-pace.ts";
import { idempotencyByExpiry } from "./idempotency-by-expiry.ts";
import { markPublishedFirst } from "./mark-published-first.ts";
import { retryOnAnyError } from "./retry-on-any-error.ts";
import { takesWhatItFinds } from "./takes-what-it-finds.ts";

/** Engines that many would write, each with the invariant it breaks: a harness that does not catch them is too weak. */
export const naiveEngines: readonly { readonly engine: Engine; readonly breaks: Invariant }[] = [
  { engine: retryOnAnyError, breaks: "appears once" },
  { engine: idempotencyByExpiry, breaks: "appears once" },
  { engine: markPublishedFirst, breaks: "published is there" },
  { engine: regardlessOfPace, breaks: "a channel's pace is kept" },
  { engine: regardlessOfRefusals, breaks: "a closed channel is left alone" },
  { engine: onePaceForAll, breaks: "no channel waits for another" },
  { engine: takesWhatItFinds, breaks: "published is there" },
];
