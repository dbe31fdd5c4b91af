import type { WebhookVerification } from "./connector.ts";
import { verification as googleBusiness } from "./platforms/google-business/webhook.ts";

/*
 * The verification of what platforms push through a message broker, by signed tokens of identity, and nothing else of the
 * platforms: the push function bundles this file. It stands apart from the webhooks, which need no token library.
 */
const verifications: ReadonlyMap<string, WebhookVerification> = new Map([["google-business", googleBusiness]]);

/** How a platform's pushes are verified; `undefined` for a platform that is unknown or pushes nothing. */
export const pushVerificationFor = (platform: string): WebhookVerification | undefined => verifications.get(platform);
