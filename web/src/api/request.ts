import type { Result } from "#core/kernel/result.ts";
import { err, ok } from "#core/kernel/result.ts";
import { language, t } from "../language.ts";
import { signedOut } from "../session-state.ts";
import type { Problem } from "./contract.ts";

/** A failed call: what the server said, with the HTTP status; status 0 when the server was not reached. */
export interface ApiFailure extends Problem {
  readonly status: number;
}

export type Answer<T> = Result<T, ApiFailure>;

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * Calls the API with the session's cookie and the header that proves the request comes from the dashboard.
 * `keepalive` lets the request outlive the page.
 */
export async function request<T>(method: Method, path: string, body?: unknown, keepalive = false): Promise<Answer<T>> {
  const headers: Record<string, string> = { accept: "application/json", "accept-language": language.value };
  if (method !== "GET") headers["x-dopys-request"] = "1";
  if (body !== undefined) headers["content-type"] = "application/json";
  try {
    const response = await fetch(path, {
      method,
      headers,
      keepalive,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return await readAnswer<T>(response);
  } catch {
    return err({ status: 0, code: "unreachable", ...t().common.unreachable });
  }
}

async function readAnswer<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  const body: unknown = parseJson(text);
  if (response.ok) return ok(body as T);
  if (response.status === 401) signedOut.value = true;
  const problem = (body as { error?: Problem } | undefined)?.error;
  return err({ status: response.status, ...(problem ?? { code: "unreadable", ...t().common.unreadable }) });
}

function parseJson(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const get = <T>(path: string): Promise<Answer<T>> => request<T>("GET", path);
export const post = <T>(path: string, body: unknown = {}): Promise<Answer<T>> => request<T>("POST", path, body);
export const put = <T>(path: string, body: unknown): Promise<Answer<T>> => request<T>("PUT", path, body);
export const patch = <T>(path: string, body: unknown): Promise<Answer<T>> => request<T>("PATCH", path, body);
export const remove = <T>(path: string, keepalive = false): Promise<Answer<T>> =>
  request<T>("DELETE", path, undefined, keepalive);

/** A query string of what is defined, with its `?`; empty when nothing is. */
export function query(values: Readonly<Record<string, string | undefined>>): string {
  const entries = Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return entries.length === 0 ? "" : `?${new URLSearchParams(entries)}`;
}
