/** Instagram's webhooks are verified as all of Meta's. */
export { metaVerification as verification } from "../../meta/webhook.ts";
