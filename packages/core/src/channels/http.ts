/** What a connector needs of HTTP. The one implementation is in `adapters/http`; nothing here retries or follows redirects. */
export interface HttpClient {
  /** Makes one request. Never throws for what the network or the server does: that is an answer or a `no-answer`. */
  send(request: HttpRequest): Promise<HttpAnswer>;
}

export interface HttpRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A form is sent as `application/x-www-form-urlencoded`, json as `application/json`. */
  readonly body?:
    | { readonly form: Readonly<Record<string, string>> }
    | { readonly json: unknown }
    | { readonly bytes: Uint8Array; readonly contentType: string };
  /** Milliseconds for the whole exchange. Default 15,000. */
  readonly timeoutMs?: number;
}

export type HttpAnswer =
  | {
      readonly kind: "answer";
      readonly status: number;
      /** Names in lower case. */
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  | {
      readonly kind: "no-answer";
      readonly cause:
        | "timeout"
        | "connection-refused"
        | "connection-lost"
        | "name-not-found"
        | "too-large"
        | "refused-address";
      /** False only when the request surely never left, so that repeating it is safe. */
      readonly sent: boolean;
    };
