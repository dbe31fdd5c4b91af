import type { PushSettings } from "#core/channels/connector.ts";

/** By what the played message broker proves itself, as an operator would have set it up. */
export const sandboxPush: PushSettings = {
  topic: "projects/sandbox/topics/business-profile",
  serviceAccount: "pushes@sandbox.iam.gserviceaccount.com",
  audience: "https://sandbox.example/hooks",
};
