import type { Member, Workspace } from "#core/access/index.ts";
import { adAccountRepository } from "#core/adapters/dynamo/ad-repository.ts";
import { alertMailRepository, alertRepository } from "#core/adapters/dynamo/alert-repository.ts";
import {
  alertSettingsRepository,
  hourlyNormRepository,
  negativeCountRepository,
  questionBookRepository,
} from "#core/adapters/dynamo/alert-watch-repository.ts";
import { bucketRepository } from "#core/adapters/dynamo/bucket-repository.ts";
import { caseRepository } from "#core/adapters/dynamo/case-repository.ts";
import type { Dynamo } from "#core/adapters/dynamo/client.ts";
import { leadRepository } from "#core/adapters/dynamo/lead-repository.ts";
import { messageRepository } from "#core/adapters/dynamo/message-repository.ts";
import { postRepository } from "#core/adapters/dynamo/post-repository.ts";
import { publicationRepository } from "#core/adapters/dynamo/publication-repository.ts";
import { publicationResultRepository } from "#core/adapters/dynamo/publication-result-repository.ts";
import { reportDeliveryRepository, reportRepository } from "#core/adapters/dynamo/report-repository.ts";
import { reviewRepository } from "#core/adapters/dynamo/review-repository.ts";
import { suspensionRepository } from "#core/adapters/dynamo/suspension-repository.ts";
import { threadRepository } from "#core/adapters/dynamo/thread-repository.ts";
import type { Channel } from "#core/channels/connected/index.ts";
import type { Message } from "#core/inbox/index.ts";
import { fakeClock } from "#core/kernel/clock.ts";
import type { DomainEvent } from "#core/kernel/events.ts";
import { newId } from "#core/kernel/ids.ts";
import type { Mail } from "#core/kernel/mail.ts";
import { testChannel } from "./inbox.ts";

/** A member of the test's workspace. */
export const aMember = (workspaceId: string, role: Member["role"], change: Partial<Member> = {}): Member => ({
  id: `mem_${role}`,
  workspaceId,
  email: `${role}@example.com`,
  name: role,
  role,
  language: "uk",
  createdAt: 0,
  ...change,
});

/**
 * Everything the register needs on the real table of a test, in a workspace of its own with an owner and a manager. Events
 * and mails are kept in lists; `fault` decides what the mail service says.
 */
export function alertsWorld(dynamo: Dynamo, start = "2026-11-24T12:00:00Z") {
  const clock = fakeClock(start);
  const workspace: Workspace = {
    id: newId("ws"),
    name: "Кав'ярня Листок",
    timeZone: "Europe/Kyiv",
    language: "uk",
    currency: "UAH",
    createdAt: 0,
  };
  const channel: Channel = testChannel(workspace.id);
  const members: Member[] = [aMember(workspace.id, "owner"), aMember(workspace.id, "manager")];
  const published: DomainEvent[] = [];
  const sent: Mail[] = [];
  const mailService: { fault?: ((mail: Mail) => Error | undefined) | undefined } = {};
  const deps = {
    clock,
    publicUrl: "https://dopys.example",
    alerts: alertRepository(dynamo),
    alertMails: alertMailRepository(dynamo),
    alertSettings: alertSettingsRepository(dynamo),
    questionBooks: questionBookRepository(dynamo),
    negativeCounts: negativeCountRepository(dynamo),
    hourlyNorms: hourlyNormRepository(dynamo),
    slices: bucketRepository(dynamo).slices,
    messages: messageRepository(dynamo),
    threads: threadRepository(dynamo),
    reviews: reviewRepository(dynamo),
    followersOf: async (message: Message) => message.author?.followers,
    leads: leadRepository(dynamo),
    adAccounts: adAccountRepository(dynamo),
    cases: caseRepository(dynamo),
    posts: postRepository(dynamo),
    publications: publicationRepository(dynamo),
    results: publicationResultRepository(dynamo),
    reports: reportRepository(dynamo),
    reportDeliveries: reportDeliveryRepository(dynamo),
    workspaces: { get: async () => workspace, listAll: async () => [workspace] },
    members: {
      list: async () => members,
      get: async (_workspaceId: string, id: string) => members.find((member) => member.id === id) ?? null,
    },
    suspensions: suspensionRepository(dynamo),
    channels: { get: async () => channel, list: async () => [channel] },
    events: { publish: async (events: readonly DomainEvent[]) => void published.push(...events) },
    mailer: {
      send: async (mail: Mail) => {
        const error = mailService.fault?.(mail);
        if (error?.message !== "refused") sent.push(mail);
        if (error) throw error;
        return { messageId: `m${sent.length}` };
      },
    },
  };
  return { clock, workspace, channel, members, published, sent, mailService, deps };
}
export type AlertsWorld = ReturnType<typeof alertsWorld>;

/** What the mail service says when it surely did not take a mail, and when nobody knows. */
export const refused = () => Object.assign(new Error("refused"), { $metadata: { httpStatusCode: 400 } });
export const answerLost = () => new Error("socket hang up");

/** The address that a mail's button leads to. */
export const linkOf = (mail: Mail | undefined): string =>
  /https:\/\/dopys\.example\/alert\/([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
