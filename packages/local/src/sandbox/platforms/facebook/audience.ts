import { Hono } from "hono";
import { languageOf } from "../../look/language.ts";
import { GraphError } from "../../meta/graph-error.ts";
import type { Outbox } from "../../outbox.ts";
import type { SandboxApp } from "../../platform.ts";
import { type ActName, perform } from "./acts.ts";
import { audiencePage } from "./audience-page.ts";
import type { World } from "./world.ts";

type Form = Readonly<Record<string, string>>;

/** How the fields of a form become the input of an act. */
const inputs: Readonly<Partial<Record<ActName, (form: Form) => object>>> = {
  comment: ({ person, on, message }) => ({ person, on, message }),
  reaction: ({ person, on }) => ({ person, on }),
  post: ({ person, message }) => ({ person, message }),
  message: ({ person, message }) => ({ person, message }),
  recommendation: ({ person, message, recommends }) => ({ person, message, recommends: recommends === "yes" }),
  lead: ({ full_name = "", email = "", phone_number = "", ad }) => ({
    ad: ad !== undefined,
    person: full_name,
    fields: { full_name, email, phone_number },
  }),
};

/** The page on which a person acts as the audience; its forms do the same acts as the control API. */
export function audienceApp(world: World, outbox: Outbox): SandboxApp {
  const app: SandboxApp = new Hono();

  app.get("/:page", (context) => {
    const page = world.page(context.req.param("page"));
    if (!page) return context.notFound();
    const language = languageOf(context);
    const person = /(?:^|; )person=([^;]*)/.exec(context.req.header("cookie") ?? "")?.[1];
    const done = context.req.query("done") !== undefined;
    const deliveries = outbox.list("facebook");
    return context.html(
      audiencePage(world, page, { language, person: person ? decodeURIComponent(person) : "", done, deliveries }),
    );
  });

  app.post("/:page/:act", async (context) => {
    const page = world.page(context.req.param("page"));
    const name = context.req.param("act") as ActName;
    const toInput = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
    if (!page || !toInput) return context.notFound();
    const fields = Object.entries(await context.req.parseBody()).map(([key, value]) => [key, String(value).trim()]);
    const form: Form = Object.fromEntries(fields.filter(([, value]) => value !== ""));
    try {
      perform(world, page, name, toInput(form));
    } catch (error) {
      if (!(error instanceof GraphError) && !(error instanceof Error && error.name === "ValiError")) throw error;
      return context.text(error.message, 400);
    }
    const person = form.person ?? form.full_name;
    if (person) context.header("set-cookie", `person=${encodeURIComponent(person)}; Path=/; SameSite=Lax`);
    return context.redirect(`/facebook/pages/${page.id}?done#${form.on ?? "done"}`, 303);
  });

  return app;
}
