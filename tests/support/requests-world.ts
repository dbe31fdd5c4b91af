import type { Workspace } from "#core/access/index.ts";
import { caseRepository } from "#core/adapters/dynamo/case-repository.ts";
import { channelRepository } from "#core/adapters/dynamo/channel-repository.ts";
import type { Dynamo } from "#core/adapters/dynamo/client.ts";
import { leadFormRepository } from "#core/adapters/dynamo/lead-form-repository.ts";
import { leadRepository } from "#core/adapters/dynamo/lead-repository.ts";
import { requestSettingsRepository } from "#core/adapters/dynamo/review-book-repository.ts";
import { reviewRepository } from "#core/adapters/dynamo/review-repository.ts";
import { askedPeopleRepository, reviewRequestRepository } from "#core/adapters/dynamo/review-request-repository.ts";
import { suspensionRepository } from "#core/adapters/dynamo/suspension-repository.ts";
import type { Actor, Role } from "#core/kernel/actor.ts";
import { fakeClock } from "#core/kernel/clock.ts";
import type { DomainEvent } from "#core/kernel/events.ts";
import { newId } from "#core/kernel/ids.ts";
import type { Mail } from "#core/kernel/mail.ts";
import { aNewLead, type Lead } from "#core/leads/index.ts";
import { defaultRequestSettings, type RequestSettings } from "#core/review-requests/index.ts";
import { testChannel } from "./inbox.ts";

/**
 * Everything that asking for reviews needs on the real table of a test, in a workspace of its own with one channel. Events
 * and mails are kept in lists; `fault` decides what the mail service says.
 */
export function requestsWorld(dynamo: Dynamo, start = "2026-11-24T12:00:00Z") {
  const clock = fakeClock(start);
  const workspace: Workspace = {
    ...{ id: newId("ws"), name: "Кав'ярня Листок", timeZone: "Europe/Kyiv", language: "uk" as const },
    ...{ currency: "UAH", createdAt: 0 },
  };
  const channel = testChannel(workspace.id);
  const published: DomainEvent[] = [];
  const sent: Mail[] = [];
  const mailService: { fault?: ((mail: Mail) => Error | undefined) | undefined } = {};
  const deps = {
    clock,
    publicUrl: "https://dopys.example",
    requests: reviewRequestRepository(dynamo),
    people: askedPeopleRepository(dynamo),
    requestSettings: requestSettingsRepository(dynamo),
    leads: leadRepository(dynamo),
    leadForms: leadFormRepository(dynamo),
    cases: caseRepository(dynamo),
    reviews: reviewRepository(dynamo),
    suspensions: suspensionRepository(dynamo),
    workspaces: { get: async () => workspace, listAll: async () => [workspace] },
    channels: { ...channelRepository(dynamo), list: async () => [channel] },
    events: { publish: async (events: readonly DomainEvent[]) => void published.push(...events) },
    mailer: {
      send: async (mail: Mail) => {
        const fault = mailService.fault?.(mail);
        if (fault) throw fault;
        return { messageId: `m${sent.push(mail)}` };
      },
    },
  };
  const settings: RequestSettings = {
    ...defaultRequestSettings,
    on: true,
    places: [{ channelId: channel.id, url: "https://testbook.example/page-1/reviews" }],
  };
  return {
    ...{ deps, clock, workspace, channel, published, sent, mailService, settings },
    as: (role: Role): Actor => ({
      type: "member",
      workspaceId: workspace.id,
      memberId: `mem_${role}`,
      role,
      language: "uk",
    }),
    /** Stores how the workspace asks. */
    agree: async (change: Partial<RequestSettings> = {}) => {
      const stored = await deps.requestSettings.get(workspace.id);
      await deps.requestSettings.save(workspace.id, { ...settings, ...change, version: stored.version });
    },
    /** Stores a lead that is won now. */
    aWonLead: async (change: Partial<Lead> = {}): Promise<Lead> => {
      const at = clock.nowMs();
      const id = newId("lead");
      const source = { id, kind: "manual" as const, at };
      const lead = aNewLead(
        {
          ...{ workspaceId: workspace.id, id, createdAt: at, sources: [source] },
          ...{ name: "Олена Петренко", emails: ["olena@example.com"], stage: "won" as const, ...change },
        },
        "mem_owner",
      );
      await deps.leads.create(lead);
      return lead;
    },
    /** The token of the link in the last mail. */
    lastToken: (): string => /\/r\/([\w-]+)/.exec(sent.at(-1)?.text ?? "")?.[1] ?? "",
  };
}

export type RequestsWorld = ReturnType<typeof requestsWorld>;
