import { Hono } from "hono";
import * as v from "valibot";
import {
  acceptConsent,
  type Channel,
  connectChannels,
  listCandidates,
  removeChannel,
  setSlots,
  slotsSchema,
  startConnection,
} from "#core/channels/connected/index.ts";
import { pollHistory } from "#core/inbox/index.ts";
import { measureHistory } from "#core/insights/index.ts";
import { idSchema, versionSchema } from "#core/kernel/ids.ts";
import { measureVisitHistory } from "#core/visits/index.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { parse } from "../parse.ts";

const channelView = (deps: ApiDeps, channel: Channel) => ({
  id: channel.id,
  platform: channel.platform,
  name: channel.name,
  url: channel.url,
  state: channel.state,
  slots: channel.slots,
  connectedAt: channel.connectedAt,
  version: channel.version,
  manifest: deps.connectorFor(channel.platform)?.manifest ?? null,
});

const remoteIdsSchema = v.pipe(v.array(v.pipe(v.string(), v.maxLength(500))), v.maxLength(100));
/** A schedule, on top of the channel that was read. */
const slotsOnSchema = v.object({ version: versionSchema, slots: slotsSchema });
/** What the platform sends people back with; without a code they did not consent. */
const consentSchema = v.object({ state: idSchema, code: v.pipe(v.string(), v.minLength(1), v.maxLength(4096)) });

/** Connected channels: connecting by consent, posting schedules, what each platform can do. */
export const channelRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .get("/platforms", (c) => c.json({ platforms: deps.manifests }))
    .get("/channels", async (c) => {
      const channels = await deps.channels.list(c.get("actor").workspaceId);
      return c.json({ channels: channels.map((channel) => channelView(deps, channel)) });
    })
    .post(
      "/channels/connect",
      parse("json", v.object({ platform: v.pipe(v.string(), v.maxLength(40)) })),
      async (c) => {
        const started = await startConnection(deps, c.get("actor"), c.req.valid("json"));
        return started.ok ? c.json(started.value) : refuse(c, started.error);
      },
    )
    .get("/channels/callback", async (c) => {
      const answer = v.safeParse(consentSchema, c.req.query());
      if (!answer.success) return c.redirect("/channels?refused=1");
      const accepted = await acceptConsent(deps, c.get("actor"), answer.output);
      if (!accepted.ok) return c.redirect(`/channels?refused=${encodeURIComponent(accepted.error.code)}`);
      return c.redirect(`/channels?connect=${encodeURIComponent(accepted.value.connectionId)}`);
    })
    .get("/channels/connect/:id", async (c) => {
      const candidates = await listCandidates(deps, c.get("actor"), c.req.param("id"));
      return candidates.ok ? c.json({ candidates: candidates.value }) : refuse(c, candidates.error);
    })
    .post("/channels/connect/:id", parse("json", v.object({ remoteIds: remoteIdsSchema })), async (c) => {
      const input = { connectionId: c.req.param("id") ?? "", remoteIds: c.req.valid("json").remoteIds };
      const connected = await connectChannels(deps, c.get("actor"), input);
      if (!connected.ok) return refuse(c, connected.error);
      await measureHistory(deps, c.get("workspace"), connected.value);
      await measureVisitHistory(deps, c.get("workspace"), connected.value);
      await pollHistory(deps, connected.value);
      return c.json({ channels: connected.value.map((channel) => channelView(deps, channel)) }, 201);
    })
    .put("/channels/:id/slots", parse("json", slotsOnSchema), async (c) => {
      const input = { channelId: c.req.param("id") ?? "", ...c.req.valid("json") };
      const channel = await setSlots(deps, c.get("actor"), input);
      return channel.ok ? c.json({ channel: channelView(deps, channel.value) }) : refuse(c, channel.error);
    })
    .delete("/channels/:id", async (c) => {
      const channelId = c.req.param("id");
      const removed = await removeChannel(deps, c.get("actor"), { channelId });
      // What its ads cost and who visited stays; nothing more is asked for in the name of a channel that is gone.
      if (removed.ok) {
        await deps.adAccounts.remove(c.get("actor").workspaceId, channelId);
        await deps.sites.remove(c.get("actor").workspaceId, channelId);
      }
      return removed.ok ? c.json({ removed: true }) : refuse(c, removed.error);
    });
