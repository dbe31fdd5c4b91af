import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { leadFormTexts } from "#core/i18n/lead-form.ts";
import { formPage, messagePage } from "#core/leads/forms/page.tsx";
import { type LeadForm, newTicket, type SubmitOutcome, submitForm, type Typed } from "#core/leads/index.ts";
import { preferredLanguage } from "../language.ts";
import { scriptless } from "../scriptless.ts";
import { cameFrom, type FormDeps, tagsOf } from "./came-from.ts";

/** What visitors send is no longer than this: the longest answers, in the longest spelling of an address. */
export const maxFormBytes = 48 * 1024;

/**
 * Landing forms: `/f/:code` shows one and takes what is sent from it. Pages of their own, rendered here, without script.
 * `report` hears of what nobody expected.
 */
export function createForms(deps: FormDeps, report: (error: unknown) => void): Hono {
  const app = new Hono().basePath("/f");
  app.use(scriptless("same-origin"));
  app.get("/:code", async (c) => {
    const found = await openForm(deps, c);
    if ("answer" in found) return found.answer;
    const { form } = found;
    const carried = {
      ...tagsOf((name) => c.req.query(name)),
      ticket: newTicket(deps.sealer, form, deps.clock.nowMs()),
    };
    return c.html(formPage(form, { typed: {}, problems: {}, carried }));
  });
  app.get("/:code/thanks", async (c) => {
    const form = await deps.leadForms.findByCode(c.req.param("code"));
    if (!form) return c.notFound();
    const { title, text } = leadFormTexts(form.language).thanks;
    return c.html(messagePage(form.language, title, form.thanks || text));
  });
  const tooLarge = (c: Context) => message(c, "tooLarge", 413);
  app.post("/:code", bodyLimit({ maxSize: maxFormBytes, onError: tooLarge }), async (c) => {
    const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
    if (type !== "application/x-www-form-urlencoded") return message(c, "unreadable", 415);
    const found = await openForm(deps, c);
    if ("answer" in found) return found.answer;
    const { form } = found;
    const typed = typedIn(await c.req.text());
    const tags = tagsOf((name) => typed[name]);
    const address = visitorOf(c.req.header("x-forwarded-for"));
    const outcome = await submitForm(deps, form, { typed, address, ...(await cameFrom(deps, form, tags)) });
    return answer(c, deps, form, { typed, tags }, outcome);
  });
  app.notFound((c) => message(c, "notFound", 404));
  app.onError((error, c) => {
    report(error);
    return message(c, "broken", 503);
  });
  return app;
}

async function openForm(deps: FormDeps, c: Context): Promise<{ form: LeadForm } | { answer: Response }> {
  const form = await deps.leadForms.findByCode(c.req.param("code") ?? "");
  if (!form) return { answer: await c.notFound() };
  const { closed } = leadFormTexts(form.language);
  if (!form.active) return { answer: c.html(messagePage(form.language, closed.title, closed.text), 410) };
  return { form };
}

/** What became of what was sent; whatever is to be sent once more comes back with all that was typed. */
function answer(
  c: Context,
  deps: FormDeps,
  form: LeadForm,
  { typed, tags }: { typed: Typed; tags: Readonly<Record<string, string>> },
  outcome: SubmitOutcome,
): Response {
  // Sent from there again by a reload, nothing would be taken twice; but nobody should be asked about it.
  if (outcome.kind === "stored") return c.redirect(`/f/${form.code}/thanks`, 303);
  const texts = leadFormTexts(form.language);
  const isOld = outcome.kind === "again" && outcome.because === "old";
  const ticket = isOld ? newTicket(deps.sealer, form, deps.clock.nowMs()) : (typed.ticket ?? "");
  const problems = outcome.kind === "wrong" ? outcome.problems : {};
  const notice = outcome.kind === "again" ? texts.again[outcome.because] : texts.tooMany;
  const status: ContentfulStatusCode = outcome.kind === "too-many" ? 429 : 422;
  return c.html(formPage(form, { typed, problems, notice, carried: { ...tags, ticket } }), status);
}

/** A form's fields by name; of several with one name the first. */
function typedIn(body: string): Typed {
  const typed = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(body)) if (!typed.has(name)) typed.set(name, value);
  return Object.fromEntries(typed);
}

/** The visitor's address as the distribution noted it: the last but one of the addresses that a request came through. */
const visitorOf = (forwardedFor = ""): string => {
  const hops = forwardedFor.split(",").map((hop) => hop.trim());
  return hops.at(-2) ?? hops.at(-1) ?? "";
};

function message(c: Context, what: "tooLarge" | "unreadable" | "notFound" | "broken", status: ContentfulStatusCode) {
  const language = preferredLanguage(c.req.header("accept-language"));
  const { title, text } = leadFormTexts(language)[what];
  return c.html(messagePage(language, title, text), status);
}
