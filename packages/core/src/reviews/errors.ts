import { conflict, type Failure, invalid } from "../kernel/failure.ts";

/** Answers to reviews of connected channels are sent there, not recorded by hand. */
export const notImported = (): Failure => conflict("review-not-imported");
/** Nobody but its writer or the platform takes a review of a connected channel away. */
export const reviewOfChannel = (): Failure => conflict("review-of-channel");
/** The cursor was not made by this list in this workspace. */
export const invalidCursor = (): Failure => invalid("invalid-cursor", { field: "cursor" });
