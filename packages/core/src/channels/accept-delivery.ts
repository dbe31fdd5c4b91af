import type { Clock } from "../kernel/clock.ts";
import { derivedId } from "../kernel/derived-id.ts";
import type { Queue } from "../kernel/queue.ts";
import type { PlatformApp, WebhookRequest, WebhookVerification } from "./connector.ts";
import { maxDeliveryBytes, packDelivery, type QueuedDelivery } from "./delivery.ts";

export interface AcceptDeliveryDeps {
  readonly app: PlatformApp | undefined;
  readonly verification: WebhookVerification | undefined;
  readonly queue: Pick<Queue<QueuedDelivery>, "send">;
  readonly clock: Clock;
}

/** What to answer the platform: an HTTP status. Only 200 means that the delivery is kept. */
export type DeliveryAnswer = 200 | 400 | 401 | 404 | 413;

/**
 * Takes a platform's webhook delivery: refuses what is too large, not signed by the platform over exactly these bytes,
 * or not JSON; puts everything else on the intake queue, whatever it says. One queue call for an accepted delivery,
 * none for a refused one. Throws when the queue did not take it, so that the platform delivers again.
 */
export async function acceptDelivery(
  deps: AcceptDeliveryDeps,
  platform: string,
  request: WebhookRequest,
): Promise<DeliveryAnswer> {
  if (!deps.app || !deps.verification) return 404;
  if (request.rawBody.length > maxDeliveryBytes) return 413;
  if (!(await deps.verification.verify(request, deps.app))) return 401;
  const rawBody = readJsonText(request.rawBody);
  if (rawBody === null) return 400;
  const deliveryId = derivedId("evt", platform, rawBody);
  const message = packDelivery({ deliveryId, platform, rawBody, receivedAt: deps.clock.nowMs() });
  if (message === null) return 413;
  await deps.queue.send(message);
  return 200;
}

/** The bytes as text, if they are UTF-8 and JSON: an object or a list. */
function readJsonText(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? text : null;
  } catch {
    return null;
  }
}
