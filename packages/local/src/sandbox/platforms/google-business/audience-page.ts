import { html } from "hono/html";
import type { Language } from "#core/kernel/language.ts";
import { page as layout } from "../../look/page.ts";
import type { Location, Post, Review } from "./model.ts";
import type { audienceTexts } from "./texts.ts";
import type { World } from "./world.ts";

type Markup = ReturnType<typeof html>;

/** What a page is made from. */
export interface View {
  readonly world: World;
  readonly language: Language;
  readonly texts: (typeof audienceTexts)[Language];
  /** The name last written. */
  readonly person: string;
}

/** The place on the map: its reviews with the owner's answers, a form for one more, its posts. */
export function locationPage(view: View, location: Location): Markup {
  const { world, language, texts } = view;
  const reviews = world.reviews
    .list(({ locationId }) => locationId === location.id)
    .toSorted((a, b) => b.updatedAt - a.updatedAt);
  const posts = world.posts.list(({ locationId }) => locationId === location.id).toReversed();
  const average = reviews.reduce((sum, { stars }) => sum + stars, 0) / reviews.length;
  const figure = new Intl.NumberFormat(language, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
  const body = html`<main class="two">
    <header class="row"><span class="avatar own large" aria-hidden="true">${location.title.charAt(0)}</span>
      <div><h1>${location.title}</h1><p class="soft">${location.address}</p>
      ${reviews.length === 0 ? "" : html`<p>${figure.format(average)} ${stars(Math.round(average))} (${reviews.length})</p>`}</div></header>
    <section class="stack"><h2>${texts.reviews}</h2>
      ${reviews.length === 0 ? html`<p class="card soft">${texts.noReviews}</p>` : reviews.map((it) => reviewCard(view, it))}
      <h2>${texts.posts}</h2>
      ${posts.length === 0 ? html`<p class="card soft">${texts.noPosts}</p>` : posts.map((it) => postCard(view, it))}
    </section>
    <div><form method="post" action="/google-business/locations/${location.id}/reviews" class="card stack">
      <h2>${texts.write}</h2>
      <label>${texts.yourName}<input name="person" maxlength="60" value="${view.person}" autocomplete="name" /></label>
      <label class="choice"><input type="checkbox" name="anonymous" />${texts.anonymous}</label>
      ${opinionFields(view, 5, "")}
    </form></div></main>`;
  return layout({ language, title: location.title, body });
}

function reviewCard(view: View, review: Review): Markup {
  const { texts } = view;
  const name = review.isAnonymous ? texts.anonymousPerson : review.person;
  return html`<article class="card stack" id="${review.id}">
    <header class="row"><span class="avatar" aria-hidden="true">${name.charAt(0)}</span>
      <div><h2 class="name">${name}</h2><p class="soft small">${stars(review.stars)} ${when(view, review.updatedAt)}</p></div></header>
    ${review.comment ? html`<p class="text">${review.comment}</p>` : ""}
    ${
      review.reply
        ? html`<div class="comment replies"><div class="bubble"><strong>${texts.answer}</strong>
          <p class="text">${review.reply.comment}</p></div></div>`
        : ""
    }
    <details><summary>${texts.change}</summary>
      <form method="post" action="/google-business/reviews/${review.id}" class="stack">
      ${opinionFields(view, review.stars, review.comment)}</form></details></article>`;
}

const opinionFields = ({ texts }: View, chosen: number, comment: string): Markup =>
  html`<label>${texts.stars}<select name="stars">${[5, 4, 3, 2, 1].map(
    (it) => html`<option value="${it}" ${it === chosen ? "selected" : ""}>${stars(it)}</option>`,
  )}</select></label>
  <label>${texts.comment}<textarea name="comment" rows="3" maxlength="4000">${comment}</textarea></label>
  <div><button>${texts.send}</button></div>`;

function postCard(view: View, post: Post): Markup {
  const { world, texts } = view;
  const isExamined = post.readyAt <= world.clock.nowMs();
  const mark = !isExamined ? texts.examined : post.rejected ? texts.rejected : "";
  return html`<article class="card stack" id="${post.id}">
    <p class="soft small">${when(view, post.createdAt)} ${mark ? html`<span class="mark quiet">${mark}</span>` : ""}</p>
    ${post.photo ? html`<div class="photos bleed"><img src="/google-business/media/${post.photo}" alt="" /></div>` : ""}
    ${post.summary ? html`<p class="text">${post.summary}</p>` : ""}
    ${post.button ? html`<p><a href="${post.button.url}" rel="noreferrer">${texts.more}</a></p>` : ""}</article>`;
}

/** Stars as a person sees them, and as a screen reader says them. */
const stars = (count: number): string => `${"★".repeat(count)}${"☆".repeat(5 - count)}`;

const when = ({ language }: View, at: number): string =>
  new Intl.DateTimeFormat(language === "uk" ? "uk-UA" : "en-GB", {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "Europe/Kyiv",
  }).format(at);
