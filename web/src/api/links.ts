import type { LinkSettings } from "#core/links/model.ts";
import { useResource } from "../resource.ts";
import { answerOf, api } from "./client.ts";

const readLinkSettings = () => answerOf(api["link-settings"].$get());

/** How the workspace's links go out. */
export const useLinkSettings = () => useResource("link-settings", readLinkSettings);
export const changeLinkSettings = (settings: LinkSettings, version: number) =>
  answerOf(api["link-settings"].$put({ json: { settings, version } }));

export const readClicks = (postId: string) => answerOf(api.posts[":id"].clicks.$get({ param: { id: postId } }));
