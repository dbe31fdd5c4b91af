import type { Workspaces } from "../../access/index.ts";
import type { Campaigns } from "../../campaigns/index.ts";
import type { Channels } from "../../channels/connected/index.ts";
import type { Assets, Post, Posts } from "../../content/index.ts";
import type { Actor } from "../../kernel/actor.ts";
import { fromCursor, toCursor } from "../../kernel/cursor.ts";
import { type Failure, invalid, notFound } from "../../kernel/failure.ts";
import type { Language } from "../../kernel/language.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Publication, PublicationContent, Publications } from "../../publishing/index.ts";
import { heading } from "../columns.ts";
import { byteOrderMark, tableLines } from "../csv/write-table.ts";
import { exportedRange } from "./exported-range.ts";
import type { ExportPage } from "./model.ts";
import { cellsOf, exportedColumns, rowsOf } from "./publication-rows.ts";

export interface ExportDeps {
  readonly publications: Pick<Publications, "list">;
  readonly posts: Pick<Posts, "get">;
  readonly assets: Pick<Assets, "getMany">;
  readonly channels: Pick<Channels, "list">;
  readonly campaigns: Pick<Campaigns, "list">;
  readonly workspaces: Pick<Workspaces, "get">;
}

/** A part of a file; parts joined in their order are the file. `next` asks for the following one. */
export interface FilePart {
  readonly text: string;
  readonly next?: string;
}

/** Publications of one part, and how many posts are read at once. */
const partLength = 200;
const together = 10;

/**
 * A part of the table of a period's publications, in the order of time. Whatever the length of the period, one part is
 * held at a time. The first carries the mark by which Excel knows UTF-8, and the headings in the member's language.
 */
export async function exportTable(
  deps: ExportDeps,
  actor: Actor,
  language: Language,
  input: ExportPage,
): Promise<Result<FilePart, Failure>> {
  const { workspaceId } = actor;
  const after = input.cursor === undefined ? undefined : fromCursor(workspaceId, "export", input.cursor);
  if (after === null) return err(invalid("invalid-cursor", { field: "cursor" }));
  const workspace = await deps.workspaces.get(workspaceId);
  if (!workspace) return err(notFound());
  const found = await deps.publications.list(workspaceId, {
    ...exportedRange(input, workspace.timeZone),
    limit: partLength + 1,
    after,
  });
  const items = wholeInstants(found);
  const [channels, campaigns, posts, assets] = await Promise.all([
    deps.channels.list(workspaceId),
    deps.campaigns.list(workspaceId),
    postsOf(deps.posts, items),
    deps.assets.getMany(workspaceId, [...new Set(items.flatMap(({ content }) => mediaOf(content)))]),
  ]);
  const sources = { language, channels, campaigns, posts, assets: new Map(assets.map((asset) => [asset.id, asset])) };
  const rows = rowsOf(items).map((row) => cellsOf(row, sources));
  const head = after ? "" : byteOrderMark + tableLines([exportedColumns.map((column) => heading(column, language))]);
  const last = items.at(-1);
  const more = found.length > items.length && last;
  return ok({
    text: head + tableLines(rows),
    ...(more && { next: toCursor(workspaceId, "export", { at: last.dueAt, id: last.id }) }),
  });
}

/** Without the last instant, when it may go on in the next part: channels of one post share their instant, and a row. */
function wholeInstants(found: readonly Publication[]): readonly Publication[] {
  if (found.length <= partLength) return found;
  const whole = found.filter(({ dueAt }) => dueAt !== found.at(-1)?.dueAt);
  return whole.length > 0 ? whole : found.slice(0, partLength);
}

const mediaOf = ({ media, thread = [] }: PublicationContent): readonly string[] =>
  [...media, ...thread.flatMap((part) => part.media)].map(({ assetId }) => assetId);

async function postsOf(posts: Pick<Posts, "get">, items: readonly Publication[]): Promise<Map<string, Post>> {
  const byId = new Map<string, Post>();
  const wanted = [...new Map(items.map(({ postId, workspaceId }) => [postId, workspaceId]))];
  for (let at = 0; at < wanted.length; at += together) {
    const some = wanted.slice(at, at + together);
    for (const post of await Promise.all(some.map(([postId, workspaceId]) => posts.get(workspaceId, postId)))) {
      if (post) byId.set(post.id, post);
    }
  }
  return byId;
}
