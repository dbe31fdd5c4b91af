import { conflict, type Failure, invalid } from "../kernel/failure.ts";

/** Somebody else changed the case at the same time. */
export const caseChangedMeanwhile = (): Failure => conflict("case-changed-meanwhile");
/** A case is closed with its cause and its outcome. */
export const caseUnfinished = (field: "cause" | "outcome"): Failure => invalid("case-unfinished", { field });
export const unknownCaseOwner = (): Failure => invalid("unknown-case-owner", { field: "ownerId" });
/** The cursor was not made by this list in this workspace. */
export const invalidCursor = (): Failure => invalid("invalid-cursor", { field: "cursor" });
/** The workspace has no such cause to choose. */
export const unknownCaseCause = (): Failure => invalid("unknown-case-cause", { field: "cause" });
/** Somebody else saved the causes at the same time. */
export const caseCausesChanged = (): Failure => conflict("case-causes-changed");
