import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { failureText } from "#core/i18n/failures.ts";
import type { Failure, FailureKind } from "#core/kernel/failure.ts";
import type { Language } from "#core/kernel/language.ts";
import type { ApiEnv } from "./context.ts";

/** An error as the API answers it, in the caller's language. */
export interface ApiError {
  code: string;
  message: string;
  /** Dotted path of the input at fault. */
  field?: string;
  /** What to do about it. */
  cure?: string;
  /** Further errors of the same request. */
  details?: ApiError[];
}

const statuses: Record<FailureKind, ContentfulStatusCode> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  "too-large": 413,
  unsupported: 415,
  "rate-limited": 429,
  unavailable: 503,
  internal: 500,
};

/** A failure in words. */
export function toApiError(language: Language, failure: Failure): ApiError {
  const { message, cure } = failureText(language, failure);
  return {
    code: failure.code,
    message,
    ...(failure.field && { field: failure.field }),
    ...(cure && { cure }),
    ...(failure.details && { details: failure.details.map((detail) => toApiError(language, detail)) }),
  };
}

/**
 * A failure as the answer to a request: the one place where failures become statuses. The type says `never` of the
 * body, so that a client's types speak of the answers to requests that went well.
 */
export function refuse(c: Context<ApiEnv>, failure: Failure) {
  const status = statuses[failure.kind];
  return c.json({ error: toApiError(c.get("language"), failure) } as never, status as 400);
}
