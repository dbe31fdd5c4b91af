import * as v from "valibot";
import {
  deliverySchema,
  type ReaderChoice,
  type ReaderChoices,
  type Report,
  type ReportDeliveries,
  type ReportDelivery,
  type Reports,
  readerChoiceSchema,
  reportSchema,
} from "../../reports/index.ts";
import { type Dynamo, isConditionFailure } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { readerChoiceEntity, reportDeliveryEntity, reportEntity } from "./entities/reports.ts";

const stored = (report: Report) => ({ ...report, dueKey: report.nextDueAt ?? 0 });
const toReport = (item: unknown): Report => v.parse(reportSchema, item);
const toDelivery = (item: unknown): ReportDelivery => v.parse(deliverySchema, item);

export function reportRepository(dynamo: Dynamo): Reports {
  const reports = reportEntity(dynamo);
  const replace = async (report: Report): Promise<boolean> => {
    try {
      await reports
        .put(stored(report))
        .where(({ version }, { eq }) => eq(version, report.version - 1))
        .go();
      return true;
    } catch (error) {
      if (isConditionFailure(error)) return false;
      throw error;
    }
  };
  return {
    get: async (workspaceId, id) => {
      const { data } = await reports.get({ workspaceId, id }).go();
      return data ? toReport(data) : null;
    },
    list: async (workspaceId) => {
      const { data } = await reports.query.primary({ workspaceId }).go({ pages: "all" });
      return data.map(toReport);
    },
    create: async (report) => {
      await reports.create(stored(report)).go();
    },
    replace,
    listDue: async (nowMs) => {
      const { data } = await reports.query
        .due({})
        .lt({ dueKey: nowMs + 1 })
        .go({ pages: "all" });
      return data.map(toReport);
    },
    remove: async (workspaceId, id) => {
      await reports.delete({ workspaceId, id }).go();
    },
    advance: (report, nextDueAt) => replace({ ...report, nextDueAt, version: report.version + 1 }),
  };
}

export function reportDeliveryRepository(dynamo: Dynamo): ReportDeliveries {
  const deliveries = reportDeliveryEntity(dynamo);
  const get = async (workspaceId: string, id: string): Promise<ReportDelivery | null> => {
    const { data } = await deliveries.get({ workspaceId, id }).go({ consistent: true });
    return data ? toDelivery(data) : null;
  };
  return {
    get,
    open: async (delivery) => {
      try {
        await deliveries.create({ ...delivery, periodFrom: delivery.period.from }).go();
        return delivery;
      } catch (error) {
        if (!isConditionFailure(error)) throw error;
      }
      const present = await get(delivery.workspaceId, delivery.id);
      if (!present) throw new Error(`The delivery ${delivery.id} vanished`);
      return present;
    },
    replace: async (delivery) => {
      try {
        await deliveries
          .put({ ...delivery, periodFrom: delivery.period.from })
          .where(({ version }, { eq }) => eq(version, delivery.version - 1))
          .go();
        return true;
      } catch (error) {
        if (isConditionFailure(error)) return false;
        throw error;
      }
    },
    list: async (workspaceId, reportId) => {
      const { data } = await deliveries.query.byReport({ workspaceId, reportId }).go({ order: "desc", limit: 200 });
      return data.map(toDelivery);
    },
  };
}

/** What readers decided about reports, in the table. */
export function readerChoiceRepository(dynamo: Dynamo): ReaderChoices {
  const choices = readerChoiceEntity(dynamo);
  const parse = (item: unknown): ReaderChoice => v.parse(readerChoiceSchema, item);
  return {
    get: async (workspaceId, reportId, id) => {
      const { data } = await choices.get({ workspaceId, reportId, id }).go({ consistent: true });
      return data ? parse(data) : null;
    },
    list: async (workspaceId, reportId) => {
      const { data } = await choices.query.primary({ workspaceId, reportId }).go({ pages: "all" });
      return data.map(parse);
    },
    save: (one) =>
      happens(() =>
        one.version === 1
          ? choices.create(parse(one)).go()
          : choices
              .put(parse(one))
              .where(({ version }, { eq }) => eq(version, one.version - 1))
              .go(),
      ),
  };
}
