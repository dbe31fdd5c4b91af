import type { DeliverOptions } from "../../meta/announce.ts";
import { badParameter, GraphError, invisible } from "../../meta/graph-error.ts";
import * as changes from "./changes.ts";
import type { DirectMessage, Lead, Page, Person, Recommendation } from "./model.ts";
import { nextObjectId } from "./publishing.ts";
import type { World } from "./world.ts";

const windowMs = 24 * 3_600_000;
const humanAgentWindowMs = 7 * windowMs;
const maxMessageCharacters = 2000;

/** A direct message, from a person to the page or back. */
export function putMessage(
  world: World,
  page: Page,
  message: { person: Person; fromPage: boolean; text: string; at?: number | undefined },
  options?: DeliverOptions,
): DirectMessage {
  if (message.text.trim() === "") throw badParameter("The message is empty.");
  const createdAt = message.at ?? world.clock.nowMs();
  const { person, fromPage, text } = message;
  const id = `m_${Buffer.from(`${page.id}:${world.next("messages")}`).toString("base64url")}`;
  const kept = world.messages.put({ id, pageId: page.id, person, fromPage, text, createdAt, removed: false });
  world.announce(changes.messageChange(kept, "sent", createdAt), options);
  return kept;
}

/** `POST /{page}/messages`: the 24-hour window, or seven days for a human agent. */
export function sendMessage(world: World, page: Page, params: Record<string, string>): object {
  const { id: recipientId, comment_id: commentId } = jsonObject(params.recipient);
  const text = String(jsonObject(params.message).text ?? "");
  if (commentId !== undefined) return sendPrivately(world, page, String(commentId), text);
  const person = world.people.get(String(recipientId ?? ""));
  const last = world.messages.list((it) => it.pageId === page.id && it.person.id === person?.id && !it.fromPage).at(-1);
  if (!person || !last) throw new GraphError(100, "No matching user found", { subcode: 2018001 });
  if ([...text].length > maxMessageCharacters) throw badParameter("Length of param message[text] must be at most 2000");
  const humanAgent = params.messaging_type === "MESSAGE_TAG" && params.tag === "HUMAN_AGENT";
  const allowedMs = humanAgent ? humanAgentWindowMs : windowMs;
  if (world.clock.nowMs() - last.createdAt > allowedMs) {
    const outside = "This message is sent outside of allowed window.";
    throw new GraphError(10, outside, { subcode: 2018278, status: 403 });
  }
  const sent = putMessage(world, page, { person, fromPage: true, text });
  return { recipient_id: person.id, message_id: sent.id };
}

/** One message to the author of a comment, within seven days of it. */
function sendPrivately(world: World, page: Page, commentId: string, text: string): object {
  const comment = world.comments.get(commentId);
  if (!comment || comment.removed || comment.pageId !== page.id) throw invisible(commentId);
  if (comment.privateReplyId !== undefined) throw new GraphError(10900, "Activity already replied to");
  const isPast = world.clock.nowMs() - comment.createdAt > humanAgentWindowMs;
  if (comment.from.id === page.id || isPast) throw new GraphError(10903, "This user cant reply to this activity");
  if ([...text].length > maxMessageCharacters) throw badParameter("Length of param message[text] must be at most 2000");
  const sent = putMessage(world, page, { person: comment.from, fromPage: true, text });
  world.comments.put({ ...comment, privateReplyId: sent.id });
  return { recipient_id: comment.from.id, message_id: sent.id };
}

export function editMessage(world: World, message: DirectMessage, text: string): void {
  const edited = world.messages.put({ ...message, text });
  world.announce(changes.messageChange(edited, "edited", world.clock.nowMs()));
}

export function removeMessage(world: World, message: DirectMessage): void {
  const removed = world.messages.put({ ...message, removed: true });
  if (world.currentSettings().loseRemovals) return;
  world.announce(changes.messageChange(removed, "deleted", world.clock.nowMs()));
}

/** A recommendation; one of each person, a second one replaces it. */
export function recommend(
  world: World,
  page: Page,
  by: { from: Person; recommends: boolean; text: string; at?: number | undefined },
  options?: DeliverOptions,
): Recommendation {
  const now = by.at ?? world.clock.nowMs();
  const before = world.recommendations.list(
    (it) => it.pageId === page.id && it.from.id === by.from.id && !it.removed,
  )[0];
  const { from, recommends, text } = by;
  const kept = world.recommendations.put({
    id: before?.id ?? nextObjectId(world),
    pageId: page.id,
    from,
    recommends,
    text,
    createdAt: before?.createdAt ?? now,
    removed: false,
  });
  world.announce(changes.ratingChange(kept, before ? "edit" : "add", now), options);
  return kept;
}

export function removeRecommendation(world: World, recommendation: Recommendation): void {
  const removed = world.recommendations.put({ ...recommendation, removed: true });
  if (world.currentSettings().loseRemovals) return;
  world.announce(changes.ratingChange(removed, "remove", world.clock.nowMs()));
}

/** The lead form of the page. */
export const leadForm = { id: "778120045500119", fields: ["full_name", "email", "phone_number"] } as const;

/** A person fills in the lead form. */
export function fillInForm(
  world: World,
  page: Page,
  fields: Readonly<Record<string, string>>,
  options?: DeliverOptions,
  { at = world.clock.nowMs(), adCampaignId }: { at?: number | undefined; adCampaignId?: string | undefined } = {},
): Lead {
  const lead = world.leads.put({
    id: `1636129430${String(world.next("leads")).padStart(7, "0")}`,
    pageId: page.id,
    formId: leadForm.id,
    fields: Object.entries(fields).map(([name, value]) => ({ name, values: [value] })),
    ...(adCampaignId && { adCampaignId }),
    createdAt: at,
  });
  world.announce(changes.leadChange(lead), options);
  return lead;
}

function jsonObject(text: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? "");
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    throw badParameter("A parameter is not valid JSON.");
  }
}
