import type { Alert } from "../model.ts";
import { keysOfRound } from "../pieces.ts";
import { type Ending, together } from "./ending.ts";

/** So many are looked up at a time; where one goes on, the others need no look. */
const atOnce = 12;

/**
 * By what an alert of many has ended, once each of them has; `undefined` while one goes on, or where it names more than are
 * kept. `endingsOf` answers for some keys; the newest are looked up first, since what began last ends last.
 */
export async function endingOfPieces(
  alert: Alert,
  endingsOf: (keys: readonly string[]) => Promise<readonly (Ending | undefined)[]>,
): Promise<Ending | undefined> {
  const keys = keysOfRound(alert)?.toReversed() ?? [];
  const found = new Set<Ending>();
  for (let from = 0; from < keys.length; from += atOnce) {
    for (const ending of await endingsOf(keys.slice(from, from + atOnce))) {
      if (ending === undefined) return undefined;
      found.add(ending);
    }
  }
  return together(found);
}
