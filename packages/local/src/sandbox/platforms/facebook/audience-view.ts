import { html } from "hono/html";
import type { Language } from "#core/kernel/language.ts";
import type { Page } from "./model.ts";
import type { audienceTexts } from "./texts.ts";
import type { World } from "./world.ts";

export type Markup = ReturnType<typeof html>;

/** What every part of the audience page is drawn from. */
export interface View {
  readonly world: World;
  readonly page: Page;
  readonly language: Language;
  readonly texts: (typeof audienceTexts)[Language];
  /** The name under which the visitor acted last. */
  readonly person: string;
}

/** A round mark with the first letter of a name. */
export const avatar = (name: string, kind = ""): Markup =>
  html`<span class="avatar ${kind}" aria-hidden="true">${[...name][0] ?? "?"}</span>`;

/** The name under which the visitor acts. */
export const nameField = ({ texts, person }: View): Markup =>
  html`<label>${texts.yourName}<input name="person" required value="${person}" autocomplete="name" /></label>`;

/** An instant as the page's visitors read it. */
export const when = ({ world, language }: View, at: number): string =>
  new Intl.DateTimeFormat(language === "uk" ? "uk-UA" : "en-GB", {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: world.currentSettings().insightsZone,
  }).format(at);

/** A count with its noun in the right form: 1 коментар, 2 коментарі, 5 коментарів. */
export function counted(
  { language, texts }: View,
  count: number,
  of: "followers" | "reactions" | "comments" | "shares",
): string {
  const [one = "", few = "", many = few] = texts[of].split("|");
  const rule = new Intl.PluralRules(language).select(count);
  const form = rule === "one" ? one : rule === "many" ? many : few;
  return `${new Intl.NumberFormat(language).format(count)} ${form}`;
}
