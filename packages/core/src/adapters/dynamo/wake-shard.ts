import { createHash } from "node:crypto";

/** The partition, of `shards`, in which the thing with this id waits. */
export const wakeShardOf = (id: string, shards: number): string =>
  String((createHash("sha256").update(id).digest()[0] ?? 0) % shards);

/** All partitions. */
export const wakeShardNames = (shards: number): readonly string[] =>
  Array.from({ length: shards }, (_, i) => String(i));
