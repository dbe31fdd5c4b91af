import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { classifyBy } from "../../google/errors.ts";
import { errorEnvelopeSchema } from "../../google/wire.ts";
import { errors } from "./errors.ts";

/** On a summer's day in California, where it is 7 hours earlier than UTC. */
const nowMs = Date.parse("2026-07-10T10:20:30Z");
const causeOf = (code: number, status: string, details: unknown[] = [], retryAfterMs?: number) =>
  classifyBy(
    errors,
    v.parse(errorEnvelopeSchema, { error: { code, status, message: "text", details } }),
    nowMs,
    retryAfterMs,
  ).cause;
const quota = (quota_unit: string) => ({
  "@type": "type.googleapis.com/google.rpc.ErrorInfo",
  reason: "RATE_LIMIT_EXCEEDED",
  metadata: { quota_unit, service: "analyticsdata.googleapis.com" },
});

describe("what Analytics' refusals mean", () => {
  it.each([
    [400, "INVALID_ARGUMENT", "invalid-content"],
    [401, "UNAUTHENTICATED", "transient"],
    [403, "PERMISSION_DENIED", "permission"],
    [404, "NOT_FOUND", "not-found"],
    [429, "RESOURCE_EXHAUSTED", "rate-limited"],
    [500, "INTERNAL", "transient"],
    [503, "UNAVAILABLE", "transient"],
  ])("%i %s is %s", (code, status, kind) => {
    expect(causeOf(code, status).class).toBe(kind);
  });

  it.each([
    ["nothing more is said", [], "2026-07-10T11:00:00Z"],
    ["the day's quota of the project is spent", [quota("1/d/{project}")], "2026-07-11T07:00:00Z"],
    ["the hour's is", [quota("1/h/{project}")], "2026-07-10T11:00:00Z"],
    ["the minute's is", [quota("1/min/{project}/{user}")], "2026-07-10T10:21:30Z"],
    ["it is a quota of an unknown kind", [quota("1/{project}")], "2026-07-10T11:00:00Z"],
    ["it says for how long", [{ retryDelay: "1.5s" }], "2026-07-10T10:20:31.500Z"],
    ["it says so by something odd", [{ retryDelay: "soon" }], "2026-07-10T11:00:00Z"],
  ])("calls are welcome again, when %s, at the right time", (_, details, at) => {
    expect(causeOf(429, "RESOURCE_EXHAUSTED", details)).toMatchObject({ resetAt: Date.parse(at) });
  });

  it("takes a header's word first", () => {
    expect(causeOf(429, "RESOURCE_EXHAUSTED", [quota("1/d/{project}")], 19_000)).toMatchObject({
      resetAt: nowMs + 19_000,
    });
  });
});
