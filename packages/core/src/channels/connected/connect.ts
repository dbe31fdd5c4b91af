import * as v from "valibot";
import { authorize } from "../../access/roles.ts";
import type { MemberActor } from "../../kernel/actor.ts";
import type { Clock } from "../../kernel/clock.ts";
import { derivedId } from "../../kernel/derived-id.ts";
import type { EventPublisher } from "../../kernel/events.ts";
import { type Failure, notFound } from "../../kernel/failure.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Sealer } from "../../kernel/sealing.ts";
import { newSecret } from "../../kernel/secret.ts";
import type { ConnectableChannel, Connector } from "../connector.ts";
import type { ConnectorError } from "../errors.ts";
import type { HttpClient } from "../http.ts";
import { channelConnected } from "./events.ts";
import { connectFailed, connectionExpired, nothingChosen, platformNotSetUp } from "./failures.ts";
import { type Channel, type Connection, connectionLifetimeMs } from "./model.ts";
import type { Channels, Connections, ConnectorFor, PlatformApps } from "./ports.ts";

export interface ConnectDeps {
  readonly channels: Channels;
  readonly connections: Connections;
  readonly apps: PlatformApps;
  readonly connectorFor: ConnectorFor;
  readonly http: HttpClient;
  readonly sealer: Sealer;
  readonly events: EventPublisher;
  readonly clock: Clock;
  /** The product's own origin; the platform sends people back to `/api/channels/callback` there. */
  readonly publicUrl: string;
}

const candidateSchema = v.object({
  remoteId: v.string(),
  name: v.string(),
  url: v.string(),
  accessToken: v.string(),
  expiresAt: v.optional(v.number()),
  refreshToken: v.optional(v.string()),
  personToken: v.optional(v.string()),
  personTokenExpiresAt: v.optional(v.number()),
});

/** What is said of a platform that names a channel but gives no token for it: a token that works is not replaced by none. */
const noToken: ConnectorError = { class: "auth-expired", code: "no-token", message: "no token was given" };

/** What is said of a channel whose token would expire and never be renewed. */
const noRefreshToken: ConnectorError = {
  class: "auth-expired",
  code: "no-refresh-token",
  message: "no refresh token was given",
};

/** Begins connecting: gives the platform's page on which the person consents. */
export async function startConnection(
  deps: ConnectDeps,
  actor: MemberActor,
  input: { platform: string },
): Promise<Result<{ consentUrl: string }, Failure>> {
  const allowed = authorize(actor, "manage-channels");
  if (!allowed.ok) return allowed;
  const connector = deps.connectorFor(input.platform);
  const app = await deps.apps.get(input.platform);
  if (!connector || !app) return err(platformNotSetUp(input.platform));
  const connection: Connection = {
    id: newSecret(),
    workspaceId: actor.workspaceId,
    memberId: actor.memberId,
    platform: input.platform,
    redirectUri: `${deps.publicUrl}/api/channels/callback`,
    expiresAt: deps.clock.nowMs() + connectionLifetimeMs,
  };
  await deps.connections.create(connection);
  const consentUrl = connector.auth.consentUrl(app, { redirectUri: connection.redirectUri, state: connection.id });
  return ok({ consentUrl });
}

/** Takes the person's consent: exchanges the code and keeps, sealed, what may be connected. */
export async function acceptConsent(
  deps: ConnectDeps,
  actor: MemberActor,
  input: { state: string; code: string },
): Promise<Result<{ connectionId: string }, Failure>> {
  const allowed = authorize(actor, "manage-channels");
  if (!allowed.ok) return allowed;
  const connection = await ownConnection(deps, actor, input.state);
  const connector = connection && deps.connectorFor(connection.platform);
  const app = connection && (await deps.apps.get(connection.platform));
  if (!connection || !connector || !app) return err(connectionExpired());
  const exchanged = await connector.auth.exchange(
    { http: deps.http, app, nowMs: deps.clock.nowMs() },
    { code: input.code, redirectUri: connection.redirectUri },
  );
  if (!exchanged.ok) return err(connectFailed(exchanged.error));
  const sealed = deps.sealer.seal(JSON.stringify(exchanged.value), connection.id);
  const kept = await deps.connections.offer(actor.workspaceId, connection.id, sealed);
  return kept ? ok({ connectionId: connection.id }) : err(connectionExpired());
}

