import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { connectorFor } from "#core/channels/catalog.ts";
import { type InboundItem, inboundItemSchema } from "#core/channels/inbound.ts";
import { functionCatalog } from "#infra/function-catalog.ts";

/* What a delivery can do to the reader behind the signature, should a platform's secret ever be known to somebody else. */

const read = (rawBody: string) => {
  const answer = connectorFor("facebook")?.webhook?.parse(rawBody);
  if (!answer) throw new Error("no reader");
  return answer;
};
const deliveryOf = (changes: string, time = "1793000003") =>
  `{"object":"page","entry":[{"id":"1112223334445","time":${time},"changes":[${changes}]}]}`;
const commentOf = (fields: string) =>
  `{"field":"feed","value":{"item":"comment","verb":"add","comment_id":"901_903","post_id":"1_901","created_time":1793000002,"message":"a"${fields && ","}${fields}}}`;
const kept = (answer: ReturnType<typeof read>): readonly InboundItem[] =>
  answer.ok ? answer.value.filter(({ kind }) => kind !== "ignored" && kind !== "unreadable") : [];

describe("JSON that is meant to hurt", () => {
  it.each([
    ["objects", `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`],
    ["lists", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
    ["a field of a comment", deliveryOf(commentOf(`"from":${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`))],
  ])("100,000 levels deep (%s) is unreadable, not a crash", (_, text) => {
    expect(read(text)).toEqual({ ok: false, error: "not JSON, or nested too deeply" });
  });

  it("1,000 updates are read, 1,001 are no delivery of the platform", () => {
    expect(kept(read(deliveryOf(Array(1000).fill(commentOf("")).join(","))))).toHaveLength(1000);
    expect(read(deliveryOf(Array(1001).fill(commentOf("")).join(",")))).toMatchObject({ ok: false });
  });

  it("a list of a million elements is unreadable long before the function's time is over", () => {
    const began = performance.now();
    expect(read(`{"object":"page","entry":[${"0,".repeat(1_000_000)}0]}`).ok).toBe(false);
    expect(performance.now() - began).toBeLessThan((functionCatalog.intake.timeoutSeconds * 1000) / 4);
  });

  it.each(["__proto__", "constructor", "prototype", "hasOwnProperty", "toString"])(
    "%s is a field like any other",
    (name) => {
      const poison = `"${name}":{"polluted":true,"isAdmin":true}`;
      const [item] = kept(read(deliveryOf(commentOf(poison)).replace("{", `{${poison},`)));
      expect(item).toMatchObject({ remoteId: "901_903" });
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      expect(kept(read(deliveryOf(`{"field":"${name}","value":{${poison}}}`)))).toEqual([]);
      expect(kept(read(deliveryOf(commentOf(`"verb":"${name}"`))))).toEqual([]);
    },
  );

  it("of duplicate keys the last one counts, once and always", () => {
    expect(kept(read(deliveryOf(commentOf('"message":"b","comment_id":"901_904"'))))).toMatchObject([
      { text: "b", remoteId: "901_904" },
    ]);
  });

  it("ids beyond 2^53 keep every digit, as text or as a number", () => {
    const id = "98765432109876543217";
    for (const written of [`"${id}"`, id]) {
      const [item] = kept(read(deliveryOf(commentOf(`"comment_id":${written},"from":{"id":${written}}`))));
      expect(item).toMatchObject({ remoteId: id, author: { remoteId: id } });
    }
  });

  it.each(["1e400", "-1e400", "1e22", "-5", "0.5e-7", '"1_2 3"', '"../1"', `"${"1".repeat(300)}"`, "[]", "{}", "true"])(
    "an id of %s is none",
    (written) => {
      expect(kept(read(deliveryOf(commentOf(`"comment_id":${written}`))))).toEqual([]);
    },
  );
});

describe("times that are meant to mislead", () => {
  it.each(["-1", '"1700000000abc"', '"1700000000"', "1e300", "1e400", "[1700000000]", "{}", "253402300800000"])(
    "a comment created at %s is not stored at a time made up",
    (written) => {
      expect(kept(read(deliveryOf(commentOf(`"created_time":${written}`))))).toEqual([]);
    },
  );

  it.each(["-1", '"1700000000abc"', "1e400", "null", "1e300"])("a delivery sent at %s is unreadable", (written) => {
    expect(kept(read(deliveryOf(commentOf('"verb":"remove"'), written)))).toEqual([]);
  });

  it("parts of a second are cut off", () => {
    expect(kept(read(deliveryOf(commentOf('"created_time":1793000002.9999'))))).toMatchObject([
      { occurredAt: 1_793_000_002_999 },
    ]);
  });

  it.each([-301, 0, 301])(
    "the platform signs no time of its own, so one %s seconds off is read the same",
    (seconds) => {
      const at = 1_793_000_002 + seconds;
      expect(kept(read(deliveryOf(commentOf(`"created_time":${at}`))))).toMatchObject([{ occurredAt: at * 1000 }]);
    },
  );
});

it("whatever is signed is read into items of the model or refused with a cause, and never throws", () => {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 4 }),
    fc.constantFrom("add", "remove", "comment", "901_903", 1793000002, null, "9".repeat(40), -1, 1e308),
  );
  const names = ["item", "verb", "comment_id", "post_id", "parent_id", "from", "created_time", "message", "rating"];
  const more = ["open_graph_story_id", "leadgen_id", "form_id", "sender", "recipient", "timestamp", "__proto__"];
  const fields = fc.dictionary(fc.constantFrom(...names, ...more), value);
  const change = fc.record({ field: fc.constantFrom("feed", "mention", "ratings", "leadgen", "x"), value: fields });
  const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
    fc.oneof<fc.MaybeWeightedArbitrary<unknown>[]>({ weight: 19, arbitrary }, { weight: 1, arbitrary: value });
  const entry = fc.record({
    id: seldom(fc.constant("1")),
    time: seldom(fc.oneof(fc.nat(), fc.double({ min: -10, max: 1e15 }))),
    changes: seldom(fc.array(seldom(change))),
    messaging: seldom(fc.array(seldom(fields))),
  });
  const document = fc.oneof(
    { weight: 5, arbitrary: fc.record({ object: fc.constant("page"), entry: fc.array(entry, { maxLength: 2 }) }) },
    { weight: 1, arbitrary: value },
  );
  let items = 0;
  fc.assert(
    fc.property(document, (signed) => {
      const answer = read(JSON.stringify(signed));
      if (!answer.ok) {
        expect(answer.error).not.toBe("");
        return;
      }
      items += answer.value.length;
      for (const item of answer.value) expect(v.safeParse(inboundItemSchema, item).issues).toBeUndefined();
    }),
    { numRuns: 3000 },
  );
  expect(items).toBeGreaterThan(500);
});
