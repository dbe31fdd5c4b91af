import { handle, type LambdaContext, type LambdaEvent } from "hono/aws-lambda";
import { createApi } from "./app.ts";
import type { ApiDeps } from "./deps.ts";
import { createForms } from "./forms/forms-app.ts";
import { createReviewPages } from "./review-pages/review-pages.ts";
import { createShortLinks } from "./short-links.ts";
import { createUnsubscribe } from "./unsubscribe/unsubscribe-app.ts";

/** What is open to everybody, by how its addresses begin. */
const openAreas = [
  ["/l/", "l"],
  ["/f/", "f"],
  ["/r/", "r"],
  ["/api/unsubscribe/", "unsubscribe"],
] as const;

/** By the path as it came: nothing that it might be resolved to leads from a page for everybody into the API. */
const areaOf = (event: LambdaEvent): "api" | (typeof openAreas)[number][1] => {
  const path = "rawPath" in event ? event.rawPath : "";
  return openAreas.find(([beginning]) => path.startsWith(beginning))?.[1] ?? "api";
};

/** The HTTP API, and what everybody may open: short links, landing forms, the pages and links in mails. */
export function serve(deps: ApiDeps) {
  const served = {
    api: handle(createApi(deps)),
    l: handle(createShortLinks(deps, deps.onTrouble)),
    f: handle(createForms(deps, deps.onTrouble)),
    r: handle(createReviewPages(deps, deps.onTrouble)),
    unsubscribe: handle(createUnsubscribe(deps, deps.onTrouble)),
  };
  return (event: LambdaEvent, context?: LambdaContext) => served[areaOf(event)](event, context);
}
