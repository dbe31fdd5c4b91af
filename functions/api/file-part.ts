import type { Context } from "hono";
import type { ApiEnv } from "./context.ts";

/**
 * A part of a file as an answer. Where another part follows, the `Link` header names it (RFC 8288): whoever joins them in
 * order has the file, and no function ever holds more than a part.
 */
export function filePart(
  c: Context<ApiEnv>,
  file: { name: string; contentType: string; text: string; next?: string | undefined },
) {
  c.header("content-type", `${file.contentType}; charset=utf-8`);
  c.header("content-disposition", `attachment; filename="${file.name}"`);
  if (file.next !== undefined) c.header("link", `<${file.next}>; rel="next"`);
  return c.body(file.text);
}

/** The address of this request with one parameter changed. */
export function addressWith(c: Context<ApiEnv>, name: string, value: string): string {
  const url = new URL(c.req.url);
  url.searchParams.set(name, value);
  return `${url.pathname}${url.search}`;
}
