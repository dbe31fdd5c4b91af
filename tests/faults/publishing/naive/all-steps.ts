import type { ConnectorError } from "#core/channels/errors.ts";
import { publishable } from "#core/publishing/claim-publication.ts";
import type { Publication } from "#core/publishing/index.ts";
import type { EngineDeps } from "../engine.ts";

/** What came of taking all steps in one go. */
export type Result =
  | { readonly kind: "published"; readonly remoteId: string; readonly url: string }
  | { readonly kind: "refused" | "unclear" | "later"; readonly cause: ConnectorError };

/** Waits for a publication's moment; false when there is nothing to do now. */
export async function isDue(deps: EngineDeps, { state, nextAt = 0 }: Publication): Promise<boolean> {
  const early = nextAt - deps.clock.nowMs();
  if (early > 5_000 || (state !== "scheduled" && state !== "publishing")) return false;
  await deps.sleep(Math.max(0, early));
  return true;
}

/** Takes every step of a publication, waits between them, keeps no receipts. */
export async function allSteps(deps: EngineDeps, publication: Publication): Promise<Result> {
  const channel = await deps.channels.get(publication.workspaceId, publication.channelId);
  const call = channel && (await deps.channelCalls.open(channel));
  const publish = deps.connectorFor(publication.platform)?.publish;
  if (!call || !publish || channel.state !== "connected") return { kind: "refused", cause: cut };
  const content = await publishable(deps.objects, publication);
  let receipts = {};
  for (;;) {
    const answer = await publish.nextStep(content, receipts).run(call);
    if (answer.kind === "published") return answer;
    if (answer.kind === "rejected" || answer.kind === "reconnect") return { kind: "refused", cause: answer.cause };
    if (answer.kind === "unknown") return { kind: "unclear", cause: answer.cause };
    if (answer.kind === "retry") return { kind: "later", cause: answer.cause };
    receipts = { ...receipts, ...answer.receipts };
    await deps.sleep(answer.afterMs);
  }
}

const cut: ConnectorError = { class: "auth-expired", code: "cut", message: "The channel has lost its access" };
