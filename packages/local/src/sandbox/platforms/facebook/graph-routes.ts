import { paged } from "../../meta/graph-answer.ts";
import type { GraphCall as CallOf, Route as RouteOf } from "../../meta/graph-app.ts";
import { badParameter, GraphError, invisible } from "../../meta/graph-error.ts";
import { needScope, type Token } from "../../meta/tokens.ts";
import { accounts } from "./accounts.ts";
import { adAccounts, adInsights } from "./ads.ts";
import { sendMessage } from "./conversations.ts";
import { addComment, removeComment, setHidden } from "./engagement.ts";
import { pageInsights, postInsights } from "./insights.ts";
import type { Comment, Page } from "./model.ts";
import * as publishing from "./publishing.ts";
import * as reading from "./reading.ts";
import { pageNode, publicPosts, rivalNode, unknownAlias } from "./rivals.ts";
import type { World } from "./world.ts";

type GraphCall = CallOf<World>;
type Route = RouteOf<World>;

/** A route of the page's own token, with the permission it needs. */
const forPage =
  (scope: string, run: (page: Page, call: GraphCall) => unknown): Route =>
  (call) => {
    const page = call.world.page(call.node);
    if (!page || call.token.pageIds[0] !== page.id) throw invisible(call.node);
    if (call.token.kind !== "page") {
      throw new GraphError(210, "A page access token is required to request this resource.", { status: 403 });
    }
    needScope(call.token, scope);
    return run(page, call);
  };

const list = (items: readonly object[], call: GraphCall) => paged(items, call.params, call.url);

/** What the node of a call is, by edge and method; the empty edge is the node itself. */
export const edges: Readonly<Record<string, Route>> = {
  "GET accounts": ({ world, token }) => accounts(world, token),
  "GET adaccounts": adAccounts,
  "POST feed": forPage("pages_manage_posts", (page, { world, params }) => publishing.createPost(world, page, params)),
  "GET feed": forPage("pages_read_engagement", (page, call) => list(reading.feed(call.world, page, call.params), call)),
  "GET posts": publicPosts,
  "POST photos": forPage("pages_manage_posts", (page, { world, params }) =>
    publishing.createPhoto(world, page, params),
  ),
  "POST videos": forPage("pages_manage_posts", (page, { world, params }) =>
    publishing.createVideo(world, page, params),
  ),
  "POST messages": forPage("pages_messaging", (page, { world, params }) => sendMessage(world, page, params)),
  "GET conversations": forPage("pages_messaging", (page, call) =>
    list(reading.conversations(call.world, page, call.params), call),
  ),
  "GET ratings": forPage("pages_read_user_content", (page, call) => list(reading.ratings(call.world, page), call)),
  "GET leadgen_forms": forPage("leads_retrieval", (page, call) => list(reading.leadForms(call.world, page), call)),
  "POST subscribed_apps": forPage("pages_manage_metadata", (page, { world, params }) => {
    const subscribedFields = (params.subscribed_fields ?? "").split(",").filter(Boolean);
    if (subscribedFields.length === 0) throw badParameter("(subscribed_fields) is required.");
    world.pages.put({ ...page, subscribedFields });
    return { success: true };
  }),
  "GET subscribed_apps": forPage("pages_manage_metadata", (page, { world }) => ({
    data: [{ id: world.app.appId, subscribed_fields: page.subscribedFields }],
  })),
  "GET insights": (call) => {
    if (call.node.startsWith("act_")) return adInsights(call);
    needScope(call.token, "read_insights");
    const page = call.world.page(call.node);
    if (page) return forPage("read_insights", () => pageInsights(call.world, page, call.params))(call);
    ownPost(call);
    return postInsights(call.world, call.node, call.params);
  },
  "GET comments": (call) => {
    needScope(call.token, "pages_read_user_content");
    return list(reading.commentsOn(call.world, call.node, call.params), call);
  },
  "POST comments": ({ world, token, node, params }) => {
    needScope(token, "pages_manage_engagement");
    const page = pageOf(world, token);
    const comment = addComment(world, {
      nodeId: node,
      from: { id: page.id, name: page.name },
      message: params.message ?? "",
    });
    return reading.describeComment(world, comment);
  },
  "POST likes": (call) => liked(call, true),
  "DELETE likes": (call) => liked(call, false),
  "GET ": getNode,
  "POST ": postNode,
  "DELETE ": deleteNode,
};

function getNode(call: GraphCall): unknown {
  const { world, token, node } = call;
  const video = world.videos.get(node);
  if (video) return publishing.describeVideo(world, video);
  const page = world.page(node);
  if (page) return pageNode(world, page);
  const rival = rivalNode(call);
  if (rival) return rival;
  if (/^[a-z.]+$/i.test(node)) throw unknownAlias(node);
  const comment = world.comments.get(node);
  if (comment && !comment.removed) {
    const asked = (call.params.fields ?? "").startsWith("private_reply_conversation");
    return asked ? { id: comment.id, ...reading.privateConversation(world, comment) } : reading.commentNode(comment);
  }
  if (world.leads.get(node)) {
    needScope(token, "leads_retrieval");
    return reading.leadNode(world, node);
  }
  const post = ownPost(call);
  return reading.postNode(world, post);
}

function postNode({ world, token, node, params }: GraphCall): unknown {
  const video = world.videos.get(node);
  if (video) {
    needScope(token, "pages_manage_posts");
    const page = pageOf(world, token);
    if (params.published === "true") return publishing.publishVideo(world, page, video);
    throw badParameter("Nothing to change.");
  }
  const comment = liveComment(world, node);
  needScope(token, "pages_manage_engagement");
  if (params.is_hidden === undefined) throw badParameter("Nothing to change.");
  setHidden(world, comment, params.is_hidden === "true");
  return { success: true };
}

function deleteNode({ world, token, node }: GraphCall): unknown {
  needScope(token, "pages_manage_engagement");
  removeComment(world, liveComment(world, node));
  return { success: true };
}

function liked({ world, token, node }: GraphCall, likedByPage: boolean): unknown {
  needScope(token, "pages_manage_engagement");
  world.comments.put({ ...liveComment(world, node), likedByPage });
  return { success: true };
}

function liveComment(world: World, id: string): Comment {
  const comment = world.comments.get(id);
  if (!comment || comment.removed) throw invisible(id);
  return comment;
}

function ownPost({ world, token, node }: GraphCall) {
  const post = world.posts.get(node);
  if (!post || post.removed || !token.pageIds.includes(post.pageId)) throw invisible(node);
  return post;
}

function pageOf(world: World, token: Token): Page {
  const page = token.kind === "page" ? world.page(token.pageIds[0] ?? "") : undefined;
  if (!page) throw new GraphError(210, "A page access token is required to request this resource.", { status: 403 });
  return page;
}
