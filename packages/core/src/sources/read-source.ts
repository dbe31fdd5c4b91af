import type { Workspaces } from "../access/index.ts";
import { digestOf } from "../kernel/stamped.ts";
import { fetchReading } from "./fetch-reading.ts";
import { type MakeDraftDeps, makeDraft } from "./make-draft.ts";
import type { ReadSourceMessage } from "./messages.ts";
import { type Entry, type Source, sourceLimits } from "./model.ts";
import type { Sources } from "./ports.ts";

export interface ReadSourceDeps extends MakeDraftDeps {
  readonly sources: Pick<Sources, "get" | "save">;
  readonly workspaces: Pick<Workspaces, "get">;
}

/**
 * Reads a source whose time has come and makes drafts of its new entries, each once. The first reading takes the newest
 * few and counts the rest as old. A reading that fails is kept on the source, and each further one in a row waits twice
 * as long, up to a day.
 */
export async function readSource(deps: ReadSourceDeps, message: ReadSourceMessage): Promise<string> {
  const source = await deps.sources.get(message.workspaceId, message.sourceId);
  const now = deps.clock.nowMs();
  if (!source || source.paused || source.nextReadAt === undefined || source.nextReadAt > now) return "nothing-to-do";
  const fetched = await fetchReading(deps.web, source);
  if (!fetched.ok) {
    const { code, params } = fetched.error;
    const failures = source.failures + 1;
    const nextReadAt = now + Math.min(sourceLimits.everyMs * 2 ** source.failures, sourceLimits.longestBackoffMs);
    const saved = await deps.sources.save({
      ...source,
      failures,
      failure: { code, params },
      lastReadAt: now,
      nextReadAt,
    });
    return saved ? code : "overtaken";
  }
  const { reading, etag, lastModified } = fetched.value;
  const { failure: _failure, etag: _etag, lastModified: _lastModified, ...rest } = source;
  const marks = { ...(etag !== undefined && { etag }), ...(lastModified !== undefined && { lastModified }) };
  const next = { ...rest, failures: 0, lastReadAt: now, nextReadAt: now + sourceLimits.everyMs };
  if (!reading) return (await deps.sources.save({ ...next, ...marks })) ? "unchanged" : "overtaken";
  const { taken, seen, more } = chosen(source, reading.entries);
  const language = (await deps.workspaces.get(source.workspaceId))?.language ?? "uk";
  let made = 0;
  for (const entry of taken.toReversed()) if (await makeDraft(deps, language, source, entry)) made += 1;
  const title = reading.title ?? source.title;
  const saved = await deps.sources.save({
    ...next,
    // With more entries waiting, the server must not answer next time that it has nothing new.
    ...(more ? {} : marks),
    ...(title !== undefined && { title }),
    seen,
    made: source.made + made,
  });
  return saved ? `made-${made}` : "overtaken";
}

const markOf = ({ guid }: Entry): string => digestOf(guid).slice(0, 16);

/** Which entries become drafts now, and which are dealt with after that. */
function chosen(source: Source, entries: readonly Entry[]) {
  const known = new Set(source.seen);
  const fresh = entries.filter((entry) => !known.has(markOf(entry)));
  const isFirst = source.seen === undefined;
  const taken = fresh.slice(0, isFirst ? sourceLimits.firstEntries : sourceLimits.entries);
  const done = new Set([...known, ...taken.map(markOf)]);
  const seen = entries.map(markOf).filter((mark) => isFirst || done.has(mark));
  return { taken, seen, more: !isFirst && fresh.length > taken.length };
}
