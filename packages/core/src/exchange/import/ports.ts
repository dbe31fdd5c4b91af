import type { ObjectFiles } from "../../content/index.ts";
import type { Queue } from "../../kernel/queue.ts";
import type { ImportMessage } from "./messages.ts";
import type { Import } from "./model.ts";

export interface Imports {
  /** The newest state, strongly consistent. */
  get(workspaceId: string, importId: string): Promise<Import | null>;
  /** False when the id is taken. */
  create(item: Import): Promise<boolean>;
  /** Writes if still at `item.version`; answers it with its next version, or `null` for a lost race. */
  save(item: Import): Promise<Import | null>;
  /** At most `limit`, the newest first. */
  list(workspaceId: string, limit: number): Promise<readonly Import[]>;
}

/** The files of imports. */
export type ImportFiles = Pick<ObjectFiles, "presignPut" | "head" | "stream" | "write">;

export type ImportQueue = Queue<ImportMessage>;
