import { conflict, type Failure, invalid, unavailable } from "../../kernel/failure.ts";
import type { ConnectorError } from "../errors.ts";

/** The platform is unknown, or the operator has set up no app for it. */
export const platformNotSetUp = (platform: string): Failure =>
  invalid("platform-not-set-up", { field: "platform", params: { platform } });

/** The connection was finished, given up or has expired. */
export const connectionExpired = (): Failure => invalid("connection-expired");

/** None of the offered channels was chosen. */
export const nothingChosen = (): Failure => invalid("nothing-chosen", { field: "remoteIds" });

/** Somebody or something changed the channel since its schedule was read. */
export const scheduleChanged = (): Failure => conflict("schedule-changed");

/** The platform did not let us connect. */
export const connectFailed = (cause: ConnectorError): Failure =>
  unavailable("connect-failed", { params: { cause: cause.class, platformCode: cause.code } });

/** The channel is a site's analytics: nothing is published on it. */
export const channelOnlyMeasured = (): Failure => invalid("channel-only-measured", { field: "slots" });
