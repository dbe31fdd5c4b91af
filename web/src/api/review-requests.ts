import { answerOf, api } from "./client.ts";
import type { RequestSettings } from "./contract.ts";

const requests = api["review-requests"];

/** A page of requests for reviews, the newest first. */
export const listRequests = (cursor?: string) => answerOf(requests.$get({ query: cursor ? { cursor } : {} }));
/** What asking has brought in the last days. */
export const readRequestFigures = () => answerOf(requests.figures.$get());
export const readRequestSettings = () => answerOf(requests.settings.$get());
export const changeRequestSettings = (json: RequestSettings) => answerOf(requests.settings.$put({ json }));
/** Asks one customer now. */
export const askPerson = (json: Parameters<typeof requests.$post>[0]["json"]) => answerOf(requests.$post({ json }));
export const cancelRequest = (id: string) => answerOf(requests[":id"].cancel.$post({ param: { id } }));
export const neverAskAgain = (id: string) => answerOf(requests[":id"]["never-again"].$post({ param: { id } }));
