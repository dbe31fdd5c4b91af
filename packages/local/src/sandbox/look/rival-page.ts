import { html } from "hono/html";
import { type Rival, rivalFollowers, rivalPosts } from "../meta/rivals.ts";
import { page } from "./page.ts";

type Markup = ReturnType<typeof html>;
const shownPosts = 60;

/** A page of somebody else's as a visitor sees it: what it posted, the newest first. */
export function rivalPage(language: "uk" | "en", rival: Rival, now: number): Markup {
  const number = new Intl.NumberFormat(language);
  const when = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short", timeZone: "Europe/Kyiv" });
  const marks = (reactions: number, comments: number) =>
    rival.hidesLikes
      ? `💬 ${number.format(comments)}`
      : `♥ ${number.format(reactions)} · 💬 ${number.format(comments)}`;
  const body = html`<main>
    <header class="card"><h1>${rival.name}</h1><p>@${rival.username} · ${number.format(rivalFollowers(rival, now))}</p></header>
    ${rivalPosts(rival, now)
      .slice(0, shownPosts)
      .map(
        ({ id, createdAt, text, reactions, comments }) =>
          html`<article class="card" id="${id}"><p><time>${when.format(createdAt)}</time></p><p>${text}</p><p>${marks(reactions, comments)}</p></article>`,
      )}
  </main>`;
  return page({ language, title: rival.name, body });
}
