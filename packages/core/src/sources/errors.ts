import { type Failure, invalid, unavailable } from "../kernel/failure.ts";

/** The workspace has as many sources as it may. */
export const tooManySources = (allowed: number): Failure => invalid("too-many-sources", { params: { allowed } });

/** What lies at the address is no feed. */
export const notAFeed = (): Failure => unavailable("source-not-a-feed");

/** The site answers, but not as WordPress. */
export const notWordPress = (): Failure => unavailable("source-not-wordpress");
