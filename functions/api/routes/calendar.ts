import { Hono } from "hono";
import * as v from "valibot";
import { notFound } from "#core/kernel/failure.ts";
import { daySchema, startOfDay } from "#core/kernel/time.ts";
import {
  allPublications,
  cancelPublication,
  chooseTime,
  giveUpFollowUps,
  publicationIdOf,
  reschedulePublication,
  retryFollowUp,
  slotTimes,
  whenSchema,
} from "#core/publishing/index.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { parse } from "../parse.ts";
import { publicationView } from "../views/post.ts";

const longestDays = 100;
const rangeSchema = v.pipe(
  v.object({ from: daySchema, to: daySchema }),
  v.forward(
    v.check(
      ({ from, to }) => from < to && Date.parse(to) - Date.parse(from) <= longestDays * 86_400_000,
      "after the beginning, at most 100 days",
    ),
    ["to"],
  ),
);

/** The calendar: what goes out when, where the posting schedules have room, and moving things about. */
export const calendarRoutes = (deps: ApiDeps) =>
  new Hono<ApiEnv>()
    .get("/calendar", parse("query", rangeSchema), async (c) => {
      const { from, to } = c.req.valid("query");
      const { id, timeZone } = c.get("workspace");
      const range = { from: startOfDay(from, timeZone), to: startOfDay(to, timeZone) };
      const [publications, channels, members] = await Promise.all([
        allPublications(deps.publications, id, range),
        deps.channels.list(id),
        deps.members.list(id),
      ]);
      const taken = new Set(
        publications
          .filter(({ state }) => state !== "canceled" && state !== "failed")
          .map(({ channelId, dueAt }) => `${channelId} ${dueAt}`),
      );
      const now = deps.clock.nowMs();
      const freeSlots = channels.flatMap(({ id: channelId, slots }) =>
        [...new Set(slotTimes(slots, timeZone, from, to).map(({ dueAt }) => dueAt))]
          .filter((at) => at > now && !taken.has(`${channelId} ${at}`))
          .map((at) => ({ channelId, at })),
      );
      const view = publications.map((publication) => publicationView(c.get("language"), publication));
      const authors = members.map(({ id: memberId, name }) => ({ id: memberId, name }));
      return c.json({ publications: view, freeSlots, authors, timeZone });
    })
    .get("/channels/:id/next-slot", async (c) => {
      const channel = await deps.channels.get(c.get("actor").workspaceId, c.req.param("id"));
      if (!channel) return refuse(c, notFound());
      const time = await chooseTime(deps, channel, publicationIdOf("", channel.id), { slot: "next" });
      return time.ok ? c.json({ at: time.value.dueAt, timeZone: time.value.timeZone }) : refuse(c, time.error);
    })
    .patch("/publications/:id", parse("json", v.object({ when: whenSchema })), async (c) => {
      const input = { publicationId: c.req.param("id") ?? "", when: c.req.valid("json").when };
      const moved = await reschedulePublication(deps, c.get("actor"), input);
      if (!moved.ok) return refuse(c, moved.error);
      const { publication, clockChange } = moved.value;
      return c.json({ publication: publicationView(c.get("language"), publication), clockChange });
    })
    .post("/publications/:id/follow-ups/retry", async (c) => {
      const done = await retryFollowUp(deps, c.get("actor"), { publicationId: c.req.param("id") });
      return done.ok ? c.json({ publication: publicationView(c.get("language"), done.value) }) : refuse(c, done.error);
    })
    .post("/publications/:id/follow-ups/give-up", async (c) => {
      const done = await giveUpFollowUps(deps, c.get("actor"), { publicationId: c.req.param("id") });
      return done.ok ? c.json({ publication: publicationView(c.get("language"), done.value) }) : refuse(c, done.error);
    })
    .post("/publications/:id/cancel", async (c) => {
      const done = await cancelPublication(deps, c.get("actor"), { publicationId: c.req.param("id") });
      return done.ok ? c.json({ publication: publicationView(c.get("language"), done.value) }) : refuse(c, done.error);
    });
