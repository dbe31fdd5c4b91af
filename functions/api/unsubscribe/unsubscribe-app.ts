import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { type ChooseDeps, chooseByLink, openReaderLink, type ReportDeliveries } from "#core/reports/index.ts";
import { readerMessage, readerPage } from "#core/reports/reader-page.tsx";
import { preferredLanguage } from "../language.ts";
import { scriptless } from "../scriptless.ts";

export type UnsubscribeDeps = ChooseDeps & { readonly deliveries: Pick<ReportDeliveries, "get"> };

/** A mail program sends one field (RFC 8058), our page another. */
const maxBodyBytes = 1024;

/**
 * The link in the mail of a report: `GET` shows a page with a button, so that scanners that open links stop nothing;
 * `POST` stops the report at once, as mail programs do it for their readers (RFC 8058). Needs no account: the secret in
 * the link is enough. `report` hears of what nobody expected.
 */
export function createUnsubscribe(deps: UnsubscribeDeps, report: (error: unknown) => void): Hono {
  const app = new Hono().basePath("/api/unsubscribe");
  app.use(scriptless("no-referrer"));
  app.get("/:token", async (c) => {
    const page = await openReaderLink(deps, c.req.param("token"));
    return page ? c.html(readerPage(page)) : c.notFound();
  });
  app.post("/:token", bodyLimit({ maxSize: maxBodyBytes, onError: (c) => c.text("", 413) }), async (c) => {
    // Only our own page says "no"; whatever else a mail program sends is a wish to stop.
    const wantsAgain = new URLSearchParams(await c.req.text()).get("stop") === "no";
    const page = await chooseByLink(deps, c.req.param("token"), !wantsAgain);
    return page ? c.html(readerPage(page)) : c.notFound();
  });
  app.notFound((c) => message(c, "notFound", 404));
  app.onError((error, c) => {
    report(error);
    return message(c, "broken", 503);
  });
  return app;
}

const message = (c: Context, what: "notFound" | "broken", status: 404 | 503) =>
  c.html(readerMessage(preferredLanguage(c.req.header("accept-language")), what), status);
