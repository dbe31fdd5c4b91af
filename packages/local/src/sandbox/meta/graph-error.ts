import type { ErrorEnvelope } from "#core/channels/meta/wire.ts";

/** A refusal in Graph's own form; mapped to HTTP once, by the Graph application. */
export class GraphError extends Error {
  readonly envelope: ErrorEnvelope;
  readonly status: 400 | 401 | 403 | 404 | 500;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: number,
    message: string,
    more: {
      subcode?: number;
      status?: GraphError["status"];
      headers?: Record<string, string>;
      transient?: boolean;
    } = {},
  ) {
    super(message);
    this.status = more.status ?? 400;
    this.headers = more.headers ?? {};
    this.envelope = {
      error: {
        message: `(#${code}) ${message}`,
        type: "OAuthException",
        code,
        ...(more.subcode ? { error_subcode: more.subcode } : {}),
        is_transient: more.transient ?? false,
        fbtrace_id: "Asandbox",
      },
    };
  }
}

/** The object does not exist, or the token may not see it: Graph says the same of both. */
export const invisible = (id: string): GraphError =>
  new GraphError(100, `Unsupported request. Object with ID '${id}' does not exist or cannot be seen`, { subcode: 33 });

export const badParameter = (message: string): GraphError => new GraphError(100, message);
