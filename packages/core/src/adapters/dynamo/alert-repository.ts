import * as v from "valibot";
import {
  type Alert,
  type AlertMail,
  type AlertMails,
  type Alerts,
  alertMailSchema,
  alertSchema,
  rankOf,
} from "../../alerts/index.ts";
import { atMost } from "./at-most.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { alertEntity, alertMailEntity, alertWakeShards } from "./entities/alerts.ts";
import { fromWakeShards, wakeShardOf } from "./wake-shard.ts";

const parse = (item: unknown): Alert => v.parse(alertSchema, item);
const parseMail = (item: unknown): AlertMail => v.parse(alertMailSchema, item);

/** When an alert is to be looked at, or what it owes to be told; 0 for never. */
const wakeKeyOf = ({ wakeAt, owed }: Alert): number =>
  wakeAt !== undefined && owed ? Math.min(wakeAt, owed.at) : (wakeAt ?? owed?.at ?? 0);

const toItem = (alert: Alert) => ({
  ...parse(alert),
  rank: rankOf(alert),
  wakeShard: wakeShardOf(alert.id, alertWakeShards),
  wakeKey: wakeKeyOf(alert),
});

/** The register of threats and opportunities in the table. */
export function alertRepository(dynamo: Dynamo): Alerts {
  const alerts = alertEntity(dynamo);
  return {
    get: async (workspaceId, id) => {
      const { data } = await alerts.get({ workspaceId, id }).go({ consistent: true });
      return data ? parse(data) : null;
    },
    create: (alert) => happens(() => alerts.create(toItem(alert)).go()),
    save: (alert) =>
      happens(() =>
        alerts
          .put(toItem(alert))
          .where(({ version }, { eq }) => eq(version, alert.version - 1))
          .go(),
      ),
    list: async (workspaceId, { state }, limit, after) => {
      const listed = alerts.query.byState({ workspaceId, state });
      const { data } = await (after ? listed.gt(after) : listed).go(atMost(limit));
      return data.map(parse);
    },
    listDue: async (nowMs, limit) => {
      const found = await fromWakeShards(alertWakeShards, (wakeShard) =>
        alerts.query
          .byWake({ wakeShard })
          .lt({ wakeKey: nowMs + 1 })
          .go(atMost(limit)),
      );
      return found.map(parse).slice(0, limit);
    },
  };
}

/** The mails about alerts in the table. */
export function alertMailRepository(dynamo: Dynamo): AlertMails {
  const mails = alertMailEntity(dynamo);
  const get = async (workspaceId: string, id: string): Promise<AlertMail | null> => {
    const { data } = await mails.get({ workspaceId, id }).go({ consistent: true });
    return data ? parseMail(data) : null;
  };
  return {
    get,
    open: async (mail) => {
      if (await happens(() => mails.create(parseMail(mail)).go())) return mail;
      const present = await get(mail.workspaceId, mail.id);
      if (!present) throw new Error(`The mail ${mail.id} vanished`);
      return present;
    },
    replace: (mail) =>
      happens(() =>
        mails
          .put(parseMail(mail))
          .where(({ version }, { eq }) => eq(version, mail.version - 1))
          .go(),
      ),
    ofAlert: async (workspaceId, alertId) => {
      const { data } = await mails.query.ofAlert({ workspaceId, alertId }).go({ order: "desc", limit: 100 });
      return data.map(parseMail);
    },
  };
}
