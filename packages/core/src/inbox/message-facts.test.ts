import fc from "fast-check";
import { expect, it } from "vitest";
import { comment } from "#tests/support/inbox.ts";
import type { InboundMessage } from "../channels/inbound.ts";
import { factsOf, mergeFacts, messageFrom } from "./message-facts.ts";
import type { Message, MessageFacts } from "./model.ts";

const place = { workspaceId: "ws_1", channelId: "chan_1", platform: "testbook", threadId: "thr_1", remoteId: "c1" };

const report = fc
  .record({
    at: fc.integer({ min: 0, max: 5 }),
    change: fc.constantFrom("added", "edited", "removed", "hidden", "unhidden"),
    text: fc.constantFrom("a", "b", "c"),
  })
  .map(({ at, change, text }) =>
    comment({
      change: change as InboundMessage["change"],
      occurredAt: 1_790_000_000_000 + at * 1000,
      text: change === "added" || change === "edited" ? text : undefined,
    }),
  );

const rank = ["unhidden", "added", "edited", "hidden", "removed"];

/** Reads the reports one after the other in the platform's order, as a person would. */
function oracle(reports: readonly InboundMessage[]): Pick<Message, "text" | "removed" | "hidden" | "known"> {
  const state = { text: "", removed: false, hidden: false, known: false };
  const order = [...reports].sort(
    (a, b) =>
      a.occurredAt - b.occurredAt ||
      rank.indexOf(a.change) - rank.indexOf(b.change) ||
      ((a.text ?? "") < (b.text ?? "") ? -1 : 1),
  );
  for (const { change, text } of order) {
    if (change === "hidden" || change === "unhidden") state.hidden = change === "hidden";
    if (change === "removed") Object.assign(state, { removed: true, text: "" });
    if (change === "added") state.removed = false;
    if (change === "added" || change === "edited") Object.assign(state, { known: true, text });
  }
  // Of what is not there any more nothing is shown, though an edit of it be told later.
  return state.removed ? { ...state, text: "" } : state;
}

it("gives what reading the reports in the platform's order gives, in whatever order they come", () => {
  fc.assert(
    fc.property(
      fc
        .array(report, { minLength: 1, maxLength: 8 })
        .chain((reports) =>
          fc.tuple(
            fc.constant(reports),
            fc.shuffledSubarray(reports, { minLength: reports.length }),
            fc.array(fc.nat({ max: reports.length - 1 }), { maxLength: 8 }),
          ),
        ),
      ([reports, shuffled, again]) => {
        const all = [...shuffled, ...again.flatMap((index) => reports[index] ?? [])];
        const facts = all.map(factsOf).reduce<MessageFacts | undefined>(mergeFacts, undefined);
        if (!facts) throw new Error("no reports");
        expect(messageFrom(place, facts)).toMatchObject(oracle(reports));
      },
    ),
    { numRuns: 2000 },
  );
});

it("keeps what we sent and what the platform echoes as one, in the platform's time", () => {
  const sent: MessageFacts = {
    kind: "comment",
    own: true,
    seen: true,
    reportedAt: 1_790_000_000_500,
    sent: { at: 1_790_000_000_500, outgoingId: "act_1", by: "mem_1" },
  };
  const echo = factsOf(comment({ own: false, occurredAt: 1_790_000_000_000 }));
  expect(mergeFacts(sent, echo)).toEqual(mergeFacts(echo, sent));
  expect(messageFrom(place, mergeFacts(echo, sent))).toMatchObject({
    own: true,
    sentBy: "mem_1",
    occurredAt: 1_790_000_000_000,
    classification: undefined,
  });
});
