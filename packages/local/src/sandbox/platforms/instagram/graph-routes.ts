import { graphTime, paged } from "../../meta/graph-answer.ts";
import type { GraphCall as CallOf, Route as RouteOf } from "../../meta/graph-app.ts";
import { badParameter, GraphError, invisible } from "../../meta/graph-error.ts";
import { needScope, pageToken, type Token } from "../../meta/tokens.ts";
import { addComment } from "./comments.ts";
import { containerNode, createContainer } from "./containers.ts";
import type { Account, Comment, Media } from "./model.ts";
import { mediaNode, publishContainer, publishingLimit, shown } from "./publishing.ts";
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
  "GET comments": (call) => {
    needScope(call.token, "instagram_manage_comments");
    const media = ownMedia(call);
    const comments = call.world.comments.list((it) => it.mediaId === media.id).toReversed();
    return paged(comments.map(commentNode), call.params, call.url, 50);
  },
  "POST comments": (call) => {
    needScope(call.token, "instagram_manage_comments");
    const { id, username } = accountOf(call.world, call.token) as Account;
    const { message } = call.params;
    if (!message) throw badParameter("(message) is required.");
    return { id: addComment(call.world, ownMedia(call), { id, username }, message).id };
  },
  "GET ": (call) => {
    const { world, node, token } = call;
    const account = accountOf(world, token);
    if (account?.id === node) return { id: node, username: account.username, name: account.name };
    const container = world.containers.get(node);
    if (container && container.accountId === account?.id) return containerNode(world, container);
    const comment = world.comments.get(node);
    if (comment && world.media.get(comment.mediaId)?.accountId === account?.id) return commentNode(comment);
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

const list = (account: Account, { world, params, url }: GraphCall, edge: "media" | "stories"): object =>
  paged(
    shown(world, account, edge).map((media) => mediaNode(world, media)),
    params,
    url,
  );

function ownMedia({ world, token, node }: GraphCall): Media {
  const media = world.media.get(node);
  if (!media || media.accountId !== accountOf(world, token)?.id) throw invisible(node);
  return media;
}

const commentNode = ({ id, text, from, createdAt }: Comment): object => ({
  id,
  text,
  timestamp: graphTime(createdAt),
  username: from.username,
  from,
});
