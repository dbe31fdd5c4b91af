import type { Workspaces } from "../../access/ports.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { Sealer } from "../../kernel/sealing.ts";
import type { RenewedToken } from "../connector.ts";
import type { HttpClient } from "../http.ts";
import type { Channel } from "./model.ts";
import type { Channels, ConnectorFor, PlatformApps, TokenRenewals } from "./ports.ts";

export interface RenewDeps {
  readonly workspaces: Pick<Workspaces, "listAll">;
  readonly channels: Pick<Channels, "list">;
  readonly renewals: TokenRenewals;
  readonly apps: PlatformApps;
  readonly connectorFor: ConnectorFor;
  readonly http: HttpClient;
  readonly sealer: Sealer;
  readonly clock: Clock;
}

/** What became of a channel's renewal. `held`: another worker has it; `later`: it failed in passing, the next run tries. */
export type Renewal = "renewed" | "ended" | "held" | "later";

/** So long before its end a token is renewed: several runs of the schedule, so that some may fail. */
export const renewAheadMs = 25 * 60_000;

/** Longer than a worker can live with one channel: the platform's answer (15 s) and its record. */
const leaseMs = 60_000;

/** So many platforms are asked at a time. */
const parallel = 8;

/**
 * Renews every token that ends soon, the first to end first; the only place where tokens are renewed. Answers how many
 * channels came to which end. Throws, once all have been tried, when some broke off.
 */
export async function renewTokens(deps: RenewDeps): Promise<Readonly<Record<Renewal, number>>> {
  const workspaces = await deps.workspaces.listAll();
  const lists = await Promise.all(workspaces.map(({ id }) => deps.channels.list(id)));
  const waiting = lists
    .flat()
    .filter((channel) => isDue(channel, deps.clock.nowMs()))
    .sort((a, b) => (a.tokenExpiresAt ?? 0) - (b.tokenExpiresAt ?? 0));
  const counts: Record<Renewal, number> = { renewed: 0, ended: 0, held: 0, later: 0 };
  const failures: unknown[] = [];
  const worker = async () => {
    for (let channel = waiting.shift(); channel; channel = waiting.shift()) {
      await renewToken(deps, channel).then(
        (renewal) => {
          counts[renewal] += 1;
        },
        (error: unknown) => failures.push(error),
      );
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} renewals broke off`);
  return counts;
}

const isDue = ({ state, sealedRefreshToken, tokenExpiresAt }: Channel, nowMs: number): boolean =>
  state === "connected" &&
  sealedRefreshToken !== undefined &&
  tokenExpiresAt !== undefined &&
  tokenExpiresAt - nowMs <= renewAheadMs;

/**
 * Renews one channel's token, by one worker at a time. Only the platform's word that the access has ended disconnects the
 * channel, and not even that when it was connected anew meanwhile.
 */
async function renewToken(deps: RenewDeps, channel: Channel): Promise<Renewal> {
  const refresh = deps.connectorFor(channel.platform)?.auth.refresh;
  const app = await deps.apps.get(channel.platform);
  const refreshToken = deps.sealer.open(channel.sealedRefreshToken ?? "", channel.id);
  if (!refresh || !app || !refreshToken) return "later";
  const nowMs = deps.clock.nowMs();
  const until = nowMs + leaseMs;
  if (!(await deps.renewals.claim(channel, until, nowMs))) return "held";
  // The servers are those the channel was connected on.
  const call = { http: deps.http, app: { ...app, endpoints: channel.endpoints }, nowMs };
  const answer = await refresh(call, refreshToken);
  if (answer.ok)
    return (await deps.renewals.renew(channel, until, sealed(deps, channel, answer.value))) ? "renewed" : "held";
  const ended = answer.error.class === "auth-expired";
  const told = await deps.renewals.giveUp(channel, until, ended ? answer.error.code : undefined);
  return ended && told ? "ended" : "later";
}

/** An empty refresh token never takes the place of one. */
const sealed = ({ sealer }: RenewDeps, { id }: Channel, { accessToken, expiresAt, refreshToken }: RenewedToken) => ({
  sealedToken: sealer.seal(accessToken, id),
  tokenExpiresAt: expiresAt,
  sealedRefreshToken: refreshToken ? sealer.seal(refreshToken, id) : undefined,
});
