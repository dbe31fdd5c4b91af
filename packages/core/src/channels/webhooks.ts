import type { WebhookVerification } from "./connector.ts";
import { verification as facebook } from "./platforms/facebook/webhook.ts";
import { verification as instagram } from "./platforms/instagram/webhook.ts";

/*
 * The verification of each platform's webhooks and nothing else of the platforms: the webhook function bundles this file.
 */
const verifications: ReadonlyMap<string, WebhookVerification> = new Map([
  ["facebook", facebook],
  ["instagram", instagram],
]);

/** How a platform's webhooks are verified; `undefined` for a platform that is unknown or has none. */
export const webhookVerificationFor = (platform: string): WebhookVerification | undefined =>
  verifications.get(platform);
