import { type CallFailure, failed } from "../../answers.ts";
import type { ChannelCall, PublishContent, PublishStep, Receipts, StepAnswer } from "../../connector.ts";
import { classify } from "../../meta/errors.ts";
import { createdSchema } from "../../meta/wire.ts";
import { hasSubcode, subcodes, verdicts } from "./errors.ts";
import { callGraph } from "./graph.ts";
import { childForm, childReceipt, containerForm, nothingMade, receiptNames } from "./parts.ts";
import { quotaExceeded } from "./quota.ts";
import { type Container, containerSchema } from "./wire.ts";

/** Instagram fetches pictures while the call is open; a step must end within 25 seconds. */
const fetchingTimeoutMs = 25_000;
const lookingTimeoutMs = 8_000;
/** Between two looks at a container, ms: pictures are ready in a moment, videos take their time. */
const lookAgainMs = { image: 3_000, video: 15_000 } as const;

/** Makes the container of a carousel's part. */
export const createChild = (content: PublishContent, index: number): PublishStep => ({
  name: `create-part-${index + 1}`,
  mediaIndex: index,
  visible: false,
  run: (call) => create(call, content, childForm(content.media[index]), childReceipt(index)),
});

/** Makes the container that will be published. */
export const createContainer = (content: PublishContent, children: readonly string[]): PublishStep => ({
  name: "create-container",
  ...(content.media.length === 1 && { mediaIndex: 0 }),
  visible: false,
  run: (call) => create(call, content, containerForm(content, children), receiptNames.container),
});

/** Looks at containers until each is processed; what failed or expired is made anew. */
export const checkContainers = (
  content: PublishContent,
  checked: { name: string; ids: readonly string[]; whenReady: string; lost: Receipts },
): PublishStep => ({
  name: checked.name,
  visible: false,
  run: async (call) => {
    const looks = await Promise.all(checked.ids.map((id) => lookAt(call, id)));
    for (const look of looks) {
      if (!look.ok) return failed(look.error, false, call.nowMs);
      const lost = whyLost(look.value, call.nowMs);
      if (lost) return afterLoss(lost, checked.lost, call.nowMs);
    }
    const busy = looks.some((look) => look.ok && look.value.status_code === "IN_PROGRESS");
    if (!busy) return { kind: "pending", receipts: { [checked.whenReady]: "yes" }, afterMs: 0 };
    const slow = content.media.some(({ kind }) => kind === "video");
    return { kind: "pending", receipts: {}, afterMs: lookAgainMs[slow ? "video" : "image"] };
  },
});

/** One look at a container. */
export const lookAt = (call: ChannelCall, id: string) =>
  callGraph(
    call,
    { method: "GET", path: id, query: { fields: "id,status_code,status" }, timeoutMs: lookingTimeoutMs },
    containerSchema,
  );

/** What a refusal to make or publish a container means for the step; a spent quota says when it is free again. */
export async function refused(
  call: ChannelCall,
  content: PublishContent,
  failure: CallFailure,
  visible: boolean,
): Promise<Exclude<StepAnswer, { kind: "published" | "pending" }>> {
  const { code } = failure.cause;
  if (hasSubcode(code, subcodes.quota)) return quotaExceeded(call, failure.cause);
  const answer = failed(failure, visible, call.nowMs);
  if (answer.kind !== "retry") return answer;
  if (hasSubcode(code, subcodes.expired)) return { ...answer, receipts: nothingMade(content) };
  return hasSubcode(code, subcodes.notReady) ? { ...answer, receipts: { [receiptNames.ready]: "" } } : answer;
}

async function create(
  call: ChannelCall,
  content: PublishContent,
  form: Record<string, string>,
  receipt: string,
): Promise<StepAnswer> {
  const path = `${call.channelRemoteId}/media`;
  const request = { method: "POST", path, form, timeoutMs: fetchingTimeoutMs } as const;
  const created = await callGraph(call, request, createdSchema);
  if (created.ok) return { kind: "pending", receipts: { [receipt]: created.value.id }, afterMs: 0 };
  return refused(call, content, created.error, false);
}

/** Why a container will never be published; the platform's number stands in its status. */
function whyLost({ status_code: code, status }: Container, nowMs: number): CallFailure["cause"] | undefined {
  if (code === "EXPIRED") return { class: "transient", code: "expired", message: "the container has expired" };
  if (code !== "ERROR") return undefined;
  const subcode = Number(/\b2207\d{3}\b/.exec(status)?.[0] ?? 0);
  const error = { code: -1, message: status, ...(subcode > 0 && { error_subcode: subcode }) };
  return classify(verdicts, error, { status: 400, nowMs, waitMinutes: 0 }).cause;
}

/** Made anew when the cause may pass, given up with its reason when it will not. */
function afterLoss(cause: CallFailure["cause"], receipts: Receipts, nowMs: number): StepAnswer {
  const answer = failed({ cause, mayHaveHappened: false }, false, nowMs);
  return answer.kind === "retry" ? { ...answer, receipts } : answer;
}
