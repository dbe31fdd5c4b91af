import { conflict, type Failure } from "../kernel/failure.ts";

/** The recommendation was answered, or the figures no longer say so. */
export const recommendationGone = (): Failure => conflict("recommendation-gone");

/** It asks for a task, not for a change of the plan. */
export const nothingToChange = (): Failure => conflict("recommendation-without-plan");
