import { createHash } from "node:crypto";

/** The partition, of `shards`, in which the thing with this id waits. */
export const wakeShardOf = (id: string, shards: number): string =>
  String((createHash("sha256").update(id).digest()[0] ?? 0) % shards);

/** What all partitions answer together. */
export async function fromWakeShards<Item>(
  shards: number,
  ask: (shard: string) => Promise<{ readonly data: readonly Item[] }>,
): Promise<readonly Item[]> {
  const answers = await Promise.all(Array.from({ length: shards }, (_, shard) => ask(String(shard))));
  return answers.flatMap(({ data }) => data);
}
