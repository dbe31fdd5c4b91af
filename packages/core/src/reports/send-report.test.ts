import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { answerLost, eventOf, type ReportWorld, refused, reportWorld, schedules } from "#tests/support/report-world.ts";
import { armedGraceMs, maxAttempts } from "../kernel/mail-course.ts";
import { suspendByMailEvent } from "../mailing/index.ts";
import type { ReportSchedule } from "./model.ts";
import { sendReport } from "./send-report.ts";

let dynamo: TestDynamo;
let world: ReportWorld;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(async () => {
  world = await reportWorld(dynamo);
});

const both = ["en@example.com", "uk@example.com"];
const toUk = (fault: () => Error) => world.failWith((mail) => (mail.to.address.startsWith("uk") ? fault() : undefined));

describe("sending a report", () => {
  it("reaches each reader once, however often the message comes", async () => {
    await Promise.all([world.handle(), world.handle()]);
    await world.handle();
    expect(world.sentTo()).toEqual(both);
  });

  it("tries again for the reader whose mail was refused, and only for that one", async () => {
    toUk(refused);
    await expect(world.handle()).rejects.toThrow("1 mails");
    world.failWith(undefined);
    await world.handle();
    expect(world.sentTo()).toEqual(both);
  });

  it("does not repeat a mail whose answer was lost, and believes the mail service's event", async () => {
    toUk(answerLost);
    await world.handle();
    await world.handle();
    expect(world.sent).toHaveLength(2);
    expect(world.queued.at(-1)).toMatchObject({ delayMs: armedGraceMs });
    const lost = world.sent.find(({ to }) => to.address.startsWith("uk"));
    expect(lost && (await world.say("Delivery", lost))).toBe("recorded");
    world.clock.advance(armedGraceMs);
    await world.handle();
    expect(world.sent).toHaveLength(2);
  });

  it("sends again when the mail service never spoke of the mail", async () => {
    world.failWith(answerLost);
    await world.handle();
    world.failWith(undefined);
    world.clock.advance(armedGraceMs);
    await world.handle();
    expect((await world.deliveries()).map(({ state }) => state)).toEqual(["sent", "sent"]);
  });

  it("says so when the mail service refuses to the last attempt", async () => {
    toUk(refused);
    for (let attempt = 1; attempt <= maxAttempts; attempt++) await expect(world.handle()).rejects.toThrow("1 mails");
    expect(await world.handle()).toEqual({ sent: 0 });
    expect(world.published).toMatchObject([{ type: "report.undelivered", data: { state: "failed" } }]);
  });

  it("tells the source of the report's channels and sections, and of the kind that was due", async () => {
    world = await reportWorld(dynamo, { channelIds: ["chan_1"], sections: ["risks", "summary"] });
    await world.handle({ ...world.message, kind: "monthly" });
    expect(world.collected).toEqual([
      { kind: "monthly", period: world.message.period, channelIds: ["chan_1"], sections: ["risks", "summary"] },
    ]);
  });
});

