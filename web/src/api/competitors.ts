import type { InferRequestType, InferResponseType } from "hono/client";
import { answerOf, api, outliving } from "./client.ts";

type Competitors = typeof api.competitors;
export type PlatformComparison = InferResponseType<Competitors["$get"]>["platforms"][number];
export type ComparedPage = PlatformComparison["pages"][number];
export type NewCompetitor = InferRequestType<Competitors["$post"]>["json"];

/** Competitors beside the workspace's own channels on the days `from` to `to`, both included. */
export const readCompetitors = (from: string, to: string) => answerOf(api.competitors.$get({ query: { from, to } }));
export const addCompetitor = (json: NewCompetitor) => answerOf(api.competitors.$post({ json }));
/** `leaving`: the page is being left, and the request has to outlive it. */
export const removeCompetitor = (id: string, leaving: boolean) =>
  answerOf(api.competitors[":id"].$delete({ param: { id } }, outliving(leaving)));
