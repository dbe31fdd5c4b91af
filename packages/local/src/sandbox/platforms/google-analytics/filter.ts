import * as v from "valibot";
import { GoogleError } from "../../google/google-error.ts";

/** A filter expression of the Data API, as far as it is played: groups, a negation, a list of values, an exact value. */
export type Expression =
  | { readonly orGroup: { readonly expressions: readonly Expression[] } }
  | { readonly andGroup: { readonly expressions: readonly Expression[] } }
  | { readonly notExpression: Expression }
  | {
      readonly filter: {
        readonly fieldName: string;
        readonly inListFilter: { readonly values: readonly string[]; readonly caseSensitive?: boolean | undefined };
      };
    };

const group = v.object({ expressions: v.array(v.lazy(() => expressionSchema)) });
export const expressionSchema: v.GenericSchema<unknown, Expression> = v.union([
  v.strictObject({ orGroup: group }),
  v.strictObject({ andGroup: group }),
  v.strictObject({ notExpression: v.lazy(() => expressionSchema) }),
  v.strictObject({
    filter: v.strictObject({
      fieldName: v.string(),
      inListFilter: v.strictObject({
        values: v.pipe(v.array(v.string()), v.minLength(1)),
        caseSensitive: v.optional(v.boolean()),
      }),
    }),
  }),
]);

/** Whether a row passes; `valueAt` gives a dimension's value, `undefined` for one that there is none of. */
export function passes(expression: Expression, valueAt: (dimension: string) => string | undefined): boolean {
  if ("orGroup" in expression) return expression.orGroup.expressions.some((one) => passes(one, valueAt));
  if ("andGroup" in expression) return expression.andGroup.expressions.every((one) => passes(one, valueAt));
  if ("notExpression" in expression) return !passes(expression.notExpression, valueAt);
  const { fieldName, inListFilter } = expression.filter;
  const value = valueAt(fieldName);
  if (value === undefined) throw new GoogleError("INVALID_ARGUMENT", `Field ${fieldName} is not a valid dimension.`);
  const folded = (text: string) => (inListFilter.caseSensitive ? text : text.toLowerCase());
  return inListFilter.values.some((one) => folded(one) === folded(value));
}
