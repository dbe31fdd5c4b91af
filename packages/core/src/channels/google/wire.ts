import * as v from "valibot";

/* What crosses the wire with every API of Google. The sandbox speaks by the same schemas. */

/** `POST /token` of Google OAuth 2.0. A refresh answers without a refresh token. */
export const tokenSchema = v.object({
  access_token: v.pipe(v.string(), v.minLength(1)),
  /** Seconds. */
  expires_in: v.number(),
  refresh_token: v.optional(v.string()),
  scope: v.optional(v.string()),
});
export type Token = v.InferOutput<typeof tokenSchema>;
export const oauthErrorSchema = v.object({ error: v.string(), error_description: v.optional(v.string()) });

/** How every Google API says that something went wrong. Source: "Cloud APIs: Errors". */
export const errorEnvelopeSchema = v.object({
  error: v.object({
    code: v.number(),
    message: v.optional(v.string(), ""),
    status: v.optional(v.string(), ""),
    details: v.optional(v.array(v.looseObject({ "@type": v.optional(v.string()) })), []),
  }),
});
export type ErrorEnvelope = v.InferOutput<typeof errorEnvelopeSchema>;
