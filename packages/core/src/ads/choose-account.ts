import * as v from "valibot";
import { authorize, type Workspaces } from "../access/index.ts";
import { type AdAccount, adAccountSchema } from "../channels/ads.ts";
import type { ChannelCalls, Channels, ConnectorFor } from "../channels/connected/index.ts";
import { type Actor, actorName } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { idSchema } from "../kernel/ids.ts";
import type { Queue } from "../kernel/queue.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { dayOf } from "../kernel/time.ts";
import * as failures from "./failures.ts";
import type { AdMeasureMessage } from "./messages.ts";
import type { ChosenAdAccount } from "./model.ts";
import { historyWindows } from "./plan-ad-measurements.ts";
import type { AdAccounts } from "./ports.ts";

export interface ListAdAccountsDeps {
  readonly channels: Pick<Channels, "get">;
  readonly channelCalls: ChannelCalls;
  readonly connectorFor: ConnectorFor;
}

/** `accountId: null` takes the choice back; what was measured stays. */
export const chooseAdAccountSchema = v.object({
  channelId: idSchema,
  accountId: v.nullable(adAccountSchema.entries.id),
});
export type ChooseAdAccount = v.InferOutput<typeof chooseAdAccountSchema>;

/** The ad accounts that may be chosen for a channel, as its platform names them now. */
export async function listAdAccounts(
  deps: ListAdAccountsDeps,
  actor: Actor,
  { channelId }: { channelId: string },
): Promise<Result<readonly AdAccount[], Failure>> {
  const allowed = authorize(actor, "manage-channels");
  if (!allowed.ok) return allowed;
  const channel = await deps.channels.get(actor.workspaceId, channelId);
  if (!channel) return err(notFound());
  const ads = deps.connectorFor(channel.platform)?.ads;
  if (!ads) return err(failures.adsNotOffered());
  const call = await deps.channelCalls.open(channel);
  if (!call) return err(failures.adsNotAllowed());
  const accounts = await ads.accounts(call);
  if (accounts.ok) return ok(accounts.value);
  const { class: cause } = accounts.error;
  return err(
    cause === "permission" || cause === "auth-expired" ? failures.adsNotAllowed() : failures.adsUnreachable(cause),
  );
}

/** Which ad accounts were chosen for a workspace's channels. */
export async function chosenAdAccounts(
  deps: { adAccounts: Pick<AdAccounts, "list"> },
  actor: Actor,
): Promise<Result<readonly ChosenAdAccount[], Failure>> {
  const allowed = authorize(actor, "read");
  return allowed.ok ? ok(await deps.adAccounts.list(actor.workspaceId)) : allowed;
}

export interface ChooseAdAccountDeps extends ListAdAccountsDeps {
  readonly adAccounts: Pick<AdAccounts, "put" | "remove">;
  readonly workspaces: Pick<Workspaces, "get">;
  readonly adQueue: Queue<AdMeasureMessage>;
  readonly clock: Clock;
}

/**
 * Says which ad account's spending belongs to a channel, and has its last twelve weeks asked for. One account may be
 * chosen at several channels: it is counted once.
 */
export async function chooseAdAccount(
  deps: ChooseAdAccountDeps,
  actor: Actor,
  { channelId, accountId }: ChooseAdAccount,
): Promise<Result<ChosenAdAccount | null, Failure>> {
  const { workspaceId } = actor;
  const allowed = authorize(actor, "manage-channels");
  if (!allowed.ok) return allowed;
  if (accountId === null) {
    if (!(await deps.channels.get(workspaceId, channelId))) return err(notFound());
    await deps.adAccounts.remove(workspaceId, channelId);
    return ok(null);
  }
  const accounts = await listAdAccounts(deps, actor, { channelId });
  if (!accounts.ok) return accounts;
  const account = accounts.value.find(({ id }) => id === accountId);
  if (!account) return err(failures.adAccountUnknown());
  const now = deps.clock.nowMs();
  const chosen: ChosenAdAccount = { workspaceId, channelId, account, chosenBy: actorName(actor), chosenAt: now };
  await deps.adAccounts.put(chosen);
  const windows = historyWindows(dayOf(now, account.timeZone));
  await deps.adQueue.sendAll(windows.map((ads) => ({ message: { workspaceId, channelId, ads, attempt: 0 } })));
  return ok(chosen);
}
