import type { ConnectorErrorClass } from "../channels/errors.ts";
import { conflict, type Failure, invalid, unavailable } from "../kernel/failure.ts";
import { mostCompetitors } from "./model.ts";

/** The platform shows nothing of pages that are not the workspace's own. */
export const competitorsNotOffered = (): Failure => invalid("competitors-not-offered", { field: "platform" });

/** What was typed is neither a name nor a link of a page there. */
export const handleUnreadable = (platform: string): Failure =>
  invalid("competitor-handle-unreadable", { field: "page", params: { platform } });

/** Pages are read through a channel of the same platform, and none is connected. */
export const channelNeeded = (platform: string): Failure =>
  conflict("competitor-needs-channel", { params: { platform } });

/** There is no such page, or it is none of those that the platform shows to others. */
export const pageNotVisible = (platform: string, shows: string): Failure =>
  invalid("competitor-not-visible", { field: "page", params: { platform, shows } });

/** The operator's app was not granted what reading other people's pages takes. */
export const readingNotPermitted = (platform: string, needs: string): Failure =>
  conflict("competitor-not-permitted", { params: { platform, needs } });

/** It is a page of the workspace itself. */
export const ownPage = (): Failure => invalid("competitor-is-own", { field: "page" });

/** It is watched already. */
export const knownPage = (): Failure => conflict("competitor-known", { field: "page" });

export const tooManyCompetitors = (): Failure =>
  conflict("competitors-too-many", { params: { allowed: mostCompetitors } });

/** The platform did not answer as it should; asking later may help. */
export const pagesUnreachable = (cause: ConnectorErrorClass): Failure =>
  unavailable("competitors-unreachable", { params: { cause } });
