import { paged } from "../../meta/graph-answer.ts";
import type { GraphCall as CallOf, Route as RouteOf } from "../../meta/graph-app.ts";
import { badParameter, GraphError, invisible } from "../../meta/graph-error.ts";
import { needScope, pageToken, type Token } from "../../meta/tokens.ts";
import { addComment, commentNode, commentsOn, nestedComments, placeOf, repliesTo } from "./comments.ts";
import { containerNode, createContainer } from "./containers.ts";
import { conversations, sendMessage } from "./conversations.ts";
import { accountInsights, mediaInsights } from "./insights.ts";
import { mentionedField } from "./mentions.ts";
import type { Account, Comment, Media } from "./model.ts";
import { mediaNode, publishContainer, publishingLimit, shown } from "./publishing.ts";
import { followersAt } from "./reach.ts";
import { publicField } from "./rivals.ts";
import type { World } from "./world.ts";

type GraphCall = CallOf<World>;
type Route = RouteOf<World>;

/** A route of an account, for the token of the page that it is linked to, with the permission it needs. */
const forAccount =
  (scope: string, run: (account: Account, call: GraphCall) => unknown): Route =>
  (call) => {
    const account = accountOf(call.world, call.token);
    if (account?.id !== call.node) throw invisible(call.node);
    needScope(call.token, scope);
    return run(account, call);
  };

/** A route of conversations, which speak of the token's own account as `me`. */
const forMe =
  (run: (account: Account, call: GraphCall) => unknown): Route =>
  (call) => {
    const account = accountOf(call.world, call.token);
    if (!account || call.node !== "me") throw invisible(call.node);
    needScope(call.token, "instagram_manage_messages");
    return run(account, call);
  };

/** What the node of a call is, by edge and method; the empty edge is the node itself. */
export const edges: Readonly<Record<string, Route>> = {
  "GET accounts": accounts,
  "POST media": forAccount("instagram_content_publish", (account, { world, params }) =>
    createContainer(world, account, params),
  ),
  "POST media_publish": forAccount("instagram_content_publish", (account, { world, params }) =>
    publishContainer(world, account, params.creation_id ?? ""),
  ),
  "GET content_publishing_limit": forAccount("instagram_content_publish", (account, { world }) =>
    publishingLimit(world, account),
  ),
  "GET media": forAccount("instagram_basic", (account, call) => list(account, call, "media")),
  "GET stories": forAccount("instagram_basic", (account, call) => list(account, call, "stories")),
  "POST subscribed_apps": forAccount("pages_manage_metadata", (account, { world, params }) => {
    const subscribedFields = (params.subscribed_fields ?? "").split(",").filter(Boolean);
    if (subscribedFields.length === 0) throw badParameter("(subscribed_fields) is required.");
    world.accounts.put({ ...account, subscribedFields });
    return { success: true };
  }),
  "POST messages": forMe((account, { world, params }) => sendMessage(world, account, params)),
  "GET conversations": forMe((account, { world, params, url }) =>
    paged(conversations(world, account, params), params, url),
  ),
  "GET insights": (call) => {
    needScope(call.token, "instagram_manage_insights");
    const account = accountOf(call.world, call.token);
    if (account?.id === call.node) return accountInsights(call.world, account, call.params);
    const media = ownMedia(call);
    return mediaInsights(call.world, account as Account, media, call.params);
  },
  "GET comments": (call) => {
    needScope(call.token, "instagram_manage_comments");
    return paged(commentsOn(call.world, ownMedia(call)).map(commentNode), call.params, call.url, 50);
  },
  "POST comments": (call) => write(call, { media: ownMedia(call) }),
  "GET replies": (call) => {
    needScope(call.token, "instagram_manage_comments");
    return paged(repliesTo(call.world, ownComment(call).parent).map(commentNode), call.params, call.url, 50);
  },
  "POST replies": (call) => write(call, ownComment(call)),
  "POST ": (call) => {
    needScope(call.token, "instagram_manage_comments");
    if (call.params.hide === undefined) throw badParameter("Nothing to change.");
    const { parent: comment } = ownComment(call);
    call.world.comments.put({ ...comment, hidden: call.params.hide === "true" });
    return { success: true };
  },
  "DELETE ": (call) => {
    needScope(call.token, "instagram_manage_comments");
    call.world.comments.put({ ...ownComment(call).parent, removed: true });
    return { success: true };
  },
  "GET ": (call) => {
    const { world, node, token } = call;
    const account = accountOf(world, token);
    if (account?.id === node) {
      const mentioned = mentionedField(world, account, call.params.fields ?? "");
      if (mentioned) {
        needScope(token, "instagram_manage_comments");
        return mentioned;
      }
      const shownToAll = publicField(world, account, call.params.fields ?? "");
      if (shownToAll) {
        needScope(token, "instagram_manage_insights");
        return shownToAll;
      }
      const followers_count = followersAt(world, account, world.clock.nowMs());
      return { id: node, username: account.username, name: account.name, followers_count };
    }
    const container = world.containers.get(node);
    if (container && container.accountId === account?.id) return containerNode(world, container);
    const comment = world.comments.get(node);
    if (comment && !comment.removed && world.media.get(comment.mediaId)?.accountId === account?.id)
      return commentNode(comment);
    return mediaNode(world, ownMedia(call));
  },
};

/** The account that a page token acts for. */
function accountOf(world: World, token: Token): Account | undefined {
  if (token.kind !== "page") {
    throw new GraphError(210, "A page access token is required to request this resource.", { status: 403 });
  }
  return world.accounts.list((it) => it.pageId === token.pageIds[0])[0];
}

/** `GET /me/accounts`: the pages chosen in the dialog, each with its account. */
function accounts({ world, token }: GraphCall): object {
  if (token.kind === "page")
    throw new GraphError(100, "Tried accessing nonexisting field (accounts) on node type (Page)");
  needScope(token, "pages_show_list");
  const data = world.accounts
    .list((it) => token.pageIds.includes(it.pageId))
    .map(({ id, username, name, pageId }) => ({
      id: pageId,
      name,
      access_token: pageToken(world, pageId, token).id,
      ...(token.scopes.includes("instagram_basic") && { instagram_business_account: { id, username } }),
    }));
  return { data };
}

const list = (account: Account, { world, params, url }: GraphCall, edge: "media" | "stories"): object => {
  const withComments = /\bcomments\b/.test(params.fields ?? "");
  const nodes = shown(world, account, edge).map((media) => ({
    ...mediaNode(world, media),
    username: account.username,
    ...(withComments && nestedComments(world, media)),
  }));
  return paged(nodes, params, url);
};

/** Writes as the account. */
function write(call: GraphCall, on: Parameters<typeof addComment>[1]): object {
  needScope(call.token, "instagram_manage_comments");
  const { id, username } = accountOf(call.world, call.token) as Account;
  const { message } = call.params;
  if (!message) throw badParameter("(message) is required.");
  return { id: addComment(call.world, on, { from: { id, username }, text: message }).id };
}

/** The comment of a call, on a publication of the token's account. */
function ownComment({ world, token, node }: GraphCall): { media: Media; parent: Comment } {
  const { media, parent } = placeOf(world, node) ?? {};
  if (!media || !parent || media.accountId !== accountOf(world, token)?.id) throw invisible(node);
  return { media, parent };
}

function ownMedia({ world, token, node }: GraphCall): Media {
  const media = world.media.get(node);
  if (!media || media.accountId !== accountOf(world, token)?.id) throw invisible(node);
  return media;
}
