import { answerOf, api } from "./client.ts";
import type { ExperimentDraft } from "./contract.ts";

export const listExperiments = () => answerOf(api.experiments.$get());
export const createExperiment = (json: ExperimentDraft) => answerOf(api.experiments.$post({ json }));
export const scheduleExperiment = (id: string, at: string, timeZone: string) =>
  answerOf(api.experiments[":id"].schedule.$post({ param: { id }, json: { when: { at, timeZone } } }));
export const removeExperiment = (id: string) => answerOf(api.experiments[":id"].$delete({ param: { id } }));
/** The hours at which a channel's posts did better than usual. */
export const readBestTimes = (id: string) => answerOf(api.channels[":id"]["best-times"].$get({ param: { id } }));
