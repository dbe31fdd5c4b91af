import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ChannelCall, Connector, PublishContent, Receipts, StepAnswer, WebhookRequest } from "./connector.ts";
import { adsContract } from "./contract-ads.ts";
import { contractContent, contractContentNames } from "./contract-contents.ts";
import { followUpContract } from "./contract-follow-ups.ts";
import { insightsContract } from "./contract-insights.ts";
import { publicPagesContract } from "./contract-public-pages.ts";
import { replyContract } from "./contract-replies.ts";
import { reviewContract } from "./contract-reviews.ts";
import { visitsContract } from "./contract-visits.ts";
import { inboundItemSchema } from "./inbound.ts";
import { connectDouble, type PlatformDouble } from "./platform-double.ts";
import { publishedText } from "./published-text.ts";

/** What every connector must keep to, against a platform that answers on the wire. Call it from a test file. */
export function connectorContract(connector: Connector, start: () => Promise<PlatformDouble>): void {
  describe(`the ${connector.manifest.name} connector keeps the contract`, () => {
    let double: PlatformDouble;
    let call: ChannelCall;
    let refreshToken: string;
    const now = () => Date.now();

    beforeAll(async () => {
      double = await start();
      ({ call, refreshToken } = await connectDouble(connector, double));
    });
    afterAll(() => double.stop());

    it("says of itself what it can do, and nothing else", () => {
      const { capabilities, platform, markColour } = connector.manifest;
      expect(platform).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(markColour).toMatch(/^#[0-9a-f]{6}$/);
      expect(capabilities.publish).toBe(connector.publish !== undefined);
      const follows = connector.manifest.formats.some(({ firstComment, thread }) => firstComment || thread);
      expect(connector.publish?.followUps !== undefined).toBe(follows);
      expect(capabilities.webhook).toBe(connector.webhook !== undefined);
      expect(connector.auth.subscribe !== undefined).toBe(connector.webhook !== undefined);
      expect(capabilities.reply).toBe(connector.replies !== undefined);
      expect(capabilities.leads).toBe(connector.leads !== undefined);
      expect(capabilities.insights).toBe(connector.insights !== undefined);
      expect(capabilities.ads).toBe(connector.ads !== undefined);
      expect(capabilities.publicPages).toBe(connector.publicPages !== undefined);
      expect(capabilities.authorFollowers).toBe(connector.authors !== undefined);
      expect(capabilities.visits).toBe(connector.visits !== undefined);
      expect(connector.manifest.formats.length > 0).toBe(capabilities.publish);
      expect(connector.manifest.pace !== undefined).toBe(capabilities.publish);
    });

    it("refuses a code that is none, without a secret in the error", async () => {
      const answer = { code: "no-code", redirectUri: "https://dopys.test/cb" };
      const exchanged = await connector.auth.exchange({ http: double.http, app: double.app, nowMs: now() }, answer);
      expect(exchanged.ok).toBe(false);
      for (const secret of double.app.appSecrets) expect(JSON.stringify(exchanged)).not.toContain(secret);
    });

    const { refresh } = connector.auth;
    if (refresh) {
      it("gives a new token for the refresh token, as often as asked", async () => {
        const { http, app } = double;
        for (const _ of [1, 2]) {
          const renewed = await refresh({ http, app, nowMs: now() }, refreshToken);
          if (!renewed.ok) throw new Error(JSON.stringify(renewed.error));
          expect(renewed.value.expiresAt).toBeGreaterThan(now());
          expect(renewed.value.accessToken).not.toBe(call.accessToken);
        }
        const refused = await refresh({ http, app, nowMs: now() }, "none");
        expect(refused).toMatchObject({ ok: false, error: { class: "auth-expired" } });
        expect(JSON.stringify(refused)).not.toContain(app.appSecrets[0]);
      });
    }

    const { publish, webhook, replies, leads, insights, ads, publicPages, visits } = connector;
    const names = contractContentNames(connector.manifest);
    const contentOf = (name: string): PublishContent => contractContent(connector.manifest, double.media, name);
    /** The least that the platform publishes, with these words where it takes words. */
    const plain = (text: string): PublishContent => ({ ...contentOf(names[0] ?? ""), text });
    if (publish) {
      /** Takes steps up to the visible one, as many workers would: each knows only the content and the receipts. */
      const prepare = async (content: PublishContent): Promise<Receipts> => {
        let receipts: Receipts = {};
        for (let taken = 0; taken < 100; taken += 1) {
          const step = publish.nextStep(content, receipts);
          expect(publish.nextStep(content, receipts).name).toBe(step.name);
          if (step.visible) return receipts;
          const answer = await step.run({ ...call, nowMs: now() });
          if (answer.kind !== "pending") throw new Error(`${step.name}: ${JSON.stringify(answer)}`);
          receipts = { ...receipts, ...answer.receipts };
          if (answer.afterMs > 0) await new Promise((resolve) => setTimeout(resolve, 20));
        }
        throw new Error("no visible step after 100 steps");
      };
      const runVisible = (content: PublishContent, receipts: Receipts): Promise<StepAnswer> =>
        publish.nextStep(content, receipts).run({ ...call, nowMs: now() });
      const find = (content: PublishContent, receipts: Receipts, armedAt: number, known: readonly string[] = []) =>
        publish.find({ ...call, nowMs: now() }, { content, receipts, armedAt, knownRemoteIds: new Set(known) });

      it.each(names)("publishes %s once, by one visible step that is the last", async (name) => {
        const content = contentOf(name);
        const before = await double.posts();
        const armedAt = now();
        const receipts = await prepare(content);
        expect(await double.posts()).toEqual(before);
        expect(await find(content, receipts, armedAt)).toEqual({ kind: "absent" });
        const published = await runVisible(content, receipts);
        if (published.kind !== "published") throw new Error(JSON.stringify(published));
        expect(URL.canParse(published.url)).toBe(true);
        const added = (await double.posts()).slice(before.length);
        expect(added).toEqual([
          {
            remoteId: published.remoteId,
            text: publishedText(connector.manifest, content),
            images: content.media.filter((it) => it.kind === "image").length,
            videos: content.media.filter((it) => it.kind === "video").length,
          },
        ]);
        expect(await find(content, receipts, armedAt)).toMatchObject({ kind: "found", remoteId: published.remoteId });
      });

      it("does not take another publication of the same words for the one it looks for", async () => {
        const content = plain("Двічі те саме");
        const armedAt = now();
        const first = await runVisible(content, await prepare(content));
        if (first.kind !== "published") throw new Error(JSON.stringify(first));
        expect(await find(content, {}, armedAt, [first.remoteId])).toEqual({ kind: "absent" });
        expect(await find(content, {}, armedAt + 3_600_000)).toEqual({ kind: "absent" });
        expect(await find({ ...content, text: "Інше" }, {}, armedAt)).toEqual({ kind: "absent" });
      });

      it.each(names.slice(0, 3))(
        "leaves the outcome open when the answer to %s is lost, and finds it",
        async (name) => {
          for (const how of ["lost-answer", "cut-off"] as const) {
            const content = { ...contentOf(name), text: `${how} ${name}` };
            const receipts = await prepare(content);
            const armedAt = now();
            await double.failNext("write", how);
            expect(await runVisible(content, receipts)).toMatchObject({ kind: "unknown" });
            const found = await find(content, receipts, armedAt);
            expect(found.kind).toBe(how === "lost-answer" ? "found" : "absent");
          }
        },
      );

      it("waits until calls are welcome again, when nothing can have happened", async () => {
        const content = plain("Забагато викликів");
        const receipts = await prepare(content);
        await double.failNext("write", "rate-limited");
        const answer = await runVisible(content, receipts);
        expect(answer).toMatchObject({ kind: "retry", cause: { class: "rate-limited" } });
        expect(answer.kind === "retry" && answer.afterMs).toBeGreaterThan(0);
      });

      it("rejects a file that the platform cannot read, before anything is visible", async () => {
        const file = { kind: "image" as const, contentType: "image/jpeg", altText: "", url: double.media.unreadable };
        const content: PublishContent = { text: "", media: [file] };
        const step = publish.nextStep(content, {});
        expect(await step.run(call)).toMatchObject({ kind: "rejected", cause: { class: "invalid-content" } });
      });

      if (publish.followUps) followUpContract(connector, publish.followUps, () => ({ double, call }));

      it("says that the outcome of looking is not known when the platform cannot be asked", async () => {
        await double.failNext("read", "refused");
        expect(await find(plain("Хтозна"), {}, now())).toMatchObject({ kind: "unknown" });
      });
    }

    if (connector.reviews) reviewContract(connector, connector.reviews, () => ({ double, call }));

    if (webhook && publish && connector.manifest.capabilities.comments) {
      it("takes what the platform signed, and nothing that was touched since", async () => {
        expect(await connector.auth.subscribe?.(call, double.app)).toMatchObject({ ok: true });
        const [post] = await double.posts();
        const comment = await double.comment(post?.remoteId ?? "", "Дуже смачно, дякую! 🍂 </script>");
        const delivery = (await double.deliveries(1)).at(-1) as WebhookRequest;
        expect(await webhook.verify(delivery, double.app)).toBe(true);
        const touched = Uint8Array.from(delivery.rawBody);
        touched[touched.length - 2] = (touched[touched.length - 2] ?? 0) ^ 1;
        expect(await webhook.verify({ ...delivery, rawBody: touched }, double.app)).toBe(false);
        expect(await webhook.verify(delivery, { ...double.app, appSecrets: ["another"] })).toBe(false);
        expect(await webhook.verify(delivery, { ...double.app, appSecrets: ["newer", ...double.app.appSecrets] })).toBe(
          true,
        );
        const items = webhook.parse(Buffer.from(delivery.rawBody).toString());
        if (!items.ok) throw new Error(items.error);
        expect(v.parse(v.array(inboundItemSchema), items.value)).toMatchObject([
          { kind: "message", remoteId: comment, own: false, text: "Дуже смачно, дякую! 🍂 </script>" },
        ]);
        const listed = await connector.inbox?.comments?.({ ...call, nowMs: now() });
        if (listed && !listed.ok) throw new Error(JSON.stringify(listed.error));
        // What a list fills in where the webhook was lost is what the webhook would have told.
        if (listed) expect(listed.value.entries.flatMap((entry) => entry.items)).toContainEqual(items.value[0]);
        // What is missing there is gone only if the list says of which places it tells everything.
        if (listed) {
          const place = { kind: "post", remoteId: post?.remoteId, since: expect.any(Number) };
          expect(listed.value.covers).toContainEqual(place);
          const since = listed.value.covers?.find(({ remoteId }) => remoteId === post?.remoteId)?.since;
          expect(since).toBeLessThanOrEqual(items.value[0]?.occurredAt ?? Number.NaN);
        }
      });
    }

    if (replies && connector.manifest.capabilities.comments) {
      replyContract(connector, replies, () => ({ double, call }));
    }

    if (leads) {
      it("fetches what a person filled in", async () => {
        const fields = { full_name: "Олена Ткач", email: "olena@example.com", phone_number: "+380501112233" };
        const remoteId = await double.fillInForm(fields);
        expect(await leads.fetchLead(call, remoteId)).toMatchObject({
          ok: true,
          value: { remoteId, name: fields.full_name, email: fields.email, phone: fields.phone_number, fields },
        });
        expect(await leads.fetchLead(call, "404")).toMatchObject({ ok: false, error: { class: "not-found" } });
      });
    }

    if (insights) insightsContract(insights, () => ({ double, call }));
    if (ads) adsContract(ads, () => call);
    if (publicPages) {
      publicPagesContract(
        publicPages,
        () => call,
        () => double,
      );
    }

    if (visits) visitsContract(visits, () => call);

    it("asks for a new connection when the access has ended, and keeps the token out of what it says", async () => {
      await double.revoke();
      const { refresh } = connector.auth;
      // Where access tokens expire, one that is refused says nothing: whether the access has ended, its renewal tells.
      const answer = await publish?.nextStep(plain("Без доступу"), {}).run(call);
      if (publish) {
        expect(answer).toMatchObject(
          refresh ? { kind: "retry" } : { kind: "reconnect", cause: { class: "auth-expired" } },
        );
      }
      expect(JSON.stringify(answer ?? "")).not.toContain(call.accessToken);
      const { http, app } = double;
      const ended = await refresh?.({ http, app, nowMs: now() }, refreshToken);
      if (ended) expect(ended).toMatchObject({ ok: false, error: { class: "auth-expired" } });
    });
  });
}
