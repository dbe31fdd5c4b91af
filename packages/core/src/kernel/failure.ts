/** What sort of failure it is; the HTTP edge maps each kind to one status. */
export type FailureKind =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "not-found"
  | "conflict"
  | "too-large"
  | "unsupported"
  | "rate-limited"
  | "unavailable"
  | "internal";

/**
 * An expected failure that a person may see. `code` is stable and names a sentence and a cure in the i18n catalogues;
 * `params` fill their placeholders; `field` is the dotted path of the input at fault.
 */
export interface Failure {
  readonly kind: FailureKind;
  readonly code: string;
  readonly field?: string | undefined;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
  /** Further failures of the same request, such as each platform rule that a post breaks. */
  readonly details?: readonly Failure[] | undefined;
}

type Extra = Pick<Failure, "field" | "params" | "details">;

const of =
  (kind: FailureKind) =>
  (code: string, extra: Extra = {}): Failure => ({ kind, code, ...extra });

export const invalid = of("invalid");
export const unauthenticated = of("unauthenticated");
export const forbidden = of("forbidden");
export const conflict = of("conflict");
export const tooLarge = of("too-large");
export const unsupported = of("unsupported");
export const unavailable = of("unavailable");
export const internal = of("internal");

/** The one answer for what does not exist, exists in another workspace, or may not be known to exist. */
export const notFound = (): Failure => ({ kind: "not-found", code: "not-found" });
