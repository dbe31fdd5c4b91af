import { html } from "hono/html";
import { avatar, counted, type Markup, nameField, type View, when } from "./audience-view.ts";
import type { Comment, Post } from "./model.ts";

/** A post with its media, figures, comments and answers, and a form to join in. */
export function postCard(view: View, post: Post): Markup {
  const { world, page, texts } = view;
  const comments = world.comments.list((it) => it.postId === post.id && !it.removed);
  const reactions = world.reactions.list((it) => it.postId === post.id).length;
  const shares = world.shares.list((it) => it.postId === post.id).length;
  return html`<article class="card stack" id="${post.id}">
    <header class="row">${avatar(post.from.name, post.from.id === page.id ? "own" : "")}
      <div><h2 class="name">${post.from.name}</h2><p class="soft small">${when(view, post.createdAt)}</p></div></header>
    ${post.message ? html`<p class="text">${linked(post.message)}</p>` : ""}
    ${media(view, post)}
    ${post.link ? html`<a class="link" href="${post.link}" rel="noreferrer">${host(post.link)}</a>` : ""}
    <p class="figures"><span>${counted(view, reactions, "reactions")}</span><span>${counted(view, comments.length, "comments")}</span>
      <span>${counted(view, shares, "shares")}</span></p>
    ${comments.filter((it) => !it.parentId).map((it) => commentThread(view, it, comments))}
    <form method="post" action="/facebook/pages/${page.id}/comment" class="tight">
      <input type="hidden" name="on" value="${post.id}" />
      ${nameField(view)}
      <label>${texts.writeComment}<textarea name="message" rows="2" required></textarea></label>
      <div class="row"><button>${texts.comment}</button>
        <button class="quiet" formaction="/facebook/pages/${page.id}/reaction" formnovalidate>${texts.react}</button></div>
    </form></article>`;
}

function commentThread(view: View, comment: Comment, all: readonly Comment[]): Markup {
  const { page, texts } = view;
  const answers = all.filter((it) => it.parentId === comment.id);
  return html`<div class="tight">${bubble(view, comment)}
    ${answers.map((it) => html`<div class="replies">${bubble(view, it)}</div>`)}
    <details class="replies"><summary class="small">${texts.answer}</summary>
      <form method="post" action="/facebook/pages/${page.id}/comment" class="tight">
        <input type="hidden" name="on" value="${comment.id}" />${nameField(view)}
        <label>${texts.writeComment}<textarea name="message" rows="2" required></textarea></label>
        <div><button>${texts.answer}</button></div>
      </form></details></div>`;
}

function bubble(view: View, comment: Comment): Markup {
  const { page, texts } = view;
  const own = comment.from.id === page.id;
  return html`<div class="comment ${comment.hidden ? "hidden" : ""}" id="${comment.id}">
    ${avatar(comment.from.name, own ? "own" : "")}
    <div class="bubble"><p><strong>${comment.from.name}</strong> <span class="soft small">${when(view, comment.createdAt)}</span></p>
      <p class="text">${comment.message}</p>
      ${comment.hidden ? html`<span class="mark quiet">${texts.hidden}</span>` : ""}
      ${comment.likedByPage ? html`<span class="mark">${texts.likedByPage}</span>` : ""}</div></div>`;
}

function media({ world }: View, post: Post): Markup | string {
  const video = post.videoId ? world.videos.get(post.videoId) : undefined;
  if (video) {
    return html`<div class="photos bleed"><video controls preload="metadata" src="/facebook/media/${video.file}"></video></div>`;
  }
  const photos = post.photoIds.flatMap((id) => world.photos.get(id) ?? []);
  if (photos.length === 0) return "";
  return html`<div class="photos bleed">${photos.map(
    (it) =>
      html`<img src="/facebook/media/${it.file}" alt="${it.altText}" width="${it.width}" height="${it.height}" loading="lazy" style="height:auto" />`,
  )}</div>`;
}

/** Addresses within a text, as links. */
const linked = (text: string): (Markup | string)[] =>
  text
    .split(/(https?:\/\/\S+)/)
    .map((part, index) => (index % 2 ? html`<a href="${part}" rel="noreferrer">${part}</a>` : part));

const host = (link: string): string => (URL.canParse(link) ? new URL(link).host : link);
