import * as v from "valibot";
import { formCampaign } from "./ads.ts";
import * as changes from "./changes.ts";
import * as conversations from "./conversations.ts";
import * as engagement from "./engagement.ts";
import type { Page } from "./model.ts";
import { putPost } from "./publishing.ts";
import type { World } from "./world.ts";

/* What a person of the audience can do: one table, for the control API, the forms of the page and the demo alike. */

const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const common = {
  person: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1)), "Гість"),
  /** Epoch ms; default now. */
  at: v.optional(v.number()),
  /** For this act's webhook: how often it comes, how late. */
  deliver: v.optional(
    v.object({
      copies: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10))),
      delayMs: v.optional(v.pipe(v.number(), v.minValue(0))),
    }),
  ),
};

type Act = (world: World, page: Page, input: unknown) => { readonly id: string };

/** An act whose input is parsed first; throws a `ValiError` for input that it cannot be. */
const act =
  <Schema extends v.GenericSchema>(
    schema: Schema,
    run: (world: World, page: Page, input: v.InferOutput<Schema>) => { readonly id: string },
  ): Act =>
  (world, page, input) =>
    run(world, page, v.parse(schema, input));

export const acts = {
  /** Comments on a post, a comment (`on`), or a recommendation's story. */
  comment: act(v.object({ ...common, on: text, message: text }), (world, _, { on, message, person, at, deliver }) =>
    engagement.addComment(world, { nodeId: on, from: world.person(person), message, at }, deliver),
  ),
  reaction: act(
    v.object({ ...common, on: text, type: v.optional(text, "like") }),
    (world, page, { on, type, person, at }) => {
      engagement.react(world, page, { postId: on, from: world.person(person), type, ...(at ? { at } : {}) });
      return { id: on };
    },
  ),
  share: act(v.object({ ...common, on: text }), (world, _, { on, person, at }) => {
    engagement.share(world, { postId: on, from: world.person(person), ...(at ? { at } : {}) });
    return { id: on };
  }),
  message: act(v.object({ ...common, message: text }), (world, page, { message, person, at, deliver }) =>
    conversations.putMessage(
      world,
      page,
      { person: world.person(person), fromPage: false, text: message, at },
      deliver,
    ),
  ),
  recommendation: act(
    v.object({ ...common, recommends: v.boolean(), message: v.optional(v.string(), "") }),
    (world, page, { recommends, message, person, at, deliver }) =>
      conversations.recommend(world, page, { from: world.person(person), recommends, text: message, at }, deliver),
  ),
  /** With `ad` in the form of the demo's ad campaign, otherwise in the page's own. */
  lead: act(
    v.object({ ...common, fields: v.record(v.string(), v.string()), ad: v.optional(v.boolean(), false) }),
    (world, page, { fields, ad, at, deliver }) =>
      conversations.fillInForm(world, page, fields, deliver, { at, adCampaignId: ad ? formCampaign.id : undefined }),
  ),
  /** A visitor's own post on the page. */
  post: act(v.object({ ...common, message: text }), (world, page, { message, person, at }) =>
    putPost(world, page, { from: world.person(person), message, photoIds: [], createdAt: at ?? world.clock.nowMs() }),
  ),
  /** A post elsewhere that names the page. Facebook does not tell who wrote it. */
  mention: act(v.object({ ...common, message: text }), (world, page, { message, at, deliver }) => {
    const id = `99000${world.next("elsewhere")}_${world.next("elsewhere")}`;
    world.announce(changes.mentionChange(page.id, { postId: id, message, at: at ?? world.clock.nowMs() }), deliver);
    return { id };
  }),
  follow: act(
    v.object({
      at: common.at,
      gained: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
      lost: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
    }),
    (world, page, { gained, lost, at = world.clock.nowMs() }) =>
      world.follows.put({ id: String(world.next("follows")), pageId: page.id, gained, lost, at }),
  ),
} as const satisfies Record<string, Act>;

export type ActName = keyof typeof acts;

/** Does an act by its name; `null` when there is no such act. */
export function perform(world: World, page: Page, name: string, input: unknown): { id: string } | null {
  if (!Object.hasOwn(acts, name)) return null;
  return { id: acts[name as ActName](world, page, input).id };
}
