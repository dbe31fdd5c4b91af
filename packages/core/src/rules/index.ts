export { hideKeyOf } from "./carry-out.ts";
export * from "./change-rules.ts";
export * from "./list-rules.ts";
export * from "./model.ts";
export * from "./ports.ts";
export { type RunRulesDeps, runRulesOnMessage, runRulesOnReview } from "./run-rules.ts";
export { subjectOfMessage, subjectOfReview } from "./subject.ts";
export * from "./try-rule.ts";
