import * as v from "valibot";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { CallFailure } from "../answers.ts";
import type { Endpoints } from "../connector.ts";
import type { ConnectorError } from "../errors.ts";
import type { HttpAnswer, HttpClient } from "../http.ts";
import { classify, type Verdicts } from "./errors.ts";
import { parseGraphJson } from "./json.ts";
import { appUsageSchema, businessUsageSchema, errorEnvelopeSchema, graphVersion } from "./wire.ts";

/** Meta's own servers; a channel may carry others. */
export const defaultEndpoints = { graph: "https://graph.facebook.com", dialog: "https://www.facebook.com" };

/** What a call needs to know of its caller; a `ChannelCall` fits. */
export interface GraphCaller {
  readonly http: HttpClient;
  readonly endpoints?: Endpoints | undefined;
  readonly accessToken?: string | undefined;
  /** Epoch ms. */
  readonly nowMs: number;
  /** Hears after each call how much of its limits is used up, 0..1; see `usageOf`. */
  readonly onUsage?: ((share: number) => void) | undefined;
}

export interface GraphRequest {
  readonly method: "GET" | "POST" | "DELETE";
  /** The node and edge, such as `1112223334445/feed`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly form?: Readonly<Record<string, string>>;
  /** Milliseconds; Graph fetches media itself, which takes longer than the default. */
  readonly timeoutMs?: number;
}

/** Makes one call; the answer is parsed by `schema`. */
export type CallGraph = <Schema extends v.GenericSchema>(
  caller: GraphCaller,
  request: GraphRequest,
  schema: Schema,
) => Promise<Result<v.InferOutput<Schema>, CallFailure>>;

/**
 * The Graph API as one platform uses it. The token goes in the `Authorization` header, so that no address holds a secret.
 * Everything but an answer that fits its schema is a `CallFailure`, classified by Graph's codes and the platform's own,
 * or by what the transport saw.
 */
export const graphApi =
  (verdicts: Verdicts): CallGraph =>
  async (caller, request, schema) => {
    const url = new URL(`${caller.endpoints?.graph ?? defaultEndpoints.graph}/${graphVersion}/${request.path}`);
    for (const [name, value] of Object.entries(request.query ?? {})) url.searchParams.set(name, value);
    const answer = await caller.http.send({
      method: request.method,
      url: url.href,
      headers: caller.accessToken ? { authorization: `Bearer ${caller.accessToken}` } : {},
      ...(request.form ? { body: { form: request.form } } : {}),
      ...(request.timeoutMs ? { timeoutMs: request.timeoutMs } : {}),
    });
    if (answer.kind === "no-answer") return err(unanswered(answer));
    caller.onUsage?.(usageOf(answer.headers));
    const body = parseGraphJson(answer.body);
    const envelope = v.safeParse(errorEnvelopeSchema, body);
    if (envelope.success) {
      const context = { status: answer.status, nowMs: caller.nowMs, waitMinutes: waitMinutesOf(answer.headers) };
      return err(classify(verdicts, envelope.output.error, context));
    }
    const parsed = v.safeParse(schema, body);
    return answer.status >= 200 && answer.status < 300 && parsed.success ? ok(parsed.output) : err(unreadable(answer));
  };

/** The minutes after which the platform says that calls are welcome again, 0 when it does not say. */
function waitMinutesOf(headers: Readonly<Record<string, string>>): number {
  const usage = v.safeParse(businessUsageSchema, parseGraphJson(headers["x-business-use-case-usage"] ?? ""));
  if (!usage.success) return 0;
  const minutes = Object.values(usage.output).flatMap((uses) => uses.map((use) => use.estimated_time_to_regain_access));
  return Math.max(0, ...minutes);
}

/** The largest share of any limit that the headers name, 0..1; Graph leaves them out while little is used. */
export function usageOf(headers: Readonly<Record<string, string>>): number {
  const read = <Schema extends v.GenericSchema>(name: string, schema: Schema) => {
    const usage = v.safeParse(schema, parseGraphJson(headers[name] ?? ""));
    return usage.success ? [usage.output] : [];
  };
  const uses = [
    ...read("x-app-usage", appUsageSchema),
    ...read("x-business-use-case-usage", businessUsageSchema).flatMap((byObject) => Object.values(byObject).flat()),
  ];
  const percents = uses.flatMap((use) => [use.call_count, use.total_cputime, use.total_time]);
  return Math.max(0, ...percents) / 100;
}

function unanswered(answer: HttpAnswer & { kind: "no-answer" }): CallFailure {
  const cause: ConnectorError = { class: "transient", code: answer.cause, message: "no answer from the Graph API" };
  return { cause, mayHaveHappened: answer.sent };
}

/** An answer that is not Graph's, such as a proxy's page: whether the call took effect is not known. */
function unreadable(answer: HttpAnswer & { kind: "answer" }): CallFailure {
  const kind = answer.status >= 500 || answer.status === 429 ? "transient" : "unknown";
  const cause: ConnectorError = {
    class: kind,
    code: `http-${answer.status}`,
    message: "not an answer of the Graph API",
  };
  return { cause, mayHaveHappened: true };
}
