import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { classifyBy, classifyGrant } from "../../google/errors.ts";
import { errorEnvelopeSchema } from "../../google/wire.ts";
import { errors } from "./errors.ts";

const failure = (code: number, status: string, details: unknown[] = [], retryAfterMs?: number) =>
  classifyBy(
    errors,
    v.parse(errorEnvelopeSchema, { error: { code, status, message: "text", details } }),
    1_000,
    retryAfterMs,
  );

describe("what Google's codes mean", () => {
  it.each([
    [401, "UNAUTHENTICATED", "transient", false],
    [403, "PERMISSION_DENIED", "permission", false],
    [400, "FAILED_PRECONDITION", "permission", false],
    [404, "NOT_FOUND", "not-found", false],
    [409, "ALREADY_EXISTS", "duplicate", false],
    [409, "ABORTED", "transient", true],
    [499, "CANCELLED", "transient", true],
    [500, "INTERNAL", "transient", true],
    [500, "UNKNOWN", "unknown", true],
    [503, "UNAVAILABLE", "transient", true],
    [504, "DEADLINE_EXCEEDED", "transient", true],
    [502, "", "transient", true],
    [418, "A_NEW_ONE", "unknown", false],
  ])("%i %s is %s, and may have taken effect: %s", (code, status, kind, open) => {
    expect(failure(code, status)).toMatchObject({ cause: { class: kind }, mayHaveHappened: open });
  });

  it("waits as long as the answer asks, a minute when it does not say", () => {
    expect(failure(429, "RESOURCE_EXHAUSTED", [], 19_000).cause).toMatchObject({
      class: "rate-limited",
      resetAt: 20_000,
    });
    expect(failure(429, "").cause).toMatchObject({ class: "rate-limited", resetAt: 61_000 });
  });

  it.each([
    ["media[0].source_url", "photo-unreadable"],
    ["call_to_action.url", "link-refused"],
    ["summary", "caption-refused"],
    ["language_code", "refused-by-platform"],
  ])("names the rule that a refused %s breaks", (field, rule) => {
    const details = [
      { "@type": "type.googleapis.com/google.mybusiness.v4.ValidationError", errorDetails: [{ field }] },
    ];
    expect(failure(400, "INVALID_ARGUMENT", details).cause).toMatchObject({ class: "invalid-content", rule });
  });

  it("names no rule when Google names no field", () => {
    expect(failure(400, "INVALID_ARGUMENT").cause).toMatchObject({ rule: "refused-by-platform" });
  });

  it.each([
    ["invalid_grant", 400, "auth-expired"],
    ["invalid_client", 401, "permission"],
    ["temporarily_unavailable", 503, "transient"],
    ["http-429", 429, "transient"],
    ["something", 400, "unknown"],
  ])("ends the access for invalid_grant alone: %s %i is %s", (error, status, kind) => {
    expect(classifyGrant(error, status).class).toBe(kind);
  });
});
