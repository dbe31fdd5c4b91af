import type { Queue } from "../kernel/queue.ts";
import type { ReadSourceMessage } from "./messages.ts";
import type { Source } from "./model.ts";

export interface Sources {
  /** The newest state, strongly consistent. */
  get(workspaceId: string, sourceId: string): Promise<Source | null>;
  list(workspaceId: string): Promise<readonly Source[]>;
  /** False when the id is taken. */
  create(source: Source): Promise<boolean>;
  /** Writes if still at `source.version`; `null` for a lost race. */
  save(source: Source): Promise<Source | null>;
  remove(workspaceId: string, sourceId: string): Promise<void>;
  /** Of all workspaces, those whose `nextReadAt` has come. */
  due(nowMs: number): Promise<readonly Source[]>;
}

export type SourceQueue = Queue<ReadSourceMessage>;
