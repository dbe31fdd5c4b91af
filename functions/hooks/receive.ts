import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { acceptDelivery } from "#core/channels/accept-delivery.ts";
import { webhookVerificationFor } from "#core/channels/webhooks.ts";
import { systemClock } from "#core/kernel/clock.ts";
import { intakeQueue, leanPlatformApps } from "../runtime.ts";

// Read while the function starts, so that a delivery costs one call: putting it on the queue.
const apps = await leanPlatformApps();

/** Every platform's webhook address, `/hooks/<platform>`: the handshake by GET, deliveries by POST. */
export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  const platform = event.rawPath.split("/")[2] ?? "";
  const verification = webhookVerificationFor(platform);
  const app = apps.get(platform);
  if (event.requestContext.http.method === "GET") {
    const challenge = app && verification?.handshake(new URLSearchParams(event.rawQueryString), app);
    return challenge ? plain(200, challenge) : plain(verification ? 403 : 404, "");
  }
  const rawBody = Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8");
  const deps = { app, verification, queue: intakeQueue(), clock: systemClock };
  return plain(await acceptDelivery(deps, platform, { headers: event.headers, rawBody }), "");
}

const plain = (statusCode: number, body: string): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  body,
  headers: { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" },
});
