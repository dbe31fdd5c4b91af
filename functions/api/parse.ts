import { validator } from "hono-openapi";
import type * as v from "valibot";
import { validationProblem } from "#core/i18n/validation.ts";
import { type Failure, invalid } from "#core/kernel/failure.ts";
import type { Language } from "#core/kernel/language.ts";
import type { ApiEnv } from "./context.ts";
import { refuse } from "./errors.ts";

/** Parses the JSON body, query or path by a schema, or answers 400 with every field that is wrong. */
export const parse = <Target extends "json" | "query" | "param", Schema extends v.GenericSchema>(
  target: Target,
  schema: Schema,
) =>
  validator<Schema, Target, ApiEnv, string>(target, schema, (result, c) => {
    if (result.success) return;
    const issues = result.error as readonly v.BaseIssue<unknown>[];
    return refuse(c, issuesFailure(c.get("language"), issues));
  });

function issuesFailure(language: Language, issues: readonly v.BaseIssue<unknown>[]): Failure {
  const failures = issues.map((issue) => issueFailure(language, issue));
  const [first, ...rest] = failures;
  return { ...(first ?? invalid("invalid-input")), ...(rest.length > 0 && { details: failures }) };
}

function issueFailure(language: Language, issue: v.BaseIssue<unknown>): Failure {
  const field = issue.path?.map((part) => String(part.key)).join(".") ?? "";
  return invalid("invalid-input", { field, params: { field, problem: validationProblem(language, issue) } });
}
