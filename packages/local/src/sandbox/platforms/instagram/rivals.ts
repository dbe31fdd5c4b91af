import type { PublicAccount, PublicMedia } from "#core/channels/platforms/instagram/wire.ts";
import { graphTime } from "../../meta/graph-answer.ts";
import { GraphError } from "../../meta/graph-error.ts";
import { type Rival, type RivalKind, rivalFollowers, rivalPosts } from "../../meta/rivals.ts";
import type { Account } from "./model.ts";
import { mediaNode, shown } from "./publishing.ts";
import { followersAt, mediaFigures } from "./reach.ts";
import type { World } from "./world.ts";

/** Other professional accounts. What is not among them is not there, personal, or for adults: Instagram says the same. */
export const rivals: readonly Rival[] = [
  {
    id: "17841400000000101",
    username: "zerno.kyiv",
    name: "Зерно",
    followers: 5100,
    daily: 9,
    postsAWeek: 6.3,
    kinds: ["video", "video", "carousel", "image"],
    liveliness: 19,
    texts: [
      "Новий лот з Ефіопії вже на барі: бергамот, персик, довгий солодкий післясмак",
      "Як ми обираємо зерно: три хвилини з обсмажки",
      "П'ять помилок у домашньому фільтрі. Гортайте",
      "Зранку в кав'ярні тихо. Приходьте працювати",
    ],
  },
  {
    id: "17841400000000102",
    username: "parovoz.coffee",
    name: "Паровоз",
    followers: 1480,
    daily: 2,
    postsAWeek: 2.4,
    kinds: ["image", "image", "carousel"],
    liveliness: 34,
    texts: [
      "Суботній сніданок до 14:00, столик можна не бронювати",
      "Наші кекси сьогодні з чорницею",
      "Дякуємо за п'ять років разом",
    ],
  },
  {
    id: "17841400000000103",
    username: "morning.bar",
    name: "Morning Bar",
    followers: 3320,
    daily: 4,
    postsAWeek: 3.1,
    kinds: ["image", "video"],
    liveliness: 22,
    texts: ["Cold brew season is over, filter season is on", "Brunch, every day till four"],
    hidesLikes: true,
  },
];

/**
 * `business_discovery.username(…){…,media.after(…).limit(n){…}}` and, for an account itself, the same fields without it;
 * `null` for other fields.
 */
export function publicField(world: World, account: Account, fields: string): object | null {
  const asked = /^business_discovery\.username\(([^)]*)\)\{(.*)\}$/.exec(fields);
  const [, username = "", inner = ""] = asked ?? [];
  if (!asked) {
    const own = ownMedia(world, account);
    const followers = followersAt(world, account, world.clock.nowMs());
    return /\bmedia\b.*\{/.test(fields) ? accountNode(account, followers, own, fields) : null;
  }
  if (username === account.username) {
    const followers = followersAt(world, account, world.clock.nowMs());
    return { business_discovery: accountNode(account, followers, ownMedia(world, account), inner), id: account.id };
  }
  const rival = rivals.find((it) => it.username === username);
  if (!rival) throw new GraphError(110, "Invalid user id", { subcode: 2207013 });
  const followers = rivalFollowers(rival, world.clock.nowMs());
  return { business_discovery: accountNode(rival, followers, mediaOf(world, rival), inner), id: account.id };
}

/** An account with a page of its media: cursors, and never a `next`. */
function accountNode(
  { id, username, name }: Pick<Account, "id" | "username" | "name">,
  followers_count: number,
  media: readonly PublicMedia[],
  fields: string,
): PublicAccount {
  const [, after = "0", limit = "25"] = /\bmedia(?:\.after\((\w+)\))?(?:\.limit\((\d+)\))?\{/.exec(fields) ?? [];
  const end = Number(after) + Number(limit);
  const data = media.slice(Number(after), end);
  const cursors = end < media.length ? { after: String(end) } : {};
  return { id, username, name, followers_count, media: { data, paging: { cursors } } };
}

const ownMedia = (world: World, account: Account): PublicMedia[] =>
  shown(world, account, "media").map((media) => {
    const { likes, comments } = mediaFigures(world, account, media, world.clock.nowMs());
    return { ...mediaNode(world, media), like_count: likes, comments_count: comments };
  });

const types: Readonly<Record<RivalKind, string>> = {
  image: "IMAGE",
  video: "VIDEO",
  carousel: "CAROUSEL_ALBUM",
  link: "IMAGE",
  text: "IMAGE",
};

const mediaOf = (world: World, rival: Rival): PublicMedia[] =>
  rivalPosts(rival, world.clock.nowMs()).map(({ id, createdAt, kind, text, reactions, comments }) => ({
    id: `1788${rival.id.slice(-3)}${id}`,
    timestamp: graphTime(createdAt),
    caption: text,
    permalink: `${world.url()}/instagram/rivals/${rival.username}#${id}`,
    media_type: types[kind],
    media_product_type: kind === "video" ? "REELS" : "FEED",
    ...(rival.hidesLikes ? {} : { like_count: reactions }),
    comments_count: comments,
  }));
