import type { Actor } from "../kernel/actor.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import type { Post } from "./model.ts";
import type { Posts, SeriesStore } from "./ports.ts";
import type { Series } from "./series.ts";

/** A series with the post it repeats. */
export interface RepeatedPost {
  readonly series: Series;
  readonly template: Post;
}

interface ReadDeps {
  readonly series: Pick<SeriesStore, "get" | "list">;
  readonly posts: Pick<Posts, "get">;
}

/** One series of the actor's workspace. */
export async function getSeries(
  deps: ReadDeps,
  actor: Actor,
  input: { seriesId: string },
): Promise<Result<RepeatedPost, Failure>> {
  const series = await deps.series.get(actor.workspaceId, input.seriesId);
  const template = series && (await deps.posts.get(actor.workspaceId, series.postId));
  return series && template ? ok({ series, template }) : err(notFound());
}

/** The series of the actor's workspace, the newest first. */
export async function listSeries(deps: ReadDeps, actor: Actor): Promise<readonly RepeatedPost[]> {
  const all = await deps.series.list(actor.workspaceId);
  const pairs = await Promise.all(
    all.map(async (series) => ({ series, template: await deps.posts.get(actor.workspaceId, series.postId) })),
  );
  return pairs
    .flatMap(({ series, template }) => (template ? [{ series, template }] : []))
    .sort((a, b) => b.series.createdAt - a.series.createdAt);
}
