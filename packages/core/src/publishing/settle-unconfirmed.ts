import type { Channels } from "../channels/connected/index.ts";
import type { FindAnswer } from "../channels/connector.ts";
import { type AnnounceDeps, announce, announceAgain } from "./announce.ts";
import { delayFor, isLookedFor } from "./hand-over.ts";
import type { PublishOutcome } from "./handle-publish-message.ts";
import { type LookDeps, look } from "./look.ts";
import type { SettleMessage } from "./messages.ts";
import type { Publication } from "./model.ts";
import type { Publications } from "./ports.ts";
import { looked } from "./transitions.ts";
import { keptAt, seenAt, type Turn, turnOf } from "./turn.ts";

export interface SettleDeps extends Omit<AnnounceDeps, "channels">, LookDeps {
  readonly publications: LookDeps["publications"] & Pick<Publications, "get" | "save">;
  readonly channels: Pick<Channels, "get" | "markReconnect">;
}

const mostContentions = 5;

/**
 * Works one message of an unconfirmed publication: looks on the platform. Found: published. Absent at each of four looks
 * over at least five minutes, because platforms lag: another attempt. Cannot tell: looks again later, for a day, then a
 * person is asked to look. Safe to run twice: it changes nothing on the platform. `redelivered` is as for
 * `handlePublishMessage`.
 */
export async function settleUnconfirmed(
  deps: SettleDeps,
  message: SettleMessage,
  delivery: { redelivered?: boolean } = {},
): Promise<PublishOutcome> {
  const { workspaceId, publicationId } = message;
  const found = await deps.publications.get(workspaceId, publicationId);
  if (!found) return { publicationId, outcome: "gone" };
  const over = !isLookedFor(found);
  // The post may be out, and told to nobody, while what follows it is looked for by now.
  if (delivery.redelivered && (over || found.state === "published")) await announceAgain(deps, found);
  if (over) return { publicationId, outcome: "over" };
  const { nextAt = 0 } = found;
  const now = deps.clock.nowMs();
  if (now < nextAt) {
    if (message.at === nextAt) await deps.settleQueue.send(message, { delayMs: delayFor(found, now) });
    return { publicationId, outcome: "early" };
  }
  const turn = turnOf(found);
  const saved = await record(deps, found, turn, await look(deps, found, turn));
  if (!saved) return { publicationId, outcome: "contended" };
  await announce(deps, saved, turn);
  return { publicationId, outcome: seenAt(saved, turn).state };
}

/**
 * Writes what a look makes of the publication; `null` when somebody else has looked meanwhile. The tick that sent the
 * message may note so after we have read: its note is no look, and ours must not be lost to it.
 */
async function record(
  deps: Pick<SettleDeps, "publications" | "clock">,
  found: Publication,
  turn: Turn,
  answer: FindAnswer,
): Promise<Publication | null> {
  let current = found;
  for (let round = 0; round < mostContentions; round += 1) {
    const now = deps.clock.nowMs();
    const seen = looked(seenAt(current, turn), answer, now);
    const saved = await deps.publications.save(keptAt(current, turn, seen, now));
    if (saved) return saved;
    const newest = await deps.publications.get(found.workspaceId, found.id);
    if (!newest || !isLookedFor(newest) || turnOf(newest) !== turn || newest.nextAt !== found.nextAt) return null;
    current = newest;
  }
  return null;
}
