import * as v from "valibot";
import { invisible } from "../../meta/graph-error.ts";
import { addComment, personOf, placeOf } from "./comments.ts";
import { putMessage } from "./conversations.ts";
import { putMention } from "./mentions.ts";
import type { Account } from "./model.ts";
import type { World } from "./world.ts";

/* What a person of the audience can do: one table, for the control API and the forms of the pages alike. */

const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2200));
const common = { person: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)), message: text };
const spokenSchema = v.object(common);
const mentionSchema = v.object({ ...common, in: v.optional(v.picklist(["caption", "comment"]), "caption") });
const commentSchema = v.object({ ...common, on: text });

const people = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0);
const followSchema = v.object({ gained: people, lost: people, at: v.optional(v.number()) });

type Act = (world: World, account: Account, input: unknown) => { readonly id: string };

const acts: Readonly<Record<string, Act>> = {
  /** Comments on a publication or, as a reply, on a comment (`on`). */
  comment(world, account, input) {
    const { on, person, message } = v.parse(commentSchema, input);
    const place = placeOf(world, on);
    if (place?.media.accountId !== account.id) throw invisible(on);
    return addComment(world, place, { from: personOf(person), text: message });
  },
  follow(world, account, input) {
    const { gained, lost, at = world.clock.nowMs() } = v.parse(followSchema, input);
    return world.follows.put({ id: world.newId(), accountId: account.id, gained, lost, at });
  },
  message(world, account, input) {
    const { person, message } = v.parse(spokenSchema, input);
    return putMessage(world, account, { person: personOf(person), fromAccount: false, text: message });
  },
  /** Names the account in the caption of a publication elsewhere, or in a comment below one. */
  mention(world, account, input) {
    const { person, message, in: place } = v.parse(mentionSchema, input);
    return putMention(world, account, { person: personOf(person), text: message, inComment: place === "comment" });
  },
};

/** Does an act by its name; `null` when there is no such act. Throws a `ValiError` for input that it cannot be. */
export function perform(world: World, account: Account, name: string, input: unknown): { id: string } | null {
  const act = Object.hasOwn(acts, name) ? acts[name] : undefined;
  return act ? { id: act(world, account, input).id } : null;
}
