import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aRule, asks } from "#tests/support/rules-world.ts";
import { decide, matches } from "./decide.ts";
import type { Rule } from "./model.ts";
import type { Subject } from "./subject.ts";
import { mentions, phraseOf } from "./words.ts";

const subject = (change: Partial<Subject> = {}): Subject => ({
  id: "msg_1",
  what: "message",
  threadId: "thr_1",
  channelId: "chan_1",
  platform: "testbook",
  kind: "comment",
  text: "Де моє замовлення?",
  sentiment: "negative",
  intent: "question",
  language: "uk",
  rating: undefined,
  followers: undefined,
  person: "Олена",
  postedAt: 1000,
  ...change,
});
const rule = (id: string, change: Parameters<typeof aRule>[0] = {}): Rule => ({
  ...aRule(change),
  id,
  version: 1,
  since: 0,
});
const label = (name: string) => ({ labels: [name], hide: false, lead: false });

describe("words", () => {
  it.each([
    ["Кава ХОЛОДНА була", "холодна", true],
    ["кави холодної", "холодна", false],
    ["кави холодної", "холодн*", true],
    ["Де мої гроші, поверніть!", "поверніть", true],
    ["поверніть, будь ласка, гроші", "поверніть гроші", false],
    ["Поверніть «гроші»!", "гроші", true],
    ["п'ята доба чекаю", "п’ята доба", true],
    ["кав'ярня", "кава", false],
    ["дууууже довго", "дуже", true],
    ["де 100 грн", "100 грн", true],
    ["👎", "👎", true],
  ])("%s holds %s: %s", (text, phrase, is) => expect(mentions(text, [phrase])).toBe(is));

  it("knows no patterns but the star at an end", () => {
    expect(phraseOf("(кава|чай)..#")).toBe("кава чай");
    expect(phraseOf("ж*")).toBeUndefined();
    expect(phraseOf("...")).toBeUndefined();
    expect(phraseOf("до*ставка*")).toBe("доставка*");
  });

  it("takes a time that grows with the text, whatever the phrases are", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 60 }), { maxLength: 20 }), fc.string(), (phrases, text) => {
        expect(typeof mentions(text, phrases)).toBe("boolean");
      }),
    );
  });
});

describe("conditions", () => {
  it("must all hold", () => {
    const when = asks({ sentiments: ["negative"], kinds: ["comment"], words: ["замовлення"] });
    expect(matches(when, subject())).toBe(true);
    expect(matches(when, subject({ kind: "direct" }))).toBe(false);
    expect(matches(when, subject({ sentiment: undefined }))).toBe(false);
    expect(matches(when, subject({ text: "Дякую" }))).toBe(false);
  });

  it("about stars and followers do not hold where neither is known", () => {
    const stars = asks({ rating: { from: 1, to: 2 } });
    expect([undefined, 1, 2, 3].map((rating) => matches(stars, subject({ rating })))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const followers = asks({ followersFrom: 1000 });
    expect([undefined, 999, 1000].map((count) => matches(followers, subject({ followers: count })))).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe("order", () => {
  it("lets the first rule keep a message, unless it lets others look", () => {
    const [a, b, c] = [
      rule("a", { continues: true, deeds: label("a") }),
      rule("b", { deeds: label("b") }),
      rule("c", { deeds: label("c") }),
    ];
    expect(decide([a, b, c], subject()).map(({ ruleId }) => ruleId)).toEqual(["a", "b"]);
    expect(decide([c, a, b], subject()).map(({ ruleId }) => ruleId)).toEqual(["c"]);
    expect(decide([{ ...b, enabled: false }, c], subject()).map(({ ruleId }) => ruleId)).toEqual(["c"]);
  });

  it("gives the first rule's word where two want the same", () => {
    const assigns = (id: string) => rule(id, { continues: true, deeds: { ...label(id), assign: `mem_${id}` } });
    const steps = decide([assigns("a"), assigns("b")], subject());
    expect(steps.map(({ ruleId, kind }) => `${ruleId} ${kind}`)).toEqual(["a assign", "a label", "b label"]);
  });

  it("is kept, whatever the rules are", () => {
    const some = fc.array(fc.record({ fits: fc.boolean(), on: fc.boolean(), continues: fc.boolean() }), {
      maxLength: 50,
    });
    fc.assert(
      fc.property(some, (list) => {
        const rules = list.map(({ fits, on, continues }, i) =>
          rule(String(i), {
            enabled: on,
            continues,
            when: asks({ sentiments: [fits ? "negative" : "positive"] }),
            deeds: label(String(i)),
          }),
        );
        const taken = list.flatMap(({ fits, on }, i) => (fits && on ? [i] : []));
        const last = taken.findIndex((i) => !list[i]?.continues);
        const expected = last < 0 ? taken : taken.slice(0, last + 1);
        expect(decide(rules, subject()).map(({ ruleId }) => Number(ruleId))).toEqual(expected);
      }),
    );
  });

  it("leaves alone what was written before a rule was changed", () => {
    expect(decide([{ ...rule("a"), since: 1001 }, rule("b")], subject()).map(({ ruleId }) => ruleId)).toEqual(["b"]);
    expect(decide([{ ...rule("a"), since: 1000 }], subject())).toHaveLength(1);
  });
});
