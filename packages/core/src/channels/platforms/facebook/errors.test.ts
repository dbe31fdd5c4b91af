import { describe, expect, it } from "vitest";
import { failed } from "../../answers.ts";
import { classify as classifyBy } from "../../meta/errors.ts";
import { verdicts } from "./errors.ts";

const nowMs = 1_793_000_000_000;
type Context = Parameters<typeof classifyBy>[2];
const classify = (error: Parameters<typeof classifyBy>[1], context: Context) => classifyBy(verdicts, error, context);
const context = (over: Partial<Context> = {}) => ({
  status: 400,
  nowMs,
  waitMinutes: 0,
  ...over,
});
const error = (code: number, subcode?: number, more = {}) => ({
  message: "text that is never looked at",
  code,
  ...(subcode ? { error_subcode: subcode } : {}),
  ...more,
});

describe("classifying a Graph error by its codes", () => {
  it.each([
    [190, 463, "auth-expired"],
    [190, 460, "auth-expired"],
    [102, undefined, "auth-expired"],
    [10, undefined, "permission"],
    [3, undefined, "permission"],
    [200, undefined, "permission"],
    [299, undefined, "permission"],
    [190, 1404078, "permission"],
    [100, 33, "not-found"],
    [12, undefined, "not-found"],
    [506, undefined, "duplicate"],
    [100, 1366051, "duplicate"],
    [368, undefined, "blocked"],
    [10, 1893063, "blocked"],
    [4, undefined, "rate-limited"],
    [32, undefined, "rate-limited"],
    [80001, 2446079, "rate-limited"],
    [368, 1390008, "rate-limited"],
    [1, undefined, "transient"],
    [2, undefined, "transient"],
    [100, 1363047, "transient"],
    [31337, undefined, "unknown"],
  ] as const)("%i/%s is %s", (code, subcode, expected) => {
    expect(classify(error(code, subcode), context()).cause.class).toBe(expected);
  });

  it.each([
    [100, undefined, "refused-by-platform"],
    [100, 1366046, "photo-too-large"],
    [324, 2069019, "photo-unreadable"],
    [100, 1609008, "link-refused"],
    [10, 2018278, "message-window-closed"],
    [551, undefined, "person-unavailable"],
    [1, 1404102, "community-standards"],
  ] as const)("%i/%s breaks the rule %s", (code, subcode, rule) => {
    expect(classify(error(code, subcode), context()).cause).toMatchObject({ class: "invalid-content", rule });
  });

  it("takes the platform's own time until calls are welcome again", () => {
    const cause = classify(error(80001), context({ waitMinutes: 19 })).cause;
    expect(cause).toMatchObject({ class: "rate-limited", resetAt: nowMs + 19 * 60_000 });
    expect(classify(error(80001), context()).cause).toMatchObject({ resetAt: nowMs + 15 * 60_000 });
  });

  it("cuts the platform's message", () => {
    const cause = classify({ message: "x".repeat(5000), code: 1 }, context()).cause;
    expect(cause.message).toHaveLength(300);
  });

  it.each([
    [1, undefined, 500, true],
    [2, undefined, 400, true],
    [31337, undefined, 500, true],
    [31337, undefined, 400, false],
    [100, undefined, 400, false],
    [1, 1363047, 400, false],
    [4, undefined, 500, false],
  ] as const)("%i/%s with status %i may have happened: %s", (code, subcode, status, expected) => {
    expect(classify(error(code, subcode), context({ status })).mayHaveHappened).toBe(expected);
  });
});

describe("what a failed call means for its step", () => {
  const failure = (code: number, subcode?: number, status = 400) => classify(error(code, subcode), context({ status }));

  it("never repeats a visible call that may have happened", () => {
    expect(failed(failure(2, undefined, 500), true, nowMs).kind).toBe("unknown");
  });

  it("repeats a call that shows nothing", () => {
    expect(failed(failure(2, undefined, 500), false, nowMs).kind).toBe("retry");
  });

  it.each([
    [190, "reconnect"],
    [200, "rejected"],
    [100, "rejected"],
    [506, "rejected"],
    [368, "rejected"],
    [4, "retry"],
  ] as const)("answers %i with %s", (code, kind) => {
    expect(failed(failure(code), true, nowMs).kind).toBe(kind);
  });
});
