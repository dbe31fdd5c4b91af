import type * as v from "valibot";
import { excerpt } from "../kernel/text.ts";
import type {
  Publications,
  publicationFailed,
  publicationFollowUpFailed,
  publicationsLate,
} from "../publishing/index.ts";
import type { Evidence } from "./evidence.ts";
import { type RaiseDeps, raiseAlert } from "./raise-alert.ts";

export interface WatchPublishingDeps extends RaiseDeps {
  readonly publications: Pick<Publications, "get">;
}

type EventOf<Definition extends { schema: v.GenericSchema }> = v.InferOutput<Definition["schema"]>;
const excerptLength = 80;

/**
 * A post was not published, or what follows it was not: one alert for a channel and cause, so that ten posts that fail over
 * one lost access are one.
 */
export async function watchFailed(
  deps: WatchPublishingDeps,
  event: EventOf<typeof publicationFailed> | EventOf<typeof publicationFollowUpFailed>,
): Promise<void> {
  const { workspaceId, data, occurredAt } = event;
  const { channelId, publicationId, postId, failure } = data;
  const publication = await deps.publications.get(workspaceId, publicationId);
  const part = "kind" in data ? ` ${data.kind}` : "";
  await raiseAlert(deps, workspaceId, {
    kind: "post-failed",
    cause: `${channelId}:${failure.code}`,
    severity: part ? "medium" : "high",
    channelId,
    params: { code: failure.code, failureParams: JSON.stringify(failure.params ?? {}) },
    evidence: [
      {
        // The fence counts claims and never starts anew: a later failure of the same post is another one.
        key: `${publicationId}${part} ${publication?.fence ?? 0}`,
        what: "post",
        id: postId,
        channelId,
        ...(publication && { excerpt: excerpt(publication.content.text, excerptLength) }),
        at: occurredAt,
      },
    ],
  });
}

/** Posts are long past their time, or nobody knows whether they are out. */
export async function watchLate(
  deps: RaiseDeps,
  { workspaceId, data }: EventOf<typeof publicationsLate>,
): Promise<void> {
  const { channelId } = data;
  const evidence = data.publications.map((one): [string, string, Evidence] => [
    one.state,
    one.publicationId,
    // The same post late once more, at another time, is told once more.
    {
      key: `${one.publicationId} ${one.dueAt}`,
      what: "post",
      id: one.postId,
      channelId,
      excerpt: one.excerpt,
      at: one.dueAt,
    },
  ]);
  for (const [state, cause, one] of evidence) {
    const kind = state === "unconfirmed" ? "post-unconfirmed" : "post-overdue";
    const severity = state === "unconfirmed" ? "medium" : "high";
    const ofChannel = state === "unconfirmed" ? cause : channelId;
    await raiseAlert(deps, workspaceId, { kind, cause: ofChannel, severity, channelId, evidence: [one] });
  }
}
