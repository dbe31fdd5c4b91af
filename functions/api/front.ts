import { Hono } from "hono";
import { createApi } from "./app.ts";
import type { ApiDeps } from "./deps.ts";
import { createShortLinks } from "./short-links.ts";

/** All that the function answers: short links at `/l`, everything else as the API. */
export function createFront(deps: ApiDeps): Hono {
  const asTheyCame = { replaceRequest: false } as const;
  return new Hono()
    .mount("/l", createShortLinks(deps, deps.onTrouble).fetch, asTheyCame)
    .mount("/", createApi(deps).fetch, asTheyCame);
}
