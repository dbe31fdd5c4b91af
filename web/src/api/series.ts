import { answerOf, api } from "./client.ts";
import type { EvergreenDraft, SeriesChange } from "./contract.ts";

export const listSeries = () => answerOf(api.series.$get());
export const readSeries = (id: string) => answerOf(api.series[":id"].$get({ param: { id } }));
/** Makes a stored post the template of a series. */
export const createSeries = (json: { postId: string; rule: string; start: string; timeZone: string }) =>
  answerOf(api.series.$post({ json }));
/** The dates that a rule would give; nothing is stored. */
export const previewSeries = (json: { rule: string; start: string; timeZone: string }) =>
  answerOf(api.series.preview.$post({ json }));
export const changeSeries = (id: string, version: number, change: SeriesChange) =>
  answerOf(api.series[":id"].$patch({ param: { id }, json: { version, change } }));
/** Lets a series of its own go on from a date. */
export const splitSeries = (id: string, version: number, from: string) =>
  answerOf(api.series[":id"].split.$post({ param: { id }, json: { version, from } }));

export const readEvergreen = (postId: string) => answerOf(api.posts[":id"].evergreen.$get({ param: { id: postId } }));
export const markEvergreen = (postId: string, json: EvergreenDraft) =>
  answerOf(api.posts[":id"].evergreen.$put({ param: { id: postId }, json }));
export const stopEvergreen = (postId: string) =>
  answerOf(api.posts[":id"].evergreen.$delete({ param: { id: postId } }));
