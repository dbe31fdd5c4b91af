import type { PageAccount } from "#core/channels/platforms/facebook/wire.ts";
import { GraphError } from "../../meta/graph-error.ts";
import { needScope, pageToken, type Token } from "../../meta/tokens.ts";
import type { World } from "./world.ts";

/** `GET /me/accounts`: the pages that the person chose in the dialog. */
export function accounts(world: World, token: Token): { data: PageAccount[] } {
  if (token.kind === "page")
    throw new GraphError(100, "Tried accessing nonexisting field (accounts) on node type (Page)");
  needScope(token, "pages_show_list");
  const data = token.pageIds.flatMap((id) => {
    const page = world.page(id);
    if (!page) return [];
    return [
      {
        id,
        name: page.name,
        link: `${world.url()}/facebook/pages/${id}`,
        access_token: pageToken(world, id, token).id,
      },
    ];
  });
  return { data };
}
