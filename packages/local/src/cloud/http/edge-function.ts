import { createContext, Script } from "node:vm";
import * as v from "valibot";
import type { WebAnswer, WebRequest } from "./exchange.ts";

/**
 * What ends an endless loop here. CloudFront gives a function about a millisecond of processor time; this is time on the
 * wall, and on a busy machine a function may wait long for its millisecond.
 */
const runForMs = 5000;

const headersSchema = v.optional(v.record(v.string(), v.object({ value: v.string() })), {});
const resultSchema = v.union([
  v.object({ uri: v.pipe(v.string(), v.startsWith("/")) }),
  v.object({
    statusCode: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)),
    headers: headersSchema,
    body: v.optional(
      v.union([
        v.string(),
        v.pipe(
          v.object({ data: v.string() }),
          v.transform(({ data }) => data),
        ),
      ]),
      "",
    ),
  }),
]);

export type EdgeResult = { uri: string } | { answer: WebAnswer };

/** A viewer-request function of the template: rewrites the path, or answers in the origin's place. */
export type EdgeFunction = (request: WebRequest) => EdgeResult;

function toEvent(request: WebRequest): string {
  const wrap = (entries: Iterable<[string, string]>) =>
    Object.fromEntries(Array.from(entries, ([name, value]) => [name, { value }]));
  const { cookie = [], ...headers } = request.headers;
  const cookies = cookie
    .flatMap((line) => line.split(/; */))
    .flatMap((each): [string, string][] => {
      const [name = "", ...value] = each.split("=");
      return name ? [[name, value.join("=")]] : [];
    });
  return JSON.stringify({
    version: "1.0",
    context: { eventType: "viewer-request" },
    viewer: { ip: request.sourceIp },
    request: {
      method: request.method,
      uri: request.path,
      querystring: wrap(new URLSearchParams(request.query)),
      headers: wrap(Object.entries(headers).map(([name, values]) => [name, values.join(",")])),
      cookies: wrap(cookies),
    },
  });
}

/**
 * Compiles the code of a CloudFront function. It runs in a context of its own, without Node's globals, from the very
 * text that is deployed; of a rewritten request, the path counts.
 * @throws Error with the name when the code does not compile or uses modules, which are not played.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
 */
export function compileEdgeFunction(name: string, code: string): EdgeFunction {
  const script = compile(name, code);
  return (request) => {
    const context = createContext({ input: toEvent(request) });
    const result: unknown = JSON.parse(String(script.runInContext(context, { timeout: runForMs })));
    const parsed = v.safeParse(resultSchema, result);
    if (!parsed.success) throw new Error(`CloudFront function ${name}: ${v.summarize(parsed.issues)}`);
    if ("uri" in parsed.output) return parsed.output;
    const { statusCode: status, body, headers } = parsed.output;
    const plain = Object.fromEntries(Object.entries(headers).map(([header, { value }]) => [header, value]));
    return { answer: { status, headers: plain, body: Buffer.from(body) } };
  };
}

function compile(name: string, code: string): Script {
  try {
    return new Script(`${code}\n;JSON.stringify(handler(JSON.parse(input)))`, { filename: `${name}.js` });
  } catch (cause) {
    throw new Error(`CloudFront function ${name} is not played: ${String(cause)}`, { cause });
  }
}
