import type { IncomingHttpHeaders } from "node:http";

/** Who signed a call: one of the template's functions, or the operator (administration and tests), who may do everything. */
export type Caller =
  | {
      kind: "function";
      functionName: string;
      /** ARN of the function's execution role. */
      roleArn: string;
      /** `init` while the module loads, outside any invocation. */
      phase: "init" | "invocation";
    }
  | { kind: "operator" };

/** One AWS call that the gateway has authenticated, authorized and counted. */
export type EngineCall = {
  /** Action as IAM names it, without the service: `PutEvents`, `SendEmail`. */
  action: string;
  body: Buffer;
  headers: IncomingHttpHeaders;
  /** Path without the query string. */
  path: string;
  method: string;
  query: URLSearchParams;
  caller: Caller;
};

/** What the caller's SDK gets back, in the service's own wire format. */
export type EngineAnswer = { status: number; headers?: Record<string, string>; body: string | Buffer };

/** Answers the calls of one AWS service inside this process. */
export type EngineHandler = (call: EngineCall) => Promise<EngineAnswer>;
