import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import { tooLarge } from "#core/kernel/failure.ts";
import type { ApiEnv } from "./context.ts";
import { refuse } from "./errors.ts";

/** The largest request body of the API: 512 KiB. Files do not pass through it. */
export const maxBodyBytes = 512 * 1024;

/** Refuses larger bodies before anything reads them. */
export const limitBody = createMiddleware<ApiEnv>((c, next) =>
  bodyLimit({
    maxSize: maxBodyBytes,
    onError: () => refuse(c, tooLarge("body-too-large", { params: { maxBytes: maxBodyBytes } })),
  })(c, next),
);
