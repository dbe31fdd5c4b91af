import { answerOf, api, outliving } from "./client.ts";
import type { SourceDraft } from "./contract.ts";

export const listSources = () => answerOf(api.sources.$get());
export const addSource = (json: SourceDraft) => answerOf(api.sources.$post({ json }));
export const changeSource = (id: string, version: number, draft: SourceDraft) =>
  answerOf(api.sources[":id"].$put({ param: { id }, json: { ...draft, version } }));
export const removeSource = (id: string, leaving: boolean) =>
  answerOf(api.sources[":id"].$delete({ param: { id } }, outliving(leaving)));
