import * as v from "valibot";
import { watchComplaint, watchUnhappyReview } from "#core/cases/index.ts";
import { messageChanged, messageReceived, reviewChanged, reviewReceived } from "#core/inbox/index.ts";
import { systemClock } from "#core/kernel/clock.ts";
import * as runtime from "../runtime.ts";
import type { Reactions } from "./reactions.ts";

const deps = () => ({
  clock: systemClock,
  cases: runtime.cases(),
  threads: runtime.threads(),
  messages: runtime.messages(),
  reviews: runtime.reviews(),
});

/** Who is unhappy gets a case; who thinks better of it is noted there. Each event may come again. */
export const caseReactions: Reactions = {
  [reviewReceived.type]: async (event) => watchUnhappyReview(deps(), v.parse(reviewReceived.schema, event)),
  [reviewChanged.type]: async (event) => watchUnhappyReview(deps(), v.parse(reviewChanged.schema, event)),
  [messageChanged.type]: async (event) => watchComplaint(deps(), v.parse(messageChanged.schema, event)),
  [messageReceived.type]: async (event) => watchComplaint(deps(), v.parse(messageReceived.schema, event)),
};
