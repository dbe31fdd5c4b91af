import type { Absences } from "./absences.ts";
import type { PollSubject } from "./messages.ts";
import type { Message, Thread } from "./model.ts";
import type { AnswerBook } from "./note-answer.ts";
import type { Outgoing } from "./outgoing.ts";

export interface Messages {
  get(workspaceId: string, threadId: string, messageId: string): Promise<Message | null>;
  /** All messages of a thread, read consistently, in no particular order. */
  listByThread(workspaceId: string, threadId: string): Promise<readonly Message[]>;
  /**
   * Stores a message if the stored one still has `expected` as its revision (`null`: if there is none); false when it
   * has not, so that the caller reads again.
   */
  save(message: Message, expected: string | null): Promise<boolean>;
  /** The messages of a channel that appeared in `[from, to)`, epoch ms, in order of time. Eventually consistent. */
  listByChannelAndTime(workspaceId: string, channelId: string, from: number, to: number): Promise<readonly Message[]>;
}

/** The place in a list after which the next page begins. */
export interface ThreadPosition {
  readonly lastAt: number;
  readonly id: string;
}

/** The place in the list by response target. */
export interface TargetPosition {
  readonly dueAt: number;
  readonly id: string;
}

export interface Threads {
  /** Read consistently. */
  get(workspaceId: string, threadId: string): Promise<Thread | null>;
  /** Stores a thread if basis and revision of the stored one are those expected (`null`: if there is none). */
  save(thread: Thread, expected: Pick<Thread, "basis" | "revision"> | null): Promise<boolean>;
  /** At most `limit` threads in a state, the last active first, beginning after `after`. */
  list(
    workspaceId: string,
    state: "open" | "done",
    limit: number,
    after: ThreadPosition | undefined,
  ): Promise<readonly Thread[]>;
  /**
   * At most `limit` open threads that wait for an answer, the one whose target comes first at the top, beginning after
   * `after`.
   */
  listByTarget(workspaceId: string, limit: number, after: TargetPosition | undefined): Promise<readonly Thread[]>;
  /**
   * At most `limit` of them whose target has passed at `nowMs`, that are not set aside then, and that the store does not
   * know to be told: reading costs the same however many were told. One that was told before the store knew may be there.
   */
  listOverdue(workspaceId: string, nowMs: number, limit: number): Promise<readonly Thread[]>;
  /** A person's threads in the workspace, on whatever channel of the platform, the last active first. */
  listByPerson(
    workspaceId: string,
    platform: string,
    personRemoteId: string,
    limit: number,
  ): Promise<readonly Thread[]>;
}

export interface Outgoings {
  get(workspaceId: string, threadId: string, id: string): Promise<Outgoing | null>;
  listByThread(workspaceId: string, threadId: string): Promise<readonly Outgoing[]>;
  /** False when there is one with this id. */
  create(outgoing: Outgoing): Promise<boolean>;
  /** Stores a change (`version` one higher) if nobody else made one since; false otherwise. */
  save(outgoing: Outgoing): Promise<boolean>;
  /** At most `limit` of all workspaces whose `wakeAt` has come, the longest waiting first in each shard. */
  listDue(nowMs: number, limit: number): Promise<readonly Outgoing[]>;
}

/** How far each list of a channel has been compared with the platform, and what it left out of what is known. */
export interface PollMarks {
  get(workspaceId: string, channelId: string, subject: PollSubject): Promise<PollMark>;
  /** Moves the mark forward, never back. */
  advance(workspaceId: string, channelId: string, subject: PollSubject, knownUntil: number): Promise<void>;
  /** Remembers what was left out; of two looks at once the later word counts. */
  noteAbsences(workspaceId: string, channelId: string, subject: PollSubject, absences: Absences): Promise<void>;
}

export interface PollMark {
  /** The time of the newest entry up to which all is known, epoch ms; `null` when it was never walked to its end. */
  readonly knownUntil: number | null;
  readonly absences: Absences;
}

/** What was answered lately on each channel. */
export interface AnswerBooks {
  /** Read consistently; an empty one of version 0 where nothing was answered yet. */
  get(workspaceId: string, channelId: string): Promise<AnswerBook>;
  /** Stores it one version higher if nobody else did since it was read; false otherwise. */
  save(book: AnswerBook): Promise<boolean>;
}
