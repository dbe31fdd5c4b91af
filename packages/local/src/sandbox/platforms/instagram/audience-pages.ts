import { html } from "hono/html";
import type { Language } from "#core/kernel/language.ts";
import { page as layout } from "../../look/page.ts";
import { commentsOn, repliesTo } from "./comments.ts";
import type { Account, Comment, Media, StoredFile } from "./model.ts";
import { permalinkOf, shown } from "./publishing.ts";
import { followersAt } from "./reach.ts";
import type { audienceTexts } from "./texts.ts";
import type { World } from "./world.ts";

type Markup = ReturnType<typeof html>;

/** What the pages are drawn from. */
export interface View {
  readonly world: World;
  readonly language: Language;
  readonly texts: (typeof audienceTexts)[Language];
  /** The name under which the visitor acted last. */
  readonly person: string;
}

/** The profile: who it is, the stories of the last day, the grid of posts. */
export function profilePage(view: View, account: Account): Markup {
  const { world, language, texts } = view;
  const posts = shown(world, account, "media");
  const stories = shown(world, account, "stories").toReversed();
  const body = html`<main>
    <header class="card row profile">
      <span class="avatar own large" aria-hidden="true">${account.name.charAt(0)}</span>
      <div class="tight"><h1>${account.username}</h1>
        <p class="figures-plain"><span>${counted(view, posts.length, "posts")}</span><span>${counted(view, followersAt(world, account, world.clock.nowMs()), "followers")}</span></p>
        <p><strong>${account.name}</strong><br />${account.biography}</p></div>
    </header>
    ${
      stories.length === 0
        ? ""
        : html`<section class="tight"><h2>${texts.stories}</h2><ul class="stories">${stories.map(
            (story) => html`<li><a href="${permalinkOf(world, story)}" aria-label="${when(view, story.createdAt)}">
              ${thumbnail(story.files[0])}</a></li>`,
          )}</ul></section>`
    }
    ${
      posts.length === 0
        ? html`<p class="card soft">${texts.noPosts}</p>`
        : html`<ul class="grid">${posts.map((post) => gridItem(view, post))}</ul>`
    }
    <section class="card stack"><h2>${texts.message}</h2>${form(view, "message", { accountId: account.id })}</section>
    <section class="card stack"><h2>${texts.mention}</h2>${form(view, "mention", { accountId: account.id })}</section>
  </main>`;
  return layout({ language, title: `@${account.username}`, body });
}

/** One publication with its files, caption and comments. */
export function mediaPage(view: View, media: Media): Markup {
  const { world, language, texts } = view;
  const account = world.accounts.get(media.accountId);
  const name = account?.username ?? "";
  const comments = commentsOn(world, media).toReversed();
  const body = html`<main class="narrow">
    <p><a href="/instagram/${name}">${texts.back}</a></p>
    <article class="card stack">
      <header class="row"><span class="avatar own" aria-hidden="true">${account?.name.charAt(0)}</span>
        <div><h1 class="plain">${name}</h1><p class="soft small">${when(view, media.createdAt)}</p></div></header>
      <div class="slides bleed ${media.product === "FEED" ? "" : "upright"}">${media.files.map(
        (file, index) => html`<figure aria-label="${texts.slide} ${index + 1}">${full(file)}</figure>`,
      )}</div>
      <p class="soft small">${counted(view, media.likes, "likes")}</p>
      ${media.caption ? html`<p class="text"><strong>${name}</strong> ${media.caption}</p>` : ""}
      ${media.product === "STORY" ? "" : commentsOf(view, media, comments)}
    </article></main>`;
  return layout({ language, title: `@${name}`, body });
}

function commentsOf(view: View, media: Media, comments: readonly Comment[]): Markup {
  const { world, texts } = view;
  return html`<section class="stack"><h2>${texts.comments}</h2>
    ${
      comments.length === 0
        ? html`<p class="soft">${texts.noComments}</p>`
        : comments.map(
            (it) =>
              html`<div class="tight" id="${it.id}">${line(view, it)}${repliesTo(world, it).map(
                (reply) => html`<blockquote>${line(view, reply)}</blockquote>`,
              )}${it.hidden ? "" : html`<details><summary>${texts.reply}</summary>${form(view, "comment", media, it.id)}</details>`}</div>`,
          )
    }
    ${form(view, "comment", media, media.id)}
  </section>`;
}

const line = ({ texts }: View, { from, text, hidden }: Comment): Markup =>
  html`<p class="text"><strong>${from.username}</strong> ${text}${hidden ? html` <span class="soft small">${texts.hidden}</span>` : ""}</p>`;

/** A form of an act: a comment on what has the id `on`, a message or a mention of the account. */
function form(
  { world, texts, person }: View,
  act: "comment" | "message" | "mention",
  of: { readonly accountId: string },
  on?: string,
): Markup {
  const account = world.accounts.get(of.accountId);
  const words = { comment: texts.writeComment, message: texts.writeMessage, mention: texts.writeMention }[act];
  return html`<form method="post" action="/instagram/${account?.username}/${act}" class="tight">
    ${on ? html`<input type="hidden" name="on" value="${on}" />` : ""}
    <label>${texts.yourName}<input name="person" required maxlength="60" value="${person}" autocomplete="name" /></label>
    <label>${words}<textarea name="message" rows="2" required maxlength="2200"></textarea></label>
    <div><button>${texts[act]}</button></div>
  </form>`;
}

function gridItem({ world, texts }: View, post: Media): Markup {
  const mark = post.product === "REELS" ? texts.reel : post.type === "CAROUSEL_ALBUM" ? texts.carousel : "";
  return html`<li><a href="${permalinkOf(world, post)}" aria-label="${post.caption.slice(0, 80) || mark}">
    ${thumbnail(post.files[0])}${mark ? html`<span class="corner">${mark}</span>` : ""}</a></li>`;
}

const thumbnail = (file: StoredFile | undefined): Markup | string => {
  if (!file) return "";
  return file.kind === "image"
    ? html`<img src="/instagram/media/${file.file}" alt="${file.altText}" loading="lazy" />`
    : html`<video src="/instagram/media/${file.file}" preload="metadata" muted></video>`;
};

const full = (file: StoredFile): Markup =>
  file.kind === "image"
    ? html`<img src="/instagram/media/${file.file}" alt="${file.altText}" />`
    : html`<video controls preload="metadata" src="/instagram/media/${file.file}"></video>`;

const when = ({ language }: View, at: number): string =>
  new Intl.DateTimeFormat(language === "uk" ? "uk-UA" : "en-GB", {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "Europe/Kyiv",
  }).format(at);

/** A count with its noun in the right form: 1 допис, 2 дописи, 5 дописів. */
function counted({ language, texts }: View, count: number, of: "posts" | "followers" | "likes"): string {
  const [one = "", few = "", many = few] = texts[of].split("|");
  const rule = new Intl.PluralRules(language).select(count);
  const form = rule === "one" ? one : rule === "many" ? many : few;
  return `${new Intl.NumberFormat(language).format(count)} ${form}`;
}
