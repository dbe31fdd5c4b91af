import * as v from "valibot";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { CallFailure } from "../answers.ts";
import type { Endpoints } from "../connector.ts";
import type { HttpAnswer, HttpClient } from "../http.ts";
import { classifyBy, type ErrorRules } from "./errors.ts";
import { errorEnvelopeSchema } from "./wire.ts";

/** What a call needs to know of its caller; a `ChannelCall` fits. */
export interface GoogleCaller {
  readonly http: HttpClient;
  readonly endpoints?: Endpoints | undefined;
  readonly accessToken: string;
  /** Epoch ms. */
  readonly nowMs: number;
}

export interface GoogleRequest<Server extends string> {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly on: Server;
  /** With the version, such as `v4/accounts/1/locations/2/reviews`. */
  readonly path: string;
  readonly query?: readonly (readonly [name: string, value: string])[];
  readonly json?: unknown;
  /** Milliseconds; Google fetches a picture while the call is open. */
  readonly timeoutMs?: number;
}

/** One API family of Google: its servers by name, and what its refusals mean. */
export interface GoogleApi<Server extends string> {
  readonly servers: Readonly<Record<Server, string>>;
  readonly errors: ErrorRules;
}

/** The address of one of an API's servers, or of the one that stands for it. */
export const serverOf = <Server extends string>(
  { servers }: Pick<GoogleApi<Server>, "servers">,
  on: Server,
  endpoints: Endpoints | undefined,
): string => endpoints?.[on] ?? servers[on];

/**
 * Makes one call; the answer is parsed by `schema`. Everything else is a `CallFailure`, classified by Google's codes or
 * by what the transport saw. The token goes in the header, so that no address holds a secret.
 */
export async function callGoogleApi<Server extends string, Schema extends v.GenericSchema>(
  api: GoogleApi<Server>,
  caller: GoogleCaller,
  request: GoogleRequest<Server>,
  schema: Schema,
): Promise<Result<v.InferOutput<Schema>, CallFailure>> {
  const url = new URL(`${serverOf(api, request.on, caller.endpoints)}/${request.path}`);
  for (const [name, value] of request.query ?? []) url.searchParams.append(name, value);
  const answer = await caller.http.send({
    method: request.method,
    url: url.href,
    headers: { authorization: `Bearer ${caller.accessToken}` },
    ...(request.json === undefined ? {} : { body: { json: request.json } }),
    ...(request.timeoutMs === undefined ? {} : { timeoutMs: request.timeoutMs }),
  });
  if (answer.kind === "no-answer") return err(unanswered(answer));
  const body = parseJson(answer.body);
  const envelope = v.safeParse(errorEnvelopeSchema, body);
  if (envelope.success) {
    return err(classifyBy(api.errors, envelope.output, caller.nowMs, retryAfterMs(answer.headers)));
  }
  const parsed = v.safeParse(schema, body);
  return answer.status >= 200 && answer.status < 300 && parsed.success ? ok(parsed.output) : err(unreadable(answer));
}

/** JSON of an answer, `undefined` when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A call that nobody answered. */
export function unanswered(answer: HttpAnswer & { kind: "no-answer" }): CallFailure {
  const cause = { class: "transient", code: answer.cause, message: "no answer from Google" } as const;
  return { cause, mayHaveHappened: answer.sent };
}

/** An answer that is not the API's, such as a proxy's page: whether the call took effect is not known. */
function unreadable(answer: HttpAnswer & { kind: "answer" }): CallFailure {
  const kind = answer.status >= 500 || answer.status === 429 ? "transient" : "unknown";
  const cause = { class: kind, code: `http-${answer.status}`, message: "not an answer of the API" } as const;
  return { cause, mayHaveHappened: true };
}

function retryAfterMs(headers: Readonly<Record<string, string>>): number | undefined {
  const seconds = Number(headers["retry-after"]);
  return seconds > 0 ? seconds * 1000 : undefined;
}
