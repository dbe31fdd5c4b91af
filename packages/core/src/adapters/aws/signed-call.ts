import { setTimeout as pause } from "node:timers/promises";
import { AwsClient } from "aws4fetch";

/** Calls one action of an AWS service that speaks JSON; answers the parsed body. Throws when it was not done. */
export type SignedCall = (target: string, input: unknown) => Promise<unknown>;

export interface SignedCallOptions {
  readonly service: "sqs" | "ssm";
  readonly region: string;
  /** What Lambda puts into an execution environment; good for its life. */
  readonly credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string | undefined };
  /** Another address than AWS's own. */
  readonly endpoint?: string | undefined;
}

/**
 * How long each attempt may take, ms. The first has time enough not to be made twice by mere slowness; all of them end
 * before the five seconds after which Messenger gives up on an answer.
 */
const attemptsMs = [3000, 1000, 500] as const;

/** AWS answered that it will not do it; `code` is AWS's own. */
export class AwsRefusal extends Error {
  override readonly name = "AwsRefusal";
  readonly code: string;
  constructor(target: string, status: number, code: string) {
    super(`${target} was refused: ${status} ${code}`);
    this.code = code;
  }
}

/**
 * AWS by one signed `fetch` and nothing else, for a function whose start has to be quick: the SDK's clients are five
 * times the rest of it. An attempt that breaks off, is throttled or meets a 5xx is repeated; so only for calls that may
 * be repeated. Source: "AWS JSON 1.0 protocol"; signing is aws4fetch's.
 */
export function signedCall(options: SignedCallOptions): SignedCall {
  const { service, region, credentials, endpoint = `https://${service}.${region}.amazonaws.com` } = options;
  const signer = new AwsClient({ ...withoutUndefined(credentials), service, region });
  const contentType = service === "sqs" ? "application/x-amz-json-1.0" : "application/x-amz-json-1.1";

  return async (target, input) => {
    const body = JSON.stringify(input);
    for (let attempt = 1; ; attempt += 1) {
      const last = attempt === attemptsMs.length;
      const headers = { "content-type": contentType, "x-amz-target": target };
      const request = await signer.sign(endpoint, { method: "POST", headers, body });
      try {
        const response = await fetch(request, { signal: AbortSignal.timeout(attemptsMs[attempt - 1] ?? 0) });
        const answer: unknown = await response.json().catch(() => ({}));
        if (response.ok) return answer;
        const refusal = new AwsRefusal(target, response.status, codeIn(answer));
        if (last || !isPassing(response.status, refusal.code)) throw refusal;
      } catch (failure) {
        if (last || failure instanceof AwsRefusal) throw failure;
      }
      await pause(Math.random() * 50 * 2 ** attempt);
    }
  };
}

const isPassing = (status: number, code: string): boolean =>
  status >= 500 || status === 429 || /Throttl|TooManyRequests/.test(code);

function codeIn(answer: unknown): string {
  const type = typeof answer === "object" && answer !== null && "__type" in answer ? String(answer.__type) : "";
  return type.slice(type.lastIndexOf("#") + 1);
}

const withoutUndefined = ({ accessKeyId, secretAccessKey, sessionToken }: SignedCallOptions["credentials"]) =>
  sessionToken === undefined ? { accessKeyId, secretAccessKey } : { accessKeyId, secretAccessKey, sessionToken };
