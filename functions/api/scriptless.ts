import type { MiddlewareHandler } from "hono";

/**
 * The headers of a page of ours that strangers open by a link, rendered here and without script: kept by nobody, found by
 * no search, framed by no one. `referrerPolicy` is `no-referrer` where the address is as good as a password.
 */
export const scriptless =
  (referrerPolicy: "no-referrer" | "same-origin"): MiddlewareHandler =>
  async (c, next) => {
    await next();
    c.header("cache-control", "no-store");
    c.header("referrer-policy", referrerPolicy);
    c.header("x-robots-tag", "noindex");
    c.header("x-content-type-options", "nosniff");
    c.header(
      "content-security-policy",
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
  };
