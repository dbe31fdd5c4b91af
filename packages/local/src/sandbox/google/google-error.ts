import type { ContentfulStatusCode } from "hono/utils/http-status";

type Status =
  | "INVALID_ARGUMENT"
  | "UNAUTHENTICATED"
  | "PERMISSION_DENIED"
  | "NOT_FOUND"
  | "FAILED_PRECONDITION"
  | "RESOURCE_EXHAUSTED";

const httpStatus: Readonly<Record<Status, ContentfulStatusCode>> = {
  INVALID_ARGUMENT: 400,
  FAILED_PRECONDITION: 400,
  UNAUTHENTICATED: 401,
  PERMISSION_DENIED: 403,
  NOT_FOUND: 404,
  RESOURCE_EXHAUSTED: 429,
};

/** A refusal in the form that every Google API has. */
export class GoogleError extends Error {
  override readonly name = "GoogleError";
  readonly code: ContentfulStatusCode;
  readonly status: Status;
  /** The field at fault, named in the details as v4 does. */
  readonly field: string | undefined;

  constructor(status: Status, message: string, field?: string) {
    super(message);
    this.code = httpStatus[status];
    this.status = status;
    this.field = field;
  }

  /** The answer's body. */
  toBody(): object {
    const type = "type.googleapis.com/google.mybusiness.v4.ValidationError";
    const details = this.field && [{ "@type": type, errorDetails: [{ code: 3, field: this.field }] }];
    return { error: { code: this.code, message: this.message, status: this.status, ...(details && { details }) } };
  }
}

/** A refusal of the OAuth server: RFC 6749, 5.2. */
export class OAuthError extends Error {
  override readonly name = "OAuthError";
  readonly error: string;
  readonly code: ContentfulStatusCode;

  constructor(error: string, description: string, code: ContentfulStatusCode = 400) {
    super(description);
    this.error = error;
    this.code = code;
  }
}
