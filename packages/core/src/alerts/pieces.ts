import { derivedId } from "../kernel/derived-id.ts";
import type { Evidence } from "./evidence.ts";
import { endsByPieces } from "./kinds.ts";
import type { Alert } from "./model.ts";

/** So many pieces of evidence are shown, and so many more are kept by their key or recognised when they are told again. */
const shownEvidence = 12;
const rememberedEvidence = 200;

/**
 * The keys of all evidence of this round, in the order in which it came; `null` where the round has more than is kept. For
 * kinds that end by their pieces.
 */
export function keysOfRound({ evidence, unshown, count, countBefore }: Alert): readonly string[] | null {
  const [first, ...rest] = evidence.map(({ key }) => key);
  const ofRound = count - countBefore;
  const all = [...(first && countBefore === 0 ? [first] : []), ...unshown, ...rest];
  return ofRound > all.length ? null : all.slice(all.length - ofRound);
}

const markOf = (key: string): string => derivedId("evt", key).slice(4, 14);

/** Whether a piece of evidence is in the alert, or was among the last 200. */
export const isKnown = ({ seen }: Pick<Alert, "seen">, { key }: Pick<Evidence, "key">): boolean =>
  seen.includes(markOf(key));

/** The alert with further evidence; what it has already is not counted again. */
export function withEvidence(alert: Alert, added: readonly Evidence[]): Alert {
  const fresh = added.filter((one, i) => !isKnown(alert, one) && added.findIndex(({ key }) => key === one.key) === i);
  if (fresh.length === 0) return alert;
  const [first, ...others] = [...alert.evidence, ...fresh];
  const shown = others.slice(-(shownEvidence - 1));
  const hidden = others.slice(0, others.length - shown.length).map(({ key }) => key);
  const times = fresh.map(({ at }) => at);
  return {
    ...alert,
    evidence: first ? [first, ...shown] : shown,
    unshown: endsByPieces(alert.kind) ? [...alert.unshown, ...hidden].slice(-rememberedEvidence) : [],
    seen: [...alert.seen, ...fresh.map(({ key }) => markOf(key))].slice(-rememberedEvidence),
    count: alert.count + fresh.length,
    firstSeenAt: Math.min(alert.firstSeenAt, ...times),
    lastSeenAt: Math.max(alert.lastSeenAt, ...times),
    sinceAt: Math.min(alert.sinceAt ?? Number.POSITIVE_INFINITY, ...times),
  };
}