/** What may be connected after consent, without its tokens. */
export async function listCandidates(
  deps: ConnectDeps,
  actor: MemberActor,
  connectionId: string,
): Promise<Result<readonly Pick<ConnectableChannel, "remoteId" | "name" | "url">[], Failure>> {
  const allowed = authorize(actor, "manage-channels");
  if (!allowed.ok) return allowed;
  const connection = await ownConnection(deps, actor, connectionId);
  if (!connection?.sealedCandidates) return err(notFound());
  return ok(openCandidates(deps, connection).map(({ remoteId, name, url }) => ({ remoteId, name, url })));
}

/** Connects the chosen channels and asks the platform for their webhooks. Connecting again renews the token. */
export async function connectChannels(
  deps: ConnectDeps,
  actor: MemberActor,
  input: { connectionId: string; remoteIds: readonly string[] },
): Promise<Result<readonly Channel[], Failure>> {
  const allowed = authorize(actor, "manage-channels");
  if (!allowed.ok) return allowed;
  const connection = await ownConnection(deps, actor, input.connectionId);
  const connector = connection && deps.connectorFor(connection.platform);
  const app = connection && (await deps.apps.get(connection.platform));
  if (!connection?.sealedCandidates || !connector || !app) return err(connectionExpired());
  const chosen = openCandidates(deps, connection).filter(({ remoteId }) => input.remoteIds.includes(remoteId));
  if (chosen.length === 0) return err(nothingChosen());
  const connected: Channel[] = [];
  for (const candidate of chosen) {
    const channel = toChannel(deps, connection, candidate, app.endpoints);
    const lacking = await whatIsLacking(deps, connector, candidate, channel);
    if (lacking) return err(connectFailed(lacking));
    const call = {
      http: deps.http,
      endpoints: app.endpoints,
      channelRemoteId: candidate.remoteId,
      accessToken: candidate.accessToken,
      nowMs: deps.clock.nowMs(),
    };
    const subscribed = await connector.auth.subscribe?.(call, app);
    if (subscribed && !subscribed.ok) return err(connectFailed(subscribed.error));
    const stored = await deps.channels.connect(channel);
    connected.push(stored);
    await deps.events.publish([channelConnected.make(deps.clock, actor, { channelId: stored.id })]);
  }
  await deps.connections.remove(actor.workspaceId, connection.id);
  return ok(connected);
}

/** Why a candidate cannot be connected. A refresh token that is kept from before serves on: it is not given twice. */
async function whatIsLacking(
  deps: ConnectDeps,
  connector: Connector,
  candidate: ConnectableChannel,
  { workspaceId, id }: Channel,
): Promise<ConnectorError | undefined> {
  if (candidate.accessToken === "") return noToken;
  if (!connector.auth.refresh || candidate.refreshToken) return undefined;
  const kept = await deps.channels.get(workspaceId, id);
  return kept?.sealedRefreshToken ? undefined : noRefreshToken;
}

function toChannel(
  deps: ConnectDeps,
  connection: Connection,
  candidate: ConnectableChannel,
  endpoints: Channel["endpoints"],
): Channel {
  const id = derivedId("chan", connection.workspaceId, connection.platform, candidate.remoteId);
  return {
    id,
    workspaceId: connection.workspaceId,
    platform: connection.platform,
    remoteId: candidate.remoteId,
    name: candidate.name,
    url: candidate.url,
    state: "connected",
    endpoints,
    sealedToken: deps.sealer.seal(candidate.accessToken, id),
    tokenExpiresAt: candidate.expiresAt,
    sealedRefreshToken: candidate.refreshToken ? deps.sealer.seal(candidate.refreshToken, id) : undefined,
    sealedPersonToken: candidate.personToken ? deps.sealer.seal(candidate.personToken, id) : undefined,
    personTokenExpiresAt: candidate.personToken ? candidate.personTokenExpiresAt : undefined,
    slots: [],
    connectedAt: deps.clock.nowMs(),
    consentedAt: deps.clock.nowMs(),
    version: 1,
  };
}

/** The connection, if this very member began it and it has not expired: a consent link sent to another does nothing. */
async function ownConnection(deps: ConnectDeps, actor: MemberActor, id: string): Promise<Connection | null> {
  const connection = await deps.connections.get(actor.workspaceId, id);
  if (!connection || connection.memberId !== actor.memberId) return null;
  return connection.expiresAt > deps.clock.nowMs() ? connection : null;
}

function openCandidates(deps: ConnectDeps, connection: Connection): readonly ConnectableChannel[] {
  const text = deps.sealer.open(connection.sealedCandidates ?? "", connection.id);
  return text === null ? [] : v.parse(v.array(candidateSchema), JSON.parse(text));
}
