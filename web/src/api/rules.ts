import type { InferRequestType, InferResponseType } from "hono/client";
import { useResource } from "../resource.ts";
import { answerOf, api, outliving } from "./client.ts";

type Rules = typeof api.rules;

export type RuleList = InferResponseType<Rules["$get"]>;
export type Rule = RuleList["rules"][number];
export type RuleDraft = Omit<InferRequestType<Rules["$post"]>["json"], "version">;
export type Trial = InferResponseType<Rules["try"]["$post"]>;

export const useRules = () => useResource("rules", () => answerOf(api.rules.$get()));
export const createRule = (rule: RuleDraft, version: number) =>
  answerOf(api.rules.$post({ json: { ...rule, version } }));
export const editRule = (id: string, rule: RuleDraft, version: number) =>
  answerOf(api.rules[":id"].$put({ param: { id }, json: { ...rule, version } }));
export const orderRules = (ruleIds: string[], version: number) =>
  answerOf(api.rules.order.$put({ json: { ruleIds, version } }));
export const removeRule = (id: string, version: number, leaving = false) =>
  answerOf(api.rules[":id"].$delete({ param: { id }, query: { version: String(version) } }, outliving(leaving)));
export const tryRule = (rule: RuleDraft, ruleId?: string) =>
  answerOf(api.rules.try.$post({ json: { ...rule, ...(ruleId ? { ruleId } : {}) } }));

export const prioritiseThread = (id: string, priority: "normal" | "high") =>
  answerOf(api.inbox[":id"].priority.$post({ param: { id }, json: { priority } }));
export const dropDraft = (id: string) => answerOf(api.inbox[":id"].draft.$delete({ param: { id } }));
