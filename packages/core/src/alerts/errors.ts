import { conflict, type Failure, invalid, notFound } from "../kernel/failure.ts";
import type { AlertState } from "./model.ts";

/** The link is wrong, forged or has ended; which of these is not told. */
export const alertLinkInvalid = (): Failure => ({ ...notFound(), code: "alert-link-invalid" });
/** The alert is in a state in which this cannot be done. */
export const alertStateRefuses = (state: AlertState): Failure => conflict("alert-state-refuses", { params: { state } });
/** Somebody else changed the alert at the same time. */
export const alertChangedMeanwhile = (): Failure => conflict("alert-changed-meanwhile");
export const unknownAlertOwner = (): Failure => invalid("unknown-alert-owner", { field: "ownerId" });
/** The cursor was not made by this list in this workspace. */
export const invalidCursor = (): Failure => invalid("invalid-cursor", { field: "cursor" });
/** Somebody else saved the settings at the same time. */
export const alertSettingsChanged = (): Failure => conflict("alert-settings-changed");
