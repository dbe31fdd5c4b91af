import * as v from "valibot";
import type { WebAnswer } from "./exchange.ts";

const answerSchema = v.object({
  statusCode: v.pipe(
    v.union([v.number(), v.pipe(v.string(), v.transform(Number))]),
    v.integer(),
    v.minValue(100),
    v.maxValue(599),
  ),
  headers: v.nullish(v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])), {}),
  cookies: v.nullish(v.array(v.string()), []),
  body: v.nullish(v.string(), ""),
  isBase64Encoded: v.nullish(v.boolean(), false),
});

/** Headers that belong to the connection or that API Gateway sets itself. */
const own = new Set(["connection", "keep-alive", "transfer-encoding", "upgrade", "content-length", "set-cookie"]);

/**
 * Reads what a function returned in payload format 2.0; undefined when API Gateway would not understand it.
 * Without `statusCode` the whole value is the JSON body of a 200.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function readApiAnswer(returned: unknown): WebAnswer | undefined {
  if (typeof returned !== "object" || returned === null || !("statusCode" in returned)) {
    const text = typeof returned === "string" ? returned : (JSON.stringify(returned) ?? "null");
    return { status: 200, headers: { "content-type": "application/json" }, body: Buffer.from(text) };
  }
  const parsed = v.safeParse(answerSchema, returned);
  if (!parsed.success) return undefined;
  const { statusCode: status, body, cookies, isBase64Encoded } = parsed.output;
  const headers: WebAnswer["headers"] = { "content-type": "text/plain; charset=utf-8" };
  for (const [name, value] of Object.entries(parsed.output.headers)) {
    if (!own.has(name.toLowerCase())) headers[name.toLowerCase()] = String(value);
    if (name.toLowerCase() === "set-cookie") cookies.push(String(value));
  }
  if (cookies.length > 0) headers["set-cookie"] = cookies;
  return { status, headers, body: Buffer.from(body, isBase64Encoded ? "base64" : "utf8") };
}
