import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import * as v from "valibot";
import {
  answerRequest,
  answerRequestSchema,
  noteOpened,
  noteWent,
  openRequestLink,
  type ReviewRequest,
  unsubscribe,
} from "#core/review-requests/index.ts";
import { plainPage, questionPage, type ShownPlace, thanksPage, unsubscribePage } from "#core/review-requests/page.tsx";
import type { ApiDeps } from "../deps.ts";
import { preferredLanguage } from "../language.ts";
import { scriptless } from "../scriptless.ts";

export interface ReviewPageDeps
  extends Pick<ApiDeps, "requests" | "people" | "requestSettings" | "cases" | "connectorFor" | "clock"> {
  readonly workspaces: Pick<ApiDeps["workspaces"], "get">;
  readonly channels: Pick<ApiDeps["channels"], "list">;
}

const maxBytes = 32 * 1024;

/**
 * What the link in a mail that asks for a review opens: `/r/:token`, without an account and without script. `report` hears
 * of what nobody expected.
 */
export function createReviewPages(deps: ReviewPageDeps, report: (error: unknown) => void): Hono {
  const app = new Hono().basePath("/r");
  // The token is as good as a password: where the visitor goes next does not learn it.
  app.use(scriptless("no-referrer"));
  app.get("/:token", async (c) => {
    const shown = await shownTo(deps, c);
    if (!shown) return c.notFound();
    if (c.req.method === "GET") await noteOpened(deps, shown.request);
    return c.html(questionPage({ ...shown, isWrong: false }));
  });
  app.get("/:token/thanks", async (c) => {
    const shown = await shownTo(deps, c);
    return shown ? c.html(thanksPage(shown)) : c.notFound();
  });
  app.get("/:token/to/:channel", async (c) => {
    const shown = await shownTo(deps, c);
    const place = shown?.addresses.find(({ channelId }) => channelId === c.req.param("channel"));
    if (!shown || !place) return c.notFound();
    if (c.req.method === "GET") await noteWent(deps, shown.request, place.channelId);
    return c.redirect(place.url, 303);
  });
  app.get("/:token/unsubscribe", async (c) => {
    const shown = await shownTo(deps, c);
    if (!shown) return c.notFound();
    return c.html(unsubscribePage(shown.request.language, shown.company, shown.here, false));
  });
  const tooLarge = (c: Context) => message(c, "unreadable", 413);
  app.use(bodyLimit({ maxSize: maxBytes, onError: tooLarge }));
  // RFC 8058: the mail program posts this by itself, without cookies and without a page in between.
  app.post("/:token/unsubscribe", async (c) => {
    const shown = await shownTo(deps, c);
    if (!shown) return c.notFound();
    await unsubscribe(deps, shown.request);
    return c.html(unsubscribePage(shown.request.language, shown.company, shown.here, true));
  });
  app.post("/:token", async (c) => {
    const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
    if (type !== "application/x-www-form-urlencoded") return message(c, "unreadable", 415);
    const shown = await shownTo(deps, c);
    if (!shown) return c.notFound();
    const answer = v.safeParse(answerRequestSchema, Object.fromEntries(new URLSearchParams(await c.req.text())));
    if (!answer.success) return c.html(questionPage({ ...shown, isWrong: true }), 422);
    await answerRequest(deps, shown.request, answer.output);
    return c.redirect(`${shown.here}/thanks`, 303);
  });
  app.notFound((c) => message(c, "notFound", 404));
  app.onError((error, c) => {
    report(error);
    return message(c, "broken", 503);
  });
  return app;
}

interface Shown {
  readonly request: ReviewRequest;
  readonly company: string;
  readonly places: readonly ShownPlace[];
  readonly addresses: readonly { readonly channelId: string; readonly url: string }[];
  readonly here: string;
}

/** What the bearer of a link sees; `null` for a link that is none. */
async function shownTo(deps: ReviewPageDeps, c: Context): Promise<Shown | null> {
  const token = c.req.param("token") ?? "";
  const opened = await openRequestLink(deps, token);
  if (!opened.ok) return null;
  const request = opened.value;
  const { workspaceId } = request;
  const [workspace, settings, channels] = await Promise.all([
    deps.workspaces.get(workspaceId),
    deps.requestSettings.get(workspaceId),
    deps.channels.list(workspaceId),
  ]);
  if (!workspace) return null;
  const here = `/r/${token}`;
  const offered = settings.places.flatMap(({ channelId }) => channels.find(({ id }) => id === channelId) ?? []);
  const places = offered.map((channel) => {
    const platform = deps.connectorFor(channel.platform)?.manifest.name ?? channel.platform;
    const isOnly = offered.filter((other) => other.platform === channel.platform).length === 1;
    return { name: isOnly ? platform : `${platform}, ${channel.name}`, href: `${here}/to/${channel.id}` };
  });
  return { request, company: workspace.name, places, addresses: settings.places, here };
}

function message(c: Context, what: "notFound" | "unreadable" | "broken", status: 404 | 413 | 415 | 503) {
  return c.html(plainPage(preferredLanguage(c.req.header("accept-language")), what), status);
}
