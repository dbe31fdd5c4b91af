import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { acceptDelivery } from "#core/channels/accept-delivery.ts";
import { pushVerificationFor } from "#core/channels/pushes.ts";
import { systemClock } from "#core/kernel/clock.ts";
import { intakeQueue, leanPlatformApps } from "../runtime.ts";

// Read while the function starts, so that a push costs one call: putting it on the queue.
const apps = await leanPlatformApps();

/** The address to which a broker pushes a platform's notices, `POST /hooks/<platform>`: known by a signed token. */
export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  const platform = event.rawPath.split("/")[2] ?? "";
  const rawBody = Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8");
  const app = apps.get(platform);
  const deps = { app, verification: pushVerificationFor(platform), queue: intakeQueue(), clock: systemClock };
  const statusCode = await acceptDelivery(deps, platform, { headers: event.headers, rawBody });
  return { statusCode, body: "", headers: { "x-content-type-options": "nosniff" } };
}
