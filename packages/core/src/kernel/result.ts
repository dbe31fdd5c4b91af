/** The outcome of something that can fail in an expected way. Bugs throw; everything else is a value. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** A success carrying `value`. */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

/** An expected failure carrying `error`. */
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error });

/** The value of a success; throws for a failure. For tests and for places where a failure would be a bug. */
export function unwrap<T, E>(result: Result<T, E>): T {
  if (result.ok) return result.value;
  throw new Error(`Expected a success, got ${JSON.stringify(result.error)}`);
}
