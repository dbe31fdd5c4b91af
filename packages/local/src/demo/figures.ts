/** What the main job measured. */
export interface Figures {
  ok: boolean;
  /** How long after the second asked for the post was on the page, ms. */
  publishedLateMs: number;
  /** How often the post is on the page. */
  publishedTimes: number;
  /** What the audience did, as the inbox, the reviews and the leads hold it. */
  inboxItems: number;
  /** Items stored more than once. */
  duplicatesStored: number;
  /** Webhook requests that were answered 200. */
  webhookDeliveries: number;
  /** AWS calls that the webhook function made for them. */
  webhookCallsToAws: number;
  /** How often the answer is on the page. */
  repliesOnPage: number;
  kpisChecked: number;
  /** KPIs that differ from a recount of the raw events. */
  kpisWrong: number;
  mails: number;
  /** Bad requests that were refused and left nothing. */
  refused: number;
  /** By function, by service. */
  awsCalls: Record<string, Record<string, number>>;
  iamDenied: number;
  seconds: number;
}

/** A step of the main job that was not met. */
export class StepFailed extends Error {
  override readonly name = "StepFailed";
}

/** Goes on only when `condition` holds. */
export function must(condition: unknown, what: string): asserts condition {
  if (!condition) throw new StepFailed(what);
}

/** Asks again every 100 ms until `look` gives something, at most `withinMs`; says `what` was awaited when it does not. */
export async function until<T>(
  what: string,
  withinMs: number,
  look: () => Promise<T | null | undefined | false>,
): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new StepFailed(`${what}: not within ${withinMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
