/** Calls an engine on this machine in AWS's JSON protocol, past the gateway: for the cloud's own housekeeping only. */
export type AwsJsonCall = <Answer = Record<string, unknown>>(action: string, body: unknown) => Promise<Answer>;

/** What an engine answered instead of a result. */
export class EngineError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

/** Binds a caller to one engine's port and the protocol's target prefix, e.g. `AmazonSQS` or `DynamoDB_20120810`. */
export function awsJsonCaller(port: number, targetPrefix: string): AwsJsonCall {
  return async <Answer>(action: string, body: unknown): Promise<Answer> => {
    const response = await fetch(`http://127.0.0.1:${port}/`, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": `${targetPrefix}.${action}`,
        "x-amz-date": "20000101T000000Z",
        authorization:
          "AWS4-HMAC-SHA256 Credential=local/20000101/local/local/aws4_request, SignedHeaders=host, Signature=0",
      },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as Record<string, unknown>;
    if (response.ok) return answer as Answer;
    const code = String(answer.__type ?? response.status).replace(/^.*#/, "");
    throw new EngineError(code, String(answer.message ?? answer.Message ?? action));
  };
}
