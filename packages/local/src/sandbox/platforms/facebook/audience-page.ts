import { html } from "hono/html";
import type { Language } from "#core/kernel/language.ts";
import { textsOf } from "../../look/language.ts";
import { page as layout } from "../../look/page.ts";
import type { OutboxDelivery } from "../../outbox.ts";
import { postCard } from "./audience-post.ts";
import { avatar, counted, type Markup, nameField, type View, when } from "./audience-view.ts";
import type { Page } from "./model.ts";
import { followersAt } from "./reach.ts";
import { audienceTexts } from "./texts.ts";
import type { World } from "./world.ts";

/** A page as a visitor sees it: posts, recommendations, their own messages, and forms to act. */
export function audiencePage(
  world: World,
  page: Page,
  visit: { language: Language; person: string; done: boolean; deliveries: readonly OutboxDelivery[] },
): Markup {
  const { language, person } = visit;
  const texts = textsOf(audienceTexts, language);
  const view: View = { world, page, language, texts, person };
  const posts = world.posts
    .list((it) => it.pageId === page.id && !it.removed)
    .sort((a, b) => b.createdAt - a.createdAt);
  const followers = counted(view, followersAt(world, page, world.clock.nowMs()), "followers");
  const body = html`<main class="two">
    <header class="card row" style="gap:16px;flex-wrap:nowrap">
      ${avatar(page.name, "own large")}
      <div class="tight"><h1>${page.name}</h1><p class="soft">${page.category} · ${followers}</p><p>${page.about}</p></div>
    </header>
    <div class="stack" id="done">
      ${visit.done ? html`<p role="status" class="mark">${texts.thanks}</p>` : ""}
      ${posts.length === 0 ? html`<p class="card soft">${texts.noPosts}</p>` : posts.map((post) => postCard(view, post))}
    </div>
    <aside class="stack">
      ${messages(view)}${forms(view)}${recommendations(view)}${deliveryFigures(view, visit.deliveries)}
    </aside></main>`;
  return layout({ language, title: page.name, body });
}

function messages(view: View): Markup {
  const { world, page, texts, person } = view;
  const own = person
    ? world.messages.list((it) => it.pageId === page.id && it.person.name === person && !it.removed)
    : [];
  return html`<section class="card stack"><h2>${texts.message}</h2>
    ${own.map(
      (it) => html`<div class="comment">${avatar(it.fromPage ? page.name : it.person.name, it.fromPage ? "own" : "")}
        <div class="bubble"><p class="soft small">${it.fromPage ? texts.pageWrote : it.person.name} · ${when(view, it.createdAt)}</p>
        <p class="text">${it.text}</p></div></div>`,
    )}
    <form method="post" action="/facebook/pages/${page.id}/message" class="tight">
      ${nameField(view)}
      <label>${texts.writeMessage}<textarea name="message" rows="2" required></textarea></label>
      <div><button>${texts.send}</button></div>
    </form></section>`;
}

function forms(view: View): Markup {
  const { page, texts } = view;
  return html`<section class="card stack"><h2>${texts.actAs}</h2>
    <details><summary>${texts.recommend}</summary>
      <form method="post" action="/facebook/pages/${page.id}/recommendation" class="tight">
        ${nameField(view)}
        <fieldset><legend>${texts.wouldRecommend}</legend><div class="row">
          <label class="choice"><input type="radio" name="recommends" value="yes" checked />${texts.yes}</label>
          <label class="choice"><input type="radio" name="recommends" value="no" />${texts.no}</label></div></fieldset>
        <label>${texts.yourWords}<textarea name="message" rows="3"></textarea></label>
        <div><button>${texts.publish}</button></div>
      </form></details>
    <details><summary>${texts.leadForm}</summary>
      <form method="post" action="/facebook/pages/${page.id}/lead" class="tight">
        <p class="soft">${texts.leadLead}</p>
        <label>${texts.fullName}<input name="full_name" required value="${view.person}" autocomplete="name" /></label>
        <label>${texts.email}<input name="email" type="email" required autocomplete="email" /></label>
        <label>${texts.phone}<input name="phone_number" type="tel" autocomplete="tel" /></label>
        <label class="choice"><input type="checkbox" name="ad" value="yes" />${texts.leadByAd}</label>
        <div><button>${texts.send}</button></div>
      </form></details>
    <details><summary>${texts.ownPost}</summary>
      <form method="post" action="/facebook/pages/${page.id}/post" class="tight">
        ${nameField(view)}
        <label>${texts.yourWords}<textarea name="message" rows="3" required></textarea></label>
        <div><button>${texts.publish}</button></div>
      </form></details></section>`;
}

function recommendations(view: View): Markup | string {
  const { world, page, texts } = view;
  const list = world.recommendations.list((it) => it.pageId === page.id && !it.removed).reverse();
  if (list.length === 0) return "";
  return html`<section class="card stack"><h2>${texts.recommendations}</h2>
    ${list.map((it) => {
      const answers = world.comments.list((comment) => comment.postId === it.id && !comment.removed);
      return html`<article class="tight" id="${it.id}"><p class="row"><strong>${it.from.name}</strong>
        <span class="mark ${it.recommends ? "" : "negative"}">${it.recommends ? texts.recommendsIt : texts.recommendsNot}</span>
        <span class="soft small">${when(view, it.createdAt)}</span></p><p class="text">${it.text}</p>
        ${answers.map(
          (answer) => html`<div class="comment">${avatar(answer.from.name, answer.from.id === page.id ? "own" : "")}
            <div class="bubble"><strong>${answer.from.name}</strong><p class="text">${answer.message}</p></div></div>`,
        )}</article>`;
    })}</section>`;
}

/** What became of the webhooks, so that a person trying things out sees that they leave. */
function deliveryFigures({ world, texts }: View, deliveries: readonly OutboxDelivery[]): Markup | string {
  const count = (state: OutboxDelivery["state"]) => deliveries.filter((it) => it.state === state).length;
  const held = world.announcer.held();
  if (deliveries.length + held === 0) return "";
  return html`<section class="card tight"><h2>${texts.deliveries}</h2><p class="soft">
    ${texts.delivered} ${count("delivered")} · ${texts.waiting} ${count("waiting")} · ${texts.held} ${held} ·
    ${texts.givenUp} ${count("given-up")}</p></section>`;
}
