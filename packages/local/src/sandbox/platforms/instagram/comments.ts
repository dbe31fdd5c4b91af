import type { Comment, Media } from "./model.ts";
import type { World } from "./world.ts";

/** Writes a comment under a publication; `at` is now unless given (epoch ms). */
export function addComment(
  world: World,
  media: Media,
  from: Comment["from"],
  text: string,
  at: number = world.clock.nowMs(),
): Comment {
  return world.comments.put({ id: world.newId(), mediaId: media.id, from, text, createdAt: at });
}

/** A person of the audience by name: Instagram shows names in lower case without spaces. */
export const personOf = (name: string): Comment["from"] => {
  const username = name.trim().toLowerCase().replaceAll(/\s+/g, ".");
  return {
    id: `6600${[...username].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) % 1e11, 7)}`,
    username,
  };
};
