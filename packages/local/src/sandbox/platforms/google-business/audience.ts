import { type Context, Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import * as v from "valibot";
import { languageOf, textsOf } from "../../look/language.ts";
import type { SandboxApp } from "../../platform.ts";
import { locationPage } from "./audience-page.ts";
import { addReview, changeReview } from "./reviews.ts";
import { audienceTexts } from "./texts.ts";
import type { World } from "./world.ts";

const opinionFields = {
  stars: v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(1), v.maxValue(5)),
  comment: v.pipe(v.string(), v.maxLength(4000), v.trim()),
};
const reviewForm = v.object({
  ...opinionFields,
  person: v.pipe(v.string(), v.trim(), v.maxLength(60)),
  anonymous: v.optional(v.string()),
});

/** The place on the map, where a person writes a review or thinks again. */
export function audienceApp(world: World): SandboxApp {
  const app: SandboxApp = new Hono();
  const fieldsOf = async (context: Context) => Object.fromEntries((await context.req.formData()).entries());

  app.get("/locations/:location", (context) => {
    const location = world.locations.get(context.req.param("location"));
    if (!location) return context.notFound();
    const language = languageOf(context);
    const view = {
      world,
      language,
      texts: textsOf(audienceTexts, language),
      person: getCookie(context, "person") ?? "",
    };
    return context.html(locationPage(view, location));
  });

  app.post("/locations/:location/reviews", async (context) => {
    const location = world.locations.get(context.req.param("location"));
    const form = v.safeParse(reviewForm, await fieldsOf(context));
    if (!location || !form.success) return context.text("", 400);
    const { person, anonymous, stars, comment } = form.output;
    const isAnonymous = anonymous !== undefined || person === "";
    setCookie(context, "person", person, { path: "/" });
    const review = addReview(world, location, { person, isAnonymous, stars, comment });
    return context.redirect(`/google-business/locations/${location.id}#${review.id}`, 303);
  });

  app.post("/reviews/:review", async (context) => {
    const review = world.reviews.get(context.req.param("review"));
    const form = v.safeParse(v.object(opinionFields), await fieldsOf(context));
    if (!review || !form.success) return context.text("", 400);
    changeReview(world, review, form.output);
    return context.redirect(`/google-business/locations/${review.locationId}#${review.id}`, 303);
  });

  return app;
}
