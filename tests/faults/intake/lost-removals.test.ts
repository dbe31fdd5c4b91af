import fc from "fast-check";
import { expect, it } from "vitest";
import { fakeClock } from "#core/kernel/clock.ts";
import { deliveryOf } from "./deliveries.ts";
import { history, type PageEvent, page } from "./events.ts";
import { oracle } from "./oracle.ts";
import { pageLists } from "./page-lists.ts";
import { type ProductIntake, productIntake } from "./product.ts";

/* Any webhooks of creations, edits and removals are lost: after enough looks the table says what an oracle does. */

const runs = Number(process.env.FAULT_RUNS ?? 8);
const quarterS = 15 * 60;
const dayS = 86_400;

/** What happens, the webhooks that are lost, and after which events somebody looks. */
const courses = history(18).chain((all) => {
  // Lists say nothing of when a recommendation was changed.
  const events = all.filter((event) => event.kind !== "rating" || event.verb !== "edit");
  const flags = (trueShare: number) =>
    fc.array(
      fc.nat({ max: 99 }).map((die) => die < trueShare),
      { minLength: events.length, maxLength: events.length },
    );
  return fc.record({ events: fc.constant(events), lost: flags(50), looks: flags(30) });
});

const isCreation = (event: PageEvent) =>
  event.kind === "comment" || event.kind === "direct" || (event.kind === "rating" && event.verb === "add");
const isEdit = (event: PageEvent) => event.kind === "edit" || event.kind === "direct-edit";
const isRemoval = (event: PageEvent) =>
  event.kind === "remove" || event.kind === "direct-removal" || (event.kind === "rating" && event.verb === "remove");

interface Course {
  readonly events: readonly PageEvent[];
  readonly lost: readonly boolean[];
  readonly looks: readonly boolean[];
}

/**
 * Plays a course and says what an observer of the lists and of the webhooks that arrived can know: what was there and gone
 * before anybody heard of it is unknown, and an edit of which no webhook told happens when it is seen.
 */
async function play({ events, lost, looks }: Course, product: ProductIntake, setTime: (seconds: number) => void) {
  const lists = pageLists();
  const known = new Set<string>();
  const own = new Set<string>();
  const hidden = new Set<string>();
  const observed: PageEvent[] = [];
  const unseen = new Map<string, PageEvent>();
  let vanished = 0;
  let passed = 0;
  let tally = 0;
  const nowOf = (event: PageEvent | undefined) => (event?.at ?? 0) + passed;

  const look = async (at: number) => {
    setTime(at);
    await product.look(lists.inbox);
    for (const event of unseen.values()) {
      if (!("id" in event) || !lists.shows(event.id)) continue;
      known.add(event.id);
      observed.push(isCreation(event) ? event : { ...event, at });
    }
    unseen.clear();
  };

  for (const [index, planned] of events.entries()) {
    const event = { ...planned, at: nowOf(planned) };
    const id = "id" in event ? event.id : "";
    setTime(event.at);
    lists.happen(event);
    if (("by" in event && event.by === page) || ("own" in event && event.own)) own.add(id);
    const isKnown = known.has(id) || isCreation(event);
    // Of our own words the lists tell no edits; so few vanish at once that it can be believed.
    const mayBeLost =
      isCreation(event) || (isEdit(event) && !own.has(id)) || (isRemoval(event) && vanished < 3 && !hidden.has(id));
    const isLost = mayBeLost && lost[index] === true;
    if (event.kind === "hide" && known.has(id)) hidden.add(id);
    if (isRemoval(event) && isLost) vanished += 1;
    if (isLost || !isKnown) {
      tally += isLost ? 1 : 0;
      if (isCreation(event)) unseen.set(id, event);
      const before = unseen.get(id);
      if (before && !known.has(id) && "text" in event)
        unseen.set(id, { ...before, text: event.text ?? "" } as PageEvent);
      if (isEdit(event) && known.has(id)) unseen.set(id, event);
      if (isRemoval(event) && known.has(id)) observed.push(event);
    } else {
      known.add(id);
      if (event.kind !== "hide" && event.kind !== "unhide") unseen.delete(id);
      observed.push(event);
      await product.take(deliveryOf([event]));
    }
    if (looks[index] !== true) continue;
    passed += quarterS;
    await look(nowOf(planned));
    passed += quarterS;
  }
  let at = nowOf(events.at(-1));
  for (const pause of [quarterS, dayS + quarterS, quarterS, quarterS]) {
    at += pause;
    await look(at);
  }
  return { observed, tally };
}

it("says in the end what an oracle says of whatever could be known", { timeout: 40_000 + runs * 5_000 }, async () => {
  let lostWebhooks = 0;
  let removals = 0;
  await fc.assert(
    fc.asyncProperty(courses, async (course) => {
      const clock = fakeClock("2026-10-01T00:00:00Z");
      const product = await productIntake(clock);
      try {
        const { observed, tally } = await play(course, product, (seconds) => clock.set(seconds * 1000));
        expect(await product.view()).toEqual(oracle(observed));
        lostWebhooks += tally;
        removals += course.events.filter((event, index) => isRemoval(event) && course.lost[index]).length;
      } finally {
        await product.stop();
      }
    }),
    { numRuns: runs },
  );
  expect(lostWebhooks).toBeGreaterThan(runs);
  expect(removals).toBeGreaterThan(0);
});
