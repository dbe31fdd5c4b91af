import type { Manifest } from "#core/channels/manifest.ts";
import type { Language } from "#core/kernel/language.ts";

export type Role = "owner" | "manager" | "author" | "viewer";

export interface Member {
  id: string;
  name: string;
  email: string;
  role: Role;
  language: Language;
}

export interface Workspace {
  id: string;
  name: string;
  timeZone: string;
  language: Language;
  currency: string;
}

export interface Me {
  member: Member;
  workspace: Workspace;
}

export interface Slot {
  /** 1 is Monday, 7 Sunday. */
  weekday: number;
  /** Wall-clock time in the workspace's zone, `HH:MM`. */
  time: string;
}

export interface Channel {
  id: string;
  platform: string;
  name: string;
  url?: string;
  state: "connected" | "reconnect";
  manifest: Manifest;
  slots: Slot[];
}

export interface Candidate {
  remoteId: string;
  name: string;
  url?: string;
}

/** A failure with its sentence in the member's language. */
export interface Problem {
  code: string;
  message: string;
  field?: string;
  cure?: string;
  details?: Problem[];
}

export type PublicationState =
  | "scheduled"
  | "publishing"
  | "processing"
  | "published"
  | "failed"
  | "unconfirmed"
  | "canceled";

export interface PublicationSummary {
  id: string;
  postId: string;
  channelId: string;
  platform: string;
  state: PublicationState;
  dueAt: number;
  timeZone: string;
  publishedAt?: number;
  text: string;
  mediaUrl?: string;
  url?: string;
  failure?: Problem;
}

export interface Content {
  text: string;
  link?: string;
  mediaIds: string[];
}

export type PostState = "draft" | "in-review" | "changes-requested" | "approved" | "scheduled" | "canceled";

/** What one channel shows instead of the base; `link` of `null` takes the base's link away. */
export interface Variant {
  text?: string;
  link?: string | null;
  mediaIds?: string[];
}

export interface HistoryEntry {
  at: number;
  by: string;
  what: string;
  note?: string;
}

export interface PostBody {
  base: Content;
  channelIds: string[];
  variants: Record<string, Variant>;
  topic?: string;
  notes?: string;
  labels?: string[];
}

export interface Post extends PostBody {
  id: string;
  state: PostState;
  version: number;
  authorId: string;
  history: HistoryEntry[];
}

export interface ChannelCheck {
  channelId: string;
  problems: Problem[];
}

export interface Asset {
  id: string;
  kind: "image" | "video";
  contentType: string;
  bytes: number;
  width?: number;
  height?: number;
  altText?: string;
  url: string;
}

export interface FreeSlot {
  channelId: string;
  at: number;
}

export interface Attention {
  kind:
    | "waiting-for-answer"
    | "waiting-for-approval"
    | "failed-publication"
    | "unconfirmed-publication"
    | "reconnect-channel"
    | "report-due";
  count: number;
  id?: string;
  title?: string;
  dueAt?: number;
}

export interface TodayView {
  needsAttention: Attention[];
  goingOut: PublicationSummary[];
  audience: {
    followers: number | null;
    changePercent: number | null;
    series: { day: string; value: number | null }[];
  };
  goals: { onCourse: number; behind: number };
}

export type ThreadKind = "comment" | "mention" | "direct" | "review";
export type InboxState = "open" | "done" | "all";

export interface ThreadSummary {
  id: string;
  channelId: string;
  kind: ThreadKind;
  author: { name?: string };
  excerpt: string;
  lastAt: number;
  unanswered: number;
  state: "open" | "done";
  sentiment?: "negative" | "neutral" | "positive";
  intent?: string;
  /** When an answer is due by the response target, epoch ms. */
  dueAt?: number;
  assignee?: string;
  review?: { rating?: number; recommends?: boolean };
}

export interface Reply {
  state: "queued" | "sending" | "sent" | "failed" | "unconfirmed";
  failure?: Problem;
}

export interface InboxMessage {
  id: string;
  own: boolean;
  author: { name?: string };
  text: string;
  at: number;
  state: "visible" | "hidden" | "removed";
  edited: boolean;
  liked?: boolean;
  reply?: Reply;
}

export interface ThreadView {
  thread: ThreadSummary;
  post?: { id?: string; text: string; url?: string; publishedAt?: number };
  person: { name?: string; url?: string; firstAt?: number; threads?: number };
  messages: InboxMessage[];
}
