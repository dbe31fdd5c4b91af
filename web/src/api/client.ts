import { type ClientResponse, hc } from "hono/client";
import type { Result } from "#core/kernel/result.ts";
import { err, ok } from "#core/kernel/result.ts";
import type { Api } from "#functions/api/app.ts";
import { language, t } from "../language.ts";
import { signedOut } from "../session-state.ts";

/** A failure with its sentence in the member's language. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly field?: string;
  readonly cure?: string;
  readonly details?: readonly Problem[];
}

/** A failed call: what the server said, with the HTTP status; status 0 when the server was not reached. */
export interface ApiFailure extends Problem {
  readonly status: number;
}

export type Answer<T> = Result<T, ApiFailure>;

/**
 * The API, typed by its own routes. The session's cookie goes along by itself; the header proves that a change is asked
 * for by the dashboard.
 */
export const { api } = hc<Api>("/", {
  headers: () => ({ accept: "application/json", "accept-language": language.value, "x-dopys-request": "1" }),
});

/** Lets a request outlive the page that is being left. */
export const outliving = (leaving: boolean) => ({ init: { keepalive: leaving } });

/** The answer to a request: its body, or what failed in words. */
export async function answerOf<T>(sent: Promise<ClientResponse<T>>): Promise<Answer<T>> {
  try {
    const response = await sent;
    const body: unknown = parseJson(await response.text());
    if (response.ok) return ok(body as T);
    if (response.status === 401) signedOut.value = true;
    const problem = (body as { error?: Problem } | undefined)?.error;
    return err({ status: response.status, ...(problem ?? { code: "unreadable", ...t().common.unreadable }) });
  } catch {
    return err({ status: 0, code: "unreachable", ...t().common.unreachable });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
