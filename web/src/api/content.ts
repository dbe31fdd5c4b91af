import type { Asset, ChannelCheck, FreeSlot, Post, PostBody, PublicationSummary, TodayView } from "./contract.ts";
import { type Answer, get, patch, post } from "./request.ts";

export const readToday = (): Promise<Answer<TodayView>> => get("/api/today");

/** What goes out and where there is room, from the day `from` up to and without the day `to`. */
export const readCalendar = (from: string, to: string): Promise<Answer<CalendarView>> =>
  get(`/api/calendar?from=${from}&to=${to}`);

export interface CalendarView {
  publications: PublicationSummary[];
  freeSlots: FreeSlot[];
  timeZone: string;
}

/** A time as a person chose it: wall clock in a zone, or the next free slot of each channel. */
export type When = { at: string; timeZone: string } | { slot: "next" };

export interface PostView {
  post: Post;
  assets?: Asset[];
  publications: PublicationSummary[];
  checks: ChannelCheck[];
}

export const readPost = (id: string): Promise<Answer<PostView>> => get(`/api/posts/${id}`);
export const createPost = (body: PostBody): Promise<Answer<{ post: Post }>> => post("/api/posts", body);
export const editPost = (id: string, version: number, body: PostBody): Promise<Answer<{ post: Post }>> =>
  patch(`/api/posts/${id}`, { version, ...body });
export const checkPost = (body: PostBody): Promise<Answer<{ checks: ChannelCheck[] }>> =>
  post("/api/posts/check", body);
export const submitPost = (id: string, version: number): Promise<Answer<{ post: Post }>> =>
  post(`/api/posts/${id}/submit`, { version });
export const approvePost = (id: string, version: number): Promise<Answer<{ post: Post }>> =>
  post(`/api/posts/${id}/approve`, { version });
export const requestChanges = (id: string, version: number, note: string): Promise<Answer<{ post: Post }>> =>
  post(`/api/posts/${id}/request-changes`, { version, note });
export const schedulePost = (id: string, when: When): Promise<Answer<{ publications: PublicationSummary[] }>> =>
  post(`/api/posts/${id}/schedule`, when);
export const cancelPost = (id: string): Promise<Answer<unknown>> => post(`/api/posts/${id}/cancel`);
export const reschedule = (
  publicationId: string,
  when: { at: string; timeZone: string },
): Promise<Answer<{ publication: PublicationSummary }>> => patch(`/api/publications/${publicationId}`, when);
