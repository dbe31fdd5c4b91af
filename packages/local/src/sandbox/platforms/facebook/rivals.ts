import { graphTime, paged } from "../../meta/graph-answer.ts";
import type { GraphCall } from "../../meta/graph-app.ts";
import { GraphError } from "../../meta/graph-error.ts";
import { type Rival, type RivalKind, rivalFollowers, rivalPosts } from "../../meta/rivals.ts";
import { needScope } from "../../meta/tokens.ts";
import type { Page, Post } from "./model.ts";
import { followersAt } from "./reach.ts";
import { feed, postNode } from "./reading.ts";
import type { World } from "./world.ts";

/** Pages of others. */
export const rivals: readonly Rival[] = [
  {
    id: "109900000000201",
    username: "kava.na.podoli",
    name: "Кава на Подолі",
    followers: 3900,
    daily: 3,
    postsAWeek: 4.6,
    kinds: ["image", "video", "link", "image"],
    liveliness: 9,
    texts: [
      "Сьогодні ввечері грає джаз, вхід вільний",
      "Відкрили передзамовлення новорічних наборів",
      "Про нас написали «Смачні місця»",
      "Хто впізнає цей двір? Першому — кава від нас",
    ],
  },
  {
    id: "109900000000202",
    username: "pekarnia.na.rozi",
    name: "Пекарня на розі",
    followers: 940,
    daily: 1,
    postsAWeek: 2,
    kinds: ["image", "carousel", "text"],
    liveliness: 26,
    texts: ["Житній на заквасці о восьмій", "Пироги до свята: замовляйте до п'ятниці", "Шукаємо пекаря в нічну зміну"],
  },
];

const needs = (also: string) =>
  `This endpoint requires the 'pages_read_engagement' permission or the 'Page Public Content Access' feature${also}. Refer to https://developers.facebook.com/docs/apps/review for details.`;

/** Another's page by its id or name; `undefined` where the node is none. */
export function rivalNode(call: GraphCall<World>): object | undefined {
  const rival = rivalOf(call.node);
  if (!rival) return undefined;
  allowed(call, ["content", "metadata"], " or the 'Page Public Metadata Access' feature");
  const { world } = call;
  return { ...node(world, rival), followers_count: rivalFollowers(rival, world.clock.nowMs()) };
}

/** What a page tells of itself, its followers among it. */
export const pageNode = (world: World, page: Page): object => ({
  ...node(world, page),
  followers_count: followersAt(world, page, world.clock.nowMs()),
});

const node = (world: World, { id, name, username }: Pick<Page, "id" | "name" | "username">): object => ({
  ...{ id, name, username },
  link: `${world.url()}/facebook/${rivalOf(id) ? "rivals" : "pages"}/${id}`,
});

/** `GET /{page}/posts`: of the token's own page, or of another's. */
export function publicPosts(call: GraphCall<World>): object {
  const { world, params, url } = call;
  const since = Number(params.since) * 1000 || 0;
  const rival = rivalOf(call.node);
  if (!rival) {
    const page = world.page(call.node);
    if (!page || call.token.pageIds[0] !== page.id) throw unknownAlias(call.node);
    needScope(call.token, "pages_read_engagement");
    const posts = feed(world, page, params).flatMap(({ id }) => world.posts.get(id) ?? []);
    const own = posts.filter(({ from }) => from.id === page.id);
    return paged(
      own.map((post) => ({ ...postNode(world, post), ...attached(kindOf(post)) })),
      params,
      url,
    );
  }
  allowed(call, ["content"], "");
  const posts = rivalPosts(rival, world.clock.nowMs()).filter(({ createdAt }) => createdAt >= since);
  return paged(
    posts.map(({ id, createdAt, kind, text, reactions, comments, shares }) => ({
      id: `${rival.id}_${id}`,
      created_time: graphTime(createdAt),
      message: text,
      permalink_url: `${world.url()}/facebook/rivals/${rival.id}#${id}`,
      ...attached(kind),
      reactions: { data: [], summary: { total_count: reactions } },
      comments: { data: [], summary: { total_count: comments } },
      ...(shares > 0 && { shares: { count: shares } }),
    })),
    params,
    url,
  );
}

/** What Graph says of a name that nothing has; of an id it says something else. */
export const unknownAlias = (alias: string): GraphError =>
  new GraphError(803, `Some of the aliases you requested do not exist: ${alias}`, { status: 404 });

const rivalOf = (node: string): Rival | undefined =>
  rivals.find(({ id, username }) => node === id || node === username);

function allowed({ world, params }: GraphCall<World>, access: readonly string[], also: string): void {
  const { publicAccess } = world.currentSettings();
  if (!access.includes(publicAccess)) throw new GraphError(10, needs(also));
  if (!params.appsecret_proof) {
    throw new GraphError(100, "Pages Public Content Access requires either app secret proof or an app token");
  }
}

const kindOf = ({ videoId, photoIds, link }: Post): RivalKind => {
  if (videoId) return "video";
  if (photoIds.length > 0) return photoIds.length > 1 ? "carousel" : "image";
  return link ? "link" : "text";
};

const mediaTypes: Readonly<Record<RivalKind, string | null>> = {
  image: "photo",
  carousel: "album",
  video: "video",
  link: "link",
  text: null,
};

const attached = (kind: RivalKind): object => {
  const media_type = mediaTypes[kind];
  return media_type ? { attachments: { data: [{ media_type }] } } : { attachments: undefined };
};
