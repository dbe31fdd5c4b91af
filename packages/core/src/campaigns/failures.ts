import { conflict, type Failure, invalid } from "../kernel/failure.ts";

/** Two campaigns would be one in analytics. */
export const campaignCodeTaken = (code: string): Failure =>
  conflict("campaign-code-taken", { field: "code", params: { code } });

/** The name has no letter or digit that a code could be made of. */
export const campaignCodeNeeded = (): Failure => invalid("campaign-code-needed", { field: "code" });

export const campaignEndsBeforeStart = (): Failure => invalid("campaign-ends-before-start", { field: "to" });
