import type { Cells } from "./ports.ts";

const attempts = 25;

/**
 * Brings a value up to date while others may be doing the same. `compute` reads what the value is made from; it runs
 * after the version was read, so whatever is written has been computed from inputs at least as new as those of the
 * version it replaces, and answers the value that it wrote. Whoever changed an input and then converges is therefore in the final value, in whatever order
 * the writers come. The value is written even when it did not change, for only that stops a slower writer.
 */
export async function converge<Key, Value>(
  cells: Cells<Key, Value>,
  key: Key,
  compute: (current: Value | null) => Promise<Value>,
): Promise<Value> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const current = await cells.read(key);
    const value = await compute(current.value);
    if (await cells.write(key, value, current.version)) return value;
  }
  throw new Error(`A bucket was written ${attempts} times by others while it was recounted: ${JSON.stringify(key)}`);
}
