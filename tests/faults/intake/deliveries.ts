import { type PageEvent, page } from "./events.ts";

/** The events as the platform batches them: one delivery, an entry for each, in the order given. */
export const deliveryOf = (events: readonly PageEvent[]): string =>
  JSON.stringify({ object: "page", entry: events.map(entryOf) });

function entryOf(event: PageEvent): object {
  const { at } = event;
  const messaging = (own: boolean, person: string, message: object) => ({
    id: page,
    time: at * 1000 + 120,
    messaging: [
      { sender: { id: own ? page : person }, recipient: { id: own ? person : page }, timestamp: at * 1000, ...message },
    ],
  });
  const change = (field: string, value: object) => ({ id: page, time: at, changes: [{ field, value }] });
  const feed = (verb: string, id: string, more: object = {}) =>
    change("feed", { item: "comment", verb, comment_id: id, post_id: `${page}_901`, ...more });
  switch (event.kind) {
    case "comment": {
      const { id, parent = `${page}_901`, by, text } = event;
      return feed("add", id, { parent_id: parent, from: { id: by, name: by }, created_time: at, message: text });
    }
    case "edit":
      return feed("edited", event.id, { parent_id: event.top, message: event.text });
    case "hide":
    case "unhide":
    case "remove":
      return feed(event.kind, event.id, { parent_id: event.top });
    case "direct":
      return messaging(event.own, event.person, {
        message: { mid: event.id, text: event.text, ...(event.own ? { is_echo: true } : {}) },
      });
    case "direct-edit":
      return messaging(event.own, event.person, { message_edit: { mid: event.id, text: event.text } });
    case "direct-removal":
      return messaging(event.own, event.person, { message: { mid: event.id, is_deleted: true } });
    case "rating":
      return change("ratings", {
        ...{ item: "rating", verb: event.verb, open_graph_story_id: event.id, reviewer_id: event.by, rating: null },
        ...{ recommendation_type: event.good ? "POSITIVE" : "NEGATIVE", review_text: event.text, created_time: at },
      });
    case "rating-answer":
      return change("ratings", {
        ...{ item: "comment", verb: "add", open_graph_story_id: event.story, comment_id: event.id, sender_id: page },
        ...{ message: "Дякуємо", created_time: at },
      });
    case "lead":
      return change("leadgen", { leadgen_id: event.id, form_id: "778", page_id: page, ad_id: 0, created_time: at });
    case "noise":
      if (event.what === "read") return messaging(false, "5550001", { read: { watermark: at * 1000 } });
      return event.what === "reaction"
        ? change("feed", { item: "reaction", verb: "add", reaction_type: "love", from: { id: "5550001" } })
        : change("feed", {
            item: "status",
            verb: "add",
            post_id: `${page}_999`,
            from: { id: page },
            message: "Наш допис",
          });
  }
}
