import { expect, it } from "vitest";
import { messageReceived, reviewReceived } from "#core/inbox/index.ts";
import { ruleReactions } from "./rule-reactions.ts";

it("lets rules look at what customers write for the first time, and at nothing that rules cause", () => {
  expect(Object.keys(ruleReactions).sort()).toEqual([messageReceived.type, reviewReceived.type]);
});
