import { conflict, type Failure, invalid, notFound } from "../kernel/failure.ts";
import type { UnneutralWording } from "./neutral.ts";

/** Nobody can be asked before it is said where a review may be left. */
export const reviewPlaceMissing = (): Failure => invalid("review-place-missing", { field: "places" });
export const unknownReviewPlace = (): Failure => invalid("unknown-review-place", { field: "places" });
/** The text does not ask everybody alike. */
export const requestNotNeutral = (field: string, { bias, words }: UnneutralWording): Failure =>
  invalid("request-not-neutral", { field, params: { bias, words } });
/** The mail would show the place as it is written. */
export const unknownRequestWord = (field: string, place: string): Failure =>
  invalid("unknown-request-word", { field, params: { place } });
/** Somebody else saved the settings at the same time. */
export const requestSettingsChanged = (): Failure => conflict("request-settings-changed");
/** `day`: from which the person may be asked again, `YYYY-MM-DD`. */
export const personAskedAlready = (day: string): Failure =>
  conflict("person-asked-already", { field: "email", params: { day } });
/** The person does not want to be asked, or mail does not reach them. */
export const personRefuses = (): Failure => conflict("person-refuses-requests", { field: "email" });
/** The request was sent already, or is settled otherwise. */
export const requestNotWaiting = (): Failure => conflict("request-not-waiting");
/** The link is wrong, forged or has ended; which of these is not told. */
export const requestLinkInvalid = (): Failure => ({ ...notFound(), code: "request-link-invalid" });
/** The cursor was not made by this list in this workspace. */
export const invalidCursor = (): Failure => invalid("invalid-cursor", { field: "cursor" });
