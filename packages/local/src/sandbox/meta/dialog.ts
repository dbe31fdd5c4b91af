import { Hono } from "hono";
import { html } from "hono/html";
import { graphVersion } from "#core/channels/meta/wire.ts";
import { languageOf, type Texts, textsOf } from "../look/language.ts";
import { page as layout } from "../look/page.ts";
import type { SandboxApp } from "../platform.ts";
import { issueCode, type TokenWorld } from "./tokens.ts";

/** Words of the consent dialog. */
const dialogTexts: Texts<Record<"sandbox" | "permissions" | "allow" | "deny", string>> = {
  uk: {
    sandbox: "пісочниця",
    permissions: "Дозволи",
    allow: "Дозволити",
    deny: "Не зараз",
  },
  en: {
    sandbox: "sandbox",
    permissions: "Permissions",
    allow: "Allow",
    deny: "Not now",
  },
};

/** What the dialog asks about. */
export interface Consent {
  /** The platform's name. */
  readonly name: string;
  readonly title: Texts<string>;
  /** What the things to choose from are called, and each of them under its page's id. */
  readonly legend: Texts<string>;
  readonly choices: () => readonly { readonly id: string; readonly name: string }[];
}

/** The consent dialog: a person chooses pages and permissions and agrees by a button, or goes back without. */
export function dialogApp(world: TokenWorld, { name, title, legend, choices }: Consent): SandboxApp {
  const app: SandboxApp = new Hono();

  app.get(`/${graphVersion}/dialog/oauth`, (context) => {
    const query = context.req.query();
    const language = languageOf(context);
    const texts = textsOf(dialogTexts, language);
    const problem = problemOf(world, query);
    if (problem) {
      context.status(400);
      return context.html(layout({ language, title: name, body: html`<main><h1>${problem}</h1></main>` }));
    }
    const scopes = (query.scope ?? "").split(",").filter(Boolean);
    const body = html`<main class="narrow">
      <p class="soft">${name} · ${texts.sandbox}</p>
      <h1>${title[language]}</h1>
      <form method="post" class="card stack">
        <input type="hidden" name="redirect_uri" value="${query.redirect_uri}" />
        <input type="hidden" name="state" value="${query.state ?? ""}" />
        <fieldset><legend>${legend[language]}</legend>
          ${choices().map(
            (it) =>
              html`<label class="choice"><input type="checkbox" name="page" value="${it.id}" checked />${it.name}</label>`,
          )}
        </fieldset>
        <fieldset><legend>${texts.permissions}</legend>
          ${scopes.map(
            (scope) =>
              html`<label class="choice"><input type="checkbox" name="scope" value="${scope}" checked /><code>${scope}</code></label>`,
          )}
        </fieldset>
        <div class="row"><button name="answer" value="allow">${texts.allow}</button>
        <button name="answer" value="deny" class="quiet">${texts.deny}</button></div>
      </form></main>`;
    return context.html(layout({ language, title: title[language], body }));
  });

  app.post(`/${graphVersion}/dialog/oauth`, async (context) => {
    const form = await context.req.formData();
    const value = (name: string) => String(form.get(name) ?? "");
    const back = URL.canParse(value("redirect_uri")) ? new URL(value("redirect_uri")) : undefined;
    if (!back) return context.text("redirect_uri", 400);
    back.searchParams.set("state", value("state"));
    if (value("answer") === "deny") {
      back.searchParams.set("error", "access_denied");
      back.searchParams.set("error_reason", "user_denied");
    } else {
      const scopes = form.getAll("scope").map(String);
      const code = issueCode(world, {
        redirectUri: value("redirect_uri"),
        scopes,
        pageIds: form.getAll("page").map(String),
      });
      back.searchParams.set("code", code.id);
    }
    return context.redirect(back.href, 303);
  });

  return app;
}

function problemOf(world: TokenWorld, query: Record<string, string>): string | undefined {
  if (query.client_id !== world.app.appId) return "Invalid App ID";
  if (!URL.canParse(query.redirect_uri ?? "")) return "Invalid redirect_uri";
  return undefined;
}
