import { describe, expect, it } from "vitest";
import type { ChannelCall, Connector, FollowUpsCapability, PublishFollowUp, StepAnswer } from "./connector.ts";
import { contractContent, contractContentNames } from "./contract-contents.ts";
import { formatOf } from "./manifest.ts";
import type { PlatformDouble } from "./platform-double.ts";

/** What a connector must keep to that lets something follow the post. Part of `connectorContract`. */
export function followUpContract(
  connector: Connector,
  followUps: FollowUpsCapability,
  world: () => { double: PlatformDouble; call: ChannelCall },
): void {
  const { firstComment, thread } = formatOf(connector.manifest) ?? { firstComment: false, thread: false };
  const kinds: PublishFollowUp["kind"][] = [
    ...(thread ? (["thread-part"] as const) : []),
    ...(firstComment ? (["first-comment"] as const) : []),
  ];

  describe.each(kinds)("and for a %s", (kind) => {
    const now = () => Date.now();

    /** A post of its own, with a text in which nothing else is looked for. */
    const below = async (text: string): Promise<PublishFollowUp> => {
      const postRemoteId = await published(`Допис: ${kind} ${text}`);
      return { kind, text, media: [], postRemoteId, parentRemoteId: postRemoteId };
    };
    const published = async (text: string): Promise<string> => {
      const { manifest, publish } = connector;
      const content = {
        ...contractContent(manifest, world().double.media, contractContentNames(manifest)[0] ?? ""),
        text,
      };
      if (!publish) throw new Error("Without a post nothing can follow it");
      const answer = await runToVisible((receipts) => publish.nextStep(content, receipts));
      if (answer.kind !== "published") throw new Error(JSON.stringify(answer));
      return answer.remoteId;
    };
    /** Takes the steps up to the visible one, and that one. */
    const runToVisible = async (
      stepAfter: (receipts: Record<string, string>) => ReturnType<FollowUpsCapability["nextStep"]>,
    ): Promise<StepAnswer> => {
      let receipts: Record<string, string> = {};
      for (let taken = 0; taken < 100; taken += 1) {
        const step = stepAfter(receipts);
        const answer = await step.run({ ...world().call, nowMs: now() });
        if (step.visible || answer.kind !== "pending") return answer;
        receipts = { ...receipts, ...answer.receipts };
        if (answer.afterMs > 0) await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error("no visible step after 100 steps");
    };
    const take = (followUp: PublishFollowUp) => runToVisible((receipts) => followUps.nextStep(followUp, receipts));
    const find = (followUp: PublishFollowUp, armedAt: number, known: readonly string[] = []) =>
      followUps.find(
        { ...world().call, nowMs: now() },
        { followUp, receipts: {}, armedAt, knownRemoteIds: new Set(known) },
      );

    it("publishes it below the post, once, and finds it", async () => {
      const followUp = await below("Адреса в шапці профілю ☕️");
      const armedAt = now();
      expect(await find(followUp, armedAt)).toEqual({ kind: "absent" });
      const answer = await take(followUp);
      if (answer.kind !== "published") throw new Error(JSON.stringify(answer));
      expect(URL.canParse(answer.url)).toBe(true);
      expect(await find(followUp, armedAt)).toMatchObject({ kind: "found", remoteId: answer.remoteId });
    });

    it("does not take another one with the same words for the one it looks for", async () => {
      const followUp = await below("Двічі те саме");
      const armedAt = now();
      const first = await take(followUp);
      if (first.kind !== "published") throw new Error(JSON.stringify(first));
      expect(await find(followUp, armedAt, [first.remoteId])).toEqual({ kind: "absent" });
      expect(await find({ ...followUp, text: "Інше" }, armedAt)).toEqual({ kind: "absent" });
    });

    it("leaves the outcome open when the answer is lost, and finds it", async () => {
      for (const how of ["lost-answer", "cut-off"] as const) {
        const followUp = await below(`Загублена відповідь: ${how}`);
        const armedAt = now();
        await world().double.failNext("write", how);
        expect(await take(followUp)).toMatchObject({ kind: "unknown" });
        expect((await find(followUp, armedAt)).kind).toBe(how === "lost-answer" ? "found" : "absent");
      }
    });

    it("waits until calls are welcome again, when nothing can have happened", async () => {
      const followUp = await below("Забагато викликів");
      await world().double.failNext("write", "rate-limited");
      expect(await take(followUp)).toMatchObject({ kind: "retry", cause: { class: "rate-limited" } });
    });

    it("says that the outcome of looking is not known when the platform cannot be asked", async () => {
      const followUp = await below("Хтозна");
      await world().double.failNext("read", "refused");
      expect(await find(followUp, now())).toMatchObject({ kind: "unknown" });
    });
  });
}
