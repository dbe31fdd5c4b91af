import { Hono } from "hono";
import { html } from "hono/html";
import { languageOf, type Texts, textsOf } from "../look/language.ts";
import { page as layout } from "../look/page.ts";
import type { SandboxApp } from "../platform.ts";
import type { GrantWorld } from "./grants.ts";
import { issueCode } from "./oauth.ts";

const path = "/o/oauth2/v2/auth";

const buttons: Texts<Record<"sandbox" | "allow" | "deny", string>> = {
  uk: { sandbox: "пісочниця", allow: "Дозволити", deny: "Не зараз" },
  en: { sandbox: "sandbox", allow: "Allow", deny: "Not now" },
};

/** What a product says that it is asked for. */
export type ConsentTexts = Texts<Record<"title" | "asks", string>>;

/** The consent page: a person agrees by a button, or goes back without. */
export function consentApp(world: GrantWorld, consentTexts: ConsentTexts): SandboxApp {
  const app: SandboxApp = new Hono();

  app.get(path, (context) => {
    const query = context.req.query();
    const language = languageOf(context);
    const texts = { ...textsOf(consentTexts, language), ...textsOf(buttons, language) };
    const problem = problemOf(world, query);
    if (problem) context.status(400);
    const body = problem
      ? html`<main><h1>${problem}</h1></main>`
      : html`<main class="narrow"><p class="soft">Google · ${texts.sandbox}</p><h1>${texts.title}</h1>
      <form method="post" class="card stack">
        <input type="hidden" name="redirect_uri" value="${query.redirect_uri}" />
        <input type="hidden" name="state" value="${query.state ?? ""}" />
        <input type="hidden" name="scope" value="${query.scope ?? ""}" />
        <p>${texts.asks}</p><p><code>${query.scope}</code></p>
        <div class="row"><button name="answer" value="allow">${texts.allow}</button>
        <button name="answer" value="deny" class="quiet">${texts.deny}</button></div>
      </form></main>`;
    return context.html(layout({ language, title: "Google", body }));
  });

  app.post(path, async (context) => {
    const form = await context.req.formData();
    const value = (name: string) => String(form.get(name) ?? "");
    if (!URL.canParse(value("redirect_uri"))) return context.text("redirect_uri", 400);
    const back = new URL(value("redirect_uri"));
    back.searchParams.set("state", value("state"));
    if (value("answer") === "deny") back.searchParams.set("error", "access_denied");
    else back.searchParams.set("code", issueCode(world, value("redirect_uri"), value("scope")).id);
    return context.redirect(back.href, 303);
  });

  return app;
}

/** Google gives a refresh token only to who asks for offline access. */
function problemOf(world: GrantWorld, query: Record<string, string>): string | undefined {
  if (query.client_id !== world.app.appId) return "Error 401: invalid_client";
  if (!URL.canParse(query.redirect_uri ?? "")) return "Error 400: redirect_uri_mismatch";
  if (query.access_type !== "offline") return "Error 400: access_type";
  return undefined;
}
