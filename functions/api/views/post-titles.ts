import type { Posts } from "#core/content/index.ts";

const longestTitle = 80;

/** What posts are called in a list: how their text begins, by id. A post without text has none. */
export async function titlesOf(
  { posts }: { posts: Pick<Posts, "getMany"> },
  workspaceId: string,
  postIds: readonly string[],
): Promise<Record<string, string>> {
  const found = postIds.length > 0 ? await posts.getMany(workspaceId, [...new Set(postIds)]) : [];
  return Object.fromEntries(found.map(({ id, base }) => [id, beginningOf(base.text)]));
}

/** The first line, cut between words. */
function beginningOf(text: string): string {
  const [line = ""] = text.trim().split("\n");
  if (line.length <= longestTitle) return line;
  const cut = line.slice(0, longestTitle);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), longestTitle / 2)).trimEnd()}…`;
}
