import type { Thread } from "./model.ts";

/** Whether everybody concerned has been told that a thread's response target, the present one, has passed. */
export const isTold = ({ dueAt, toldDueAt }: Pick<Thread, "dueAt" | "toldDueAt">): boolean =>
  dueAt !== undefined && toldDueAt === dueAt;
