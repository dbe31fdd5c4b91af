import { randomBytes } from "node:crypto";

export const review = "accounts/1/locations/2/reviews/AbFvOq";
/** A message as the broker pushes it. */
export const envelope = (data: string) =>
  JSON.stringify({
    message: { data, messageId: "136969346945", publishTime: "2026-11-22T10:00:00Z" },
    subscription: "projects/dopys/subscriptions/reviews",
  });
/** What a message tells, as it is written in one. */
export const notice = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64");
export const genuineBody = Buffer.from(envelope(notice({ type: "NEW_REVIEW", reviewName: review })));

/** Nothing that a broker ever sends. */
export const refusedBodies: readonly (readonly [string, Buffer])[] = [
  ["nothing", Buffer.alloc(0)],
  ["truncated JSON", genuineBody.subarray(0, 100)],
  ["a byte order mark", Buffer.from(`\uFEFF${genuineBody}`)],
  ["bytes that are not UTF-8", Buffer.concat([genuineBody.subarray(0, 30), Buffer.of(0xff), genuineBody.subarray(30)])],
  ["a number", Buffer.from("42")],
  ["a string", Buffer.from('"x"')],
  ["null", Buffer.from("null")],
  ["two documents", Buffer.concat([genuineBody, genuineBody])],
  ["a form", Buffer.from("message=1")],
  ["the notice in base64 alone", Buffer.from(notice({ reviewName: review }))],
  ["noise that fits no message", Buffer.from(envelope(randomBytes(2 * 1024 * 1024).toString("base64")))],
];

/** Documents that no broker writes: the webhook function does not read them, intake calls them unreadable. */
export const keptBodies: readonly (readonly [string, string])[] = [
  ["no message", "{}"],
  ["a list", "[]"],
  ["a message without data", JSON.stringify({ message: { messageId: "1" } })],
  ["data that is no text", JSON.stringify({ message: { data: 7 } })],
  ["data that is no base64", envelope("***")],
  ["data that is no JSON", envelope(Buffer.from("no JSON").toString("base64"))],
  ["data that is a number", envelope(notice(7))],
  ["an envelope 100,000 levels deep", `${'{"message":'.repeat(100_000)}1${"}".repeat(100_000)}`],
];

export const namesOfNoReview: readonly string[] = [
  "accounts/1/locations/2/reviews/../../../accounts/9/locations/9/reviews/9",
  "accounts/1/locations/2/reviews/",
  "accounts//locations/2/reviews/3",
  `${review}/reply`,
  ` ${review}`,
];
