import type { ChannelCall, PublishCapability, PublishContent, PublishStep, StepAnswer } from "../../connector.ts";
import { createdSchema } from "../../meta/wire.ts";
import { checkContainers, createChild, createContainer, lookAt, refused } from "./containers.ts";
import { findPublication } from "./find.ts";
import { firstComment } from "./first-comment.ts";
import { callGraph } from "./graph.ts";
import { childReceipt, kindOf, nothingMade, receiptNames } from "./parts.ts";
import { permalinkOf } from "./permalink.ts";

/**
 * Publishing on an account: a container is made, looked at until it is processed, then published by one call. A
 * carousel's parts are containers of their own. So exactly one call, the last, makes something visible.
 * Source: "Instagram Platform: Content publishing".
 */
export const publish: PublishCapability = {
  nextStep(content, receipts) {
    const children =
      kindOf(content) === "carousel" ? content.media.map((_, it) => receipts[childReceipt(it)] ?? "") : [];
    const missing = children.indexOf("");
    if (missing >= 0) return createChild(content, missing);
    const { container, ready, childrenReady } = receipts;
    const lost = nothingMade(content);
    if (children.length > 0 && !childrenReady) {
      const whenReady = receiptNames.childrenReady;
      return checkContainers(content, { name: "check-parts", ids: children, whenReady, lost });
    }
    if (!container) return createContainer(content, children);
    if (ready) return publishContainer(content, container);
    return checkContainers(content, { name: "check-container", ids: [container], whenReady: receiptNames.ready, lost });
  },
  find: findPublication,
  followUps: firstComment,
};

const publishContainer = (content: PublishContent, container: string): PublishStep => ({
  name: "publish",
  visible: true,
  run: async (call): Promise<StepAnswer> => {
    const path = `${call.channelRemoteId}/media_publish`;
    const request = { method: "POST", path, form: { creation_id: container } } as const;
    const published = await callGraph(call, request, createdSchema);
    if (!published.ok) {
      const answer = await refused(call, content, published.error, true);
      return answer.kind === "rejected" ? unlessPublished(call, container, answer) : answer;
    }
    const { id } = published.value;
    return { kind: "published", remoteId: id, url: await permalinkOf(call, id) };
  },
});

/** A container can be published once: of one that is published already, a refusal says nothing but that. */
async function unlessPublished(
  call: ChannelCall,
  container: string,
  answer: StepAnswer & { kind: "rejected" },
): Promise<StepAnswer> {
  const look = await lookAt(call, container);
  const published = look.ok && look.value.status_code === "PUBLISHED";
  return published ? { kind: "unknown", cause: answer.cause } : answer;
}