describe("a worker that dies while it sends a report", () => {
  /** Everything it does that outlasts it; `die` is asked before and after each. */
  function mortal(die: () => void): ReportWorld["deps"] {
    const { deps } = world;
    const step =
      <Args extends unknown[], Answer>(act: (...args: Args) => Promise<Answer>) =>
      async (...args: Args): Promise<Answer> => {
        die();
        const answer = await act(...args);
        die();
        return answer;
      };
    return {
      ...deps,
      deliveries: { ...deps.deliveries, open: step(deps.deliveries.open), replace: step(deps.deliveries.replace) },
      mailer: { send: step(deps.mailer.send) },
    };
  }

  /** Kills the worker at its `last` step and lets the queue and the mail service do their part; false when it was done before. */
  async function killAt(schedule: ReportSchedule, last: number): Promise<boolean> {
    world = await reportWorld(dynamo, { schedule });
    let steps = 0;
    const dying = mortal(() => {
      steps += 1;
      if (steps >= last) throw new Error("killed");
    });
    await sendReport(dying, world.message).catch(() => {});
    if (steps < last) return false;
    // The queue brings the message again at once, to two workers, and the mail service tells what it took.
    await Promise.all([world.handle(), world.handle()]);
    for (const mail of world.sent) await world.say("Send", mail);
    world.clock.advance(armedGraceMs);
    await Promise.all([world.handle(), world.handle()]);
    expect(world.sentTo(), `killed at step ${last}`).toEqual(both);
    expect((await world.deliveries()).map(({ state }) => state)).toEqual(["sent", "sent"]);
    return true;
  }

  it("leaves each reader with exactly one mail, wherever it was", async () => {
    let last = 1;
    while (await killAt(schedules.weekly, last)) last += 1;
    // Two openings and, for each of two readers, arming, sending, recording: before and after each.
    expect(last).toBe(17);
  });

  // The eighth step: the first mail is taken, and nothing of it is recorded.
  it.each([schedules.daily, schedules.monthly, schedules.quarterly])(
    "does so for the $kind report too",
    async (one) => {
      expect(await killAt(one, 8)).toBe(true);
    },
  );
});

describe("what the mail service says of a report's mail", () => {
  it("is told when it has arrived, once", async () => {
    await world.handle();
    const [mail] = world.sent;
    if (!mail) throw new Error("nothing was sent");
    for (const outcome of ["recorded", "ignored"]) expect(await world.say("Delivery", mail)).toBe(outcome);
    expect(world.published).toMatchObject([
      { type: "report.delivered", data: { reportId: world.report.id, email: mail.to.address } },
    ]);
  });

  it("stands: a late delivery event does not undo a bounce", async () => {
    await world.handle();
    const [mail] = world.sent;
    if (!mail) throw new Error("nothing was sent");
    expect(await world.say("Bounce", mail)).toBe("recorded");
    expect(await world.say("Delivery", mail)).toBe("ignored");
    expect((await world.deliveries()).map(({ state }) => state).sort()).toEqual(["bounced", "sent"]);
    expect(world.published).toMatchObject([
      { type: "report.undelivered", data: { reportId: world.report.id, email: mail.to.address, state: "bounced" } },
    ]);
  });

  it("keeps the next mails from an address that is gone, says so once for each, and sends when it is let again", async () => {
    await world.handle();
    const gone = world.sent.find(({ to }) => to.address.startsWith("en"));
    if (!gone) throw new Error("nothing was sent");
    const bounce = { bounce: { bounceType: "Permanent", bounceSubType: "General" } };
    await suspendByMailEvent(world.deps, eventOf("Bounce", gone, world.clock.nowMs(), bounce));
    const next = { ...world.message, period: { from: "2026-11-23", to: "2026-11-29" } };
    await world.handle(next);
    await world.handle(next);
    expect(world.sentTo()).toEqual([...both, "uk@example.com"]);
    expect(world.published).toMatchObject([{ type: "report.undelivered", data: { state: "suspended" } }]);
    expect((await world.deliveries()).find(({ withheld }) => withheld)).toMatchObject({
      state: "waiting",
      recipient: { email: "en@example.com" },
      withheld: { because: "suspended" },
    });
    world.deps.suspensions.get = async () => null;
    await world.handle(next);
    expect(world.sentTo()).toEqual(["en@example.com", ...both, "uk@example.com"].sort());
    expect((await world.deliveries()).some(({ withheld }) => withheld)).toBe(false);
  });
});

describe("a report sent once more", () => {
  const again = { id: "act_1", by: "mem_1", at: 1, readers: ["en@example.com"] };

  it("goes to those who are named alone, once for each wish, and remembers who asked", async () => {
    await world.handle();
    await Promise.all([world.handle({ ...world.message, again }), world.handle({ ...world.message, again })]);
    expect(world.sentTo()).toEqual(["en@example.com", ...both]);
    await world.handle({ ...world.message, again: { ...again, id: "act_2" } });
    expect(world.sent).toHaveLength(4);
    expect((await world.deliveries()).filter(({ again }) => again?.by === "mem_1")).toHaveLength(2);
  });
});
