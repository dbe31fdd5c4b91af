import { createApi } from "#functions/api/app.ts";
import type { ApiDeps } from "#functions/api/deps.ts";

/** A route of the API by its method and pattern, such as `["GET", "/api/posts/:id"]`. */
export type Route = readonly [method: string, pattern: string];

/** What answers people who are not signed in; everything else is for members only. */
const publicRoutes = new Set([
  "POST /api/setup",
  "POST /api/setup/sign-in-links",
  "POST /api/sign-in",
  "POST /api/sign-in/consume",
  "POST /api/sign-out",
  "GET /api/openapi.json",
]);

/** Every route that the application has, each once. Only its table of routes is read: nothing of it is called. */
export const allRoutes: readonly Route[] = [
  ...new Map(
    createApi({} as ApiDeps, () => {})
      .routes.filter(({ method }) => method !== "ALL")
      .map(({ method, path }) => [nameOf([method, path]), [method, path] as const]),
  ).values(),
];

export const membersRoutes = allRoutes.filter((route) => !publicRoutes.has(nameOf(route)));
export const changingRoutes = allRoutes.filter(([method]) => method !== "GET");

/** A route in one line. */
export function nameOf([method, pattern]: Route): string {
  return `${method} ${pattern}`;
}

/** The pattern with something in the place of each parameter. */
export const filled = (pattern: string): string => pattern.replaceAll(/:\w+/g, "x");
