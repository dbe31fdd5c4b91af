import { answerOf, api } from "./client.ts";

export const listRecommendations = () => answerOf(api.recommendations.$get());
export const takeAsTask = (id: string) => answerOf(api.recommendations[":id"].task.$post({ param: { id } }));
export const applyToPlan = (id: string) => answerOf(api.recommendations[":id"].plan.$post({ param: { id } }));
export const dismissRecommendation = (id: string) =>
  answerOf(api.recommendations[":id"].dismiss.$post({ param: { id } }));
/** Takes back what was answered. */
export const takeBack = (id: string) => answerOf(api.recommendations[":id"].answer.$delete({ param: { id } }));
/** What is usual for each kind of content of a channel. */
export const readNorms = (id: string) => answerOf(api.channels[":id"].norms.$get({ param: { id } }));
/** How a publication stands among the others of its kind. */
export const readStanding = (id: string) => answerOf(api.publications[":id"].standing.$get({ param: { id } }));
