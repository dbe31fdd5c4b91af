import type { Context } from "hono";
import { validator } from "hono-openapi";
import * as v from "valibot";
import { fieldName } from "#core/i18n/field-names.ts";
import { validationProblem } from "#core/i18n/validation.ts";
import { type Failure, invalid, unsupported } from "#core/kernel/failure.ts";
import type { Language } from "#core/kernel/language.ts";
import { err, ok, type Result } from "#core/kernel/result.ts";
import type { ApiEnv } from "./context.ts";
import { refuse } from "./errors.ts";

/** Parses the JSON body, query or path by a schema, or answers 400 with every field that is wrong; 415 for other bodies. */
export const parse = <Target extends "json" | "query" | "param", Schema extends v.GenericSchema>(
  target: Target,
  schema: Schema,
) =>
  validator<Schema, Target, ApiEnv, string>(target, schema, (result, c) => {
    if (target === "json" && hasOtherBody(c)) return refuse(c, unsupported("json-needed"));
    if (result.success) return;
    const issues = result.error as readonly v.BaseIssue<unknown>[];
    return refuse(c, issuesFailure(c.get("language"), issues));
  });

/** Parses one header by a schema; the failure names the header. */
export function parseHeader<Schema extends v.GenericSchema>(
  c: Context<ApiEnv>,
  name: string,
  schema: Schema,
): Result<v.InferOutput<Schema>, Failure> {
  const read = v.safeParse(v.object({ [name]: schema }), { [name]: c.req.header(name) });
  if (!read.success) return err(issuesFailure(c.get("language"), read.issues));
  return ok(read.output[name] as v.InferOutput<Schema>);
}

/** Whether there is a body that is not said to be JSON, which the validator would take for an empty object. */
function hasOtherBody(c: Context): boolean {
  const type = c.req.header("content-type")?.split(";")[0]?.trim() ?? "";
  return c.req.raw.body !== null && !/^application\/([\w.-]+\+)?json$/i.test(type);
}

/** So many errors of one request are told; ten thousand wrong lines do not make an answer of megabytes. */
const mostDetails = 20;
/** The longest name of a field that is said back. */
const longestField = 200;

function issuesFailure(language: Language, issues: readonly v.BaseIssue<unknown>[]): Failure {
  const told = issues.slice(0, mostDetails).map((issue) => issueFailure(language, issue));
  // Two rules of one schema may say the same of a value.
  const failures = [...new Map(told.map((failure) => [JSON.stringify(failure), failure])).values()];
  const [first, ...rest] = failures;
  return { ...(first ?? invalid("invalid-input")), ...(rest.length > 0 && { details: failures }) };
}

function issueFailure(language: Language, issue: v.BaseIssue<unknown>): Failure {
  const field = issue.path?.map((part) => String(part.key)).join(".") ?? "";
  const problem = validationProblem(language, issue);
  if (field === "") return invalid("body-not-right", { params: { problem } });
  const named = field.slice(0, longestField);
  return invalid("invalid-input", { field: named, params: { field: fieldName(language, named), problem } });
}
