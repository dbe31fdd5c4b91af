import type { ConnectorError } from "../channels/errors.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Queue } from "../kernel/queue.ts";
import type { FetchMessage } from "./messages.ts";

const maxAttempts = 6;
const firstWaitMs = 5_000;
const longestWaitMs = 900_000;

/**
 * Puts what could not be fetched back on the queue, with ever longer waits, also what is not there yet: platforms announce
 * before they show. False when it has been asked for often enough, or the cause does not pass by waiting.
 */
export async function fetchLater(
  { fetchQueue, clock }: { readonly fetchQueue: Queue<FetchMessage>; readonly clock: Clock },
  message: FetchMessage,
  cause: ConnectorError,
): Promise<boolean> {
  const { attempt } = message;
  if (!mayPass(cause) || attempt + 1 >= maxAttempts) return false;
  const asked = cause.class === "rate-limited" ? cause.resetAt - clock.nowMs() : 0;
  const delayMs = Math.min(longestWaitMs, Math.max(asked, firstWaitMs * 4 ** attempt));
  await fetchQueue.send({ ...message, attempt: attempt + 1 }, { delayMs });
  return true;
}

/** Access that is missing does not come back by waiting. */
const mayPass = ({ class: cause }: ConnectorError): boolean => cause !== "auth-expired" && cause !== "permission";
