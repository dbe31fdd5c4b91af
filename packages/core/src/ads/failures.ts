import type { ConnectorErrorClass } from "../channels/errors.ts";
import { conflict, type Failure, invalid, unavailable } from "../kernel/failure.ts";

/** The channel's platform has no ads that we could read. */
export const adsNotOffered = (): Failure => invalid("ads-not-offered");

/** Whoever connected the channel did not let us read ads, or has taken that back. */
export const adsNotAllowed = (): Failure => conflict("ads-not-allowed");

/** It is none of the ad accounts that the platform names. */
export const adAccountUnknown = (): Failure => invalid("ad-account-unknown", { field: "accountId" });

/** The platform did not answer as it should; asking later may help. */
export const adsUnreachable = (cause: ConnectorErrorClass): Failure =>
  unavailable("ads-unreachable", { params: { cause } });
