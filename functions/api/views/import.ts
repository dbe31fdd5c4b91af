import { type CheckedRow, heading, type Import } from "#core/exchange/index.ts";
import type { Failure } from "#core/kernel/failure.ts";
import type { Language } from "#core/kernel/language.ts";
import { toApiError } from "../errors.ts";

/** An import as the API shows it. */
export function importView(language: Language, item: Import) {
  const { id, state, fileName, bytes, timeZone, check, run, failure, createdAt } = item;
  return {
    id,
    state,
    fileName,
    bytes,
    timeZone,
    createdAt,
    check,
    run,
    failure: failure && toApiError(language, { kind: "invalid", ...failure }),
  };
}

const failureOf = ({ code, params }: CheckedRow["problems"][number]): Failure => ({ kind: "invalid", code, params });

/** A row with what is wrong with it, in words; `column` is the heading as we write it. */
export const problemRowView = (language: Language, { row, problems }: CheckedRow) => ({
  row,
  problems: problems.map((problem) => ({
    column: problem.field && heading(problem.field, language),
    ...toApiError(language, failureOf(problem)),
  })),
});
