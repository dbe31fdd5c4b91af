import { authorize, type Workspace, type Workspaces } from "../access/index.ts";
import type { Channel, Channels } from "../channels/connected/index.ts";
import { withoutSites } from "../channels/sites.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Failure } from "../kernel/failure.ts";
import type { Queue } from "../kernel/queue.ts";
import { ok, type Result } from "../kernel/result.ts";
import { addDays, dayOf, inZone } from "../kernel/time.ts";
import type { MeasureMessage } from "./messages.ts";

/**
 * Which days are asked for at which hour of the workspace's day, counted back from today. At 14 and 23 today, the last
 * being the one that closes the day; at 6 the days that platforms are still completing and correcting: Facebook reports
 * a day about 24 hours later, YouTube and Google up to 3 and 5 days (see docs of each platform's folder).
 */
const daysByHour: Readonly<Record<number, readonly number[]>> = { 6: [1, 2, 3, 5], 14: [0], 23: [0] };

export interface PlanMeasurementsDeps {
  readonly workspaces: Pick<Workspaces, "listAll">;
  readonly channels: Pick<Channels, "list">;
  readonly measureQueue: Queue<MeasureMessage>;
  readonly clock: Clock;
}

/** Called once an hour: enqueues the channel days that are due now in each workspace's own time. Answers how many. */
export async function planMeasurements(deps: PlanMeasurementsDeps): Promise<number> {
  const now = deps.clock.nowMs();
  const messages: MeasureMessage[] = [];
  for (const { id, timeZone } of await deps.workspaces.listAll()) {
    const back = daysByHour[inZone(now, timeZone).hour] ?? [];
    if (back.length > 0) messages.push(...(await channelDays(deps.channels, id, dayOf(now, timeZone), back)));
  }
  await deps.measureQueue.sendAll(messages.map((message) => ({ message })));
  return messages.length;
}

/** Has today and yesterday of every connected channel measured at once. Answers how many days were asked for. */
export async function measureNow(
  deps: Omit<PlanMeasurementsDeps, "workspaces"> & { workspaces: Pick<Workspaces, "get"> },
  actor: Actor,
): Promise<Result<number, Failure>> {
  const allowed = authorize(actor, "manage-channels");
  if (!allowed.ok) return allowed;
  const workspace = await deps.workspaces.get(actor.workspaceId);
  if (!workspace) return ok(0);
  const today = dayOf(deps.clock.nowMs(), workspace.timeZone);
  const messages = await channelDays(deps.channels, workspace.id, today, [0, 1]);
  await deps.measureQueue.sendAll(messages.map((message) => ({ message })));
  return ok(messages.length);
}

/** How far back a platform is asked about a channel that was just connected: four weeks, so that figures have a past. */
const historyDays = 28;

/** Has the last four weeks of newly connected channels measured, the newest day first. */
export async function measureHistory(
  deps: Pick<PlanMeasurementsDeps, "measureQueue" | "clock">,
  workspace: Pick<Workspace, "id" | "timeZone">,
  channels: readonly Pick<Channel, "id" | "platform">[],
): Promise<void> {
  const today = dayOf(deps.clock.nowMs(), workspace.timeZone);
  const days = Array.from({ length: historyDays }, (_, back) => addDays(today, -back));
  const messages = withoutSites(channels).flatMap(({ id: channelId }) =>
    days.map((day) => ({ message: { workspaceId: workspace.id, channelId, day, attempt: 0 } })),
  );
  await deps.measureQueue.sendAll(messages);
}

async function channelDays(
  channels: Pick<Channels, "list">,
  workspaceId: string,
  today: string,
  back: readonly number[],
): Promise<MeasureMessage[]> {
  const connected = withoutSites(await channels.list(workspaceId)).filter(({ state }) => state === "connected");
  return connected.flatMap(({ id }) =>
    back.map((days) => ({ workspaceId, channelId: id, day: addDays(today, -days), attempt: 0 })),
  );
}
