import type { ChannelCalls, ConnectorFor } from "../channels/connected/index.ts";
import type { ChannelCall, PublishCapability, PublishContent, PublishStep, Receipts } from "../channels/connector.ts";
import type { ObjectStore, Posts } from "../content/index.ts";
import type { PublicationFailure } from "./course.ts";
import * as errors from "./errors.ts";
import type { Publication } from "./model.ts";
import { policy } from "./policy.ts";
import type { Publications } from "./ports.ts";
import { type SnapshotDeps, snapshotOf, unusableFile } from "./snapshot.ts";
import { armed, claimed, failed, isOvertaken, isStale, isUntouched, readiness, unconfirmed } from "./transitions.ts";
import { followUpAt, keptAt, seenAt, type Turn, turnOf } from "./turn.ts";

export interface ClaimDeps extends SnapshotDeps {
  readonly publications: Pick<Publications, "get" | "save">;
  readonly posts: Pick<Posts, "get">;
  readonly objects: Pick<ObjectStore, "presignGet">;
  readonly channelCalls: ChannelCalls;
  readonly connectorFor: ConnectorFor;
}

/** The connector's next step after the receipts so far. */
export type NextStep = (receipts: Receipts) => PublishStep;

/** A claimed publication with all that the steps of the one whose turn it is need; `step` is armed if it is visible. */
export interface Work {
  readonly publication: Publication;
  readonly turn: Turn;
  readonly nextStep: NextStep;
  readonly call: ChannelCall;
  readonly step: PublishStep;
}

export type Claim =
  | { readonly kind: "claimed"; readonly work: Work }
  /** It moved on without a call to the platform: failed, canceled, or unconfirmed after a worker's death. */
  | { readonly kind: "decided"; readonly publication: Publication; readonly turn: Turn }
  | { readonly kind: "left"; readonly publication: Publication; readonly why: "early" | "busy" | "over" | "contended" };

/** Platforms fetch files at these addresses; connectors are promised an hour. */
const mediaAddressS = 2 * 3600;
const mostContentions = 5;

/**
 * Takes a publication on for one worker, by one conditional write that carries the lease, the fence and, when the first
 * step is a visible one, its arming. Everything that can fail is read before, so a failure leaves nothing claimed. A
 * lost race reads again: the tick, an edit, a cancellation or another worker came first. Once it was taken on or moved
 * by somebody else it is left: its channel's pace was asked for the instant at which it was `found`, and for no other.
 */
export async function claimPublication(deps: ClaimDeps, found: Publication, owner: string): Promise<Claim> {
  let publication = found;
  for (let round = 0; round < mostContentions; round += 1) {
    const now = deps.clock.nowMs();
    const turn = turnOf(publication);
    const ready = readiness(seenAt(publication, turn), now);
    if (ready !== "ready") return { kind: "left", publication, why: ready };
    if (!isUntouched(found, publication)) break;
    const prepared = await prepare(deps, publication, turn, owner, now);
    const saved = await deps.publications.save(keptAt(publication, turn, prepared.seen, now));
    if (saved && prepared.kind === "decided") return { kind: "decided", publication: saved, turn };
    if (saved && prepared.kind === "claimed") {
      const { nextStep, call, step } = prepared;
      return { kind: "claimed", work: { publication: saved, turn, nextStep, call, step } };
    }
    const newest = await deps.publications.get(publication.workspaceId, publication.id);
    if (!newest) break;
    publication = newest;
  }
  return { kind: "left", publication, why: "contended" };
}

type Prepared =
  | ({ kind: "claimed"; seen: Publication } & Pick<Work, "nextStep" | "call" | "step">)
  | { kind: "decided"; seen: Publication };

async function prepare(
  deps: ClaimDeps,
  publication: Publication,
  turn: Turn,
  owner: string,
  now: number,
): Promise<Prepared> {
  const found = seenAt(publication, turn);
  const decided = (seen: Publication): Prepared => ({ kind: "decided", seen });
  const fail = (failure: PublicationFailure): Prepared => decided(failed(found, failure, now));
  if (isOvertaken(found)) return decided(unconfirmed(found, "worker-died", now));
  if (isStale(found, now)) return fail(errors.stale(policy.stale / 3_600_000));
  const newest = turn === undefined ? await withNewestContent(deps, found) : found;
  if ("code" in newest) return fail(newest);
  const channel = await deps.channels.get(newest.workspaceId, newest.channelId);
  const publish = channel && deps.connectorFor(channel.platform)?.publish;
  if (!channel || !publish) return fail(errors.channelGone());
  const call = channel.state === "connected" ? await deps.channelCalls.open(channel) : null;
  if (!call) return newest.acceptedAt === undefined ? fail(errors.channelCut()) : decided(cut(newest, now));
  const content = await publishable(deps.objects, newest);
  const nextStep = stepsOf(publish, publication, turn, content);
  const { publication: seen, step } = nextOf(nextStep, claimed(newest, owner, now), now);
  return step ? { kind: "claimed", nextStep, call, seen, step } : decided(seen);
}

/** How the one whose turn it is goes on; throws when the platform has nothing that follows a post. */
const stepsOf =
  (publish: PublishCapability, publication: Publication, turn: Turn, content: PublishContent): NextStep =>
  (receipts) => {
    if (turn === undefined) return publish.nextStep(content, receipts);
    if (!publish.followUps) throw new Error("The platform has nothing that follows a post");
    return publish.followUps.nextStep(followUpAt(publication, turn, content), receipts);
  };

/**
 * A publication in hand with its next step, armed when that step is visible. A connector that throws instead of naming
 * a step fails the publication: nothing may throw between a platform's answer and its record.
 */
export function nextOf(
  nextStep: NextStep,
  publication: Publication,
  now: number,
): { publication: Publication; step?: PublishStep } {
  try {
    const step = nextStep(publication.receipts);
    return { step, publication: step.visible ? armed(publication, step.name, now) : publication };
  } catch {
    return { publication: failed(publication, errors.connectorFault(), now) };
  }
}

/** What the connector is given, with addresses under which the platform can fetch the files. */
export async function publishable(
  objects: Pick<ObjectStore, "presignGet">,
  { content }: Publication,
): Promise<PublishContent> {
  const media = content.media.map(async ({ key, kind, contentType, altText }) => {
    return { kind, contentType, altText, url: await objects.presignGet(key, mediaAddressS) };
  });
  return {
    text: content.text,
    ...(content.link !== undefined && { link: content.link }),
    ...(content.format !== undefined && { format: content.format }),
    media: await Promise.all(media),
  };
}

/**
 * The publication with the post's newest content. Edits renew it at once; that this is checked again at the claim makes
 * an edit reach it even if the function that edited died half-way. An edit that nobody has approved does not reach it.
 */
async function withNewestContent(deps: ClaimDeps, publication: Publication): Promise<Publication | PublicationFailure> {
  if (publication.state !== "scheduled") return publication;
  const post = await deps.posts.get(publication.workspaceId, publication.postId);
  if (!post || post.state === "canceled") return errors.postGone();
  const isApproved = post.state === "scheduled" || post.state === "approved";
  if (!isApproved || post.revision === publication.content.revision) return publication;
  const content = await snapshotOf(deps, post, publication.channelId, publication.timeZone);
  if (content) return { ...publication, content, receipts: {} };
  return errors.contentUnusable(await unusableFile(deps.assets, post, publication.channelId));
}

const cut = (publication: Publication, now: number) => unconfirmed(publication, "auth-expired", now);
