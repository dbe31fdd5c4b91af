import { type Failure, invalid } from "../kernel/failure.ts";

/** The cursor was not made by this list in this workspace. */
export const invalidCursor = (): Failure => invalid("invalid-cursor", { field: "cursor" });
