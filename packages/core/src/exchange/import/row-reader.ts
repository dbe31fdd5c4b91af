import { may } from "../../access/index.ts";
import type { Campaigns } from "../../campaigns/index.ts";
import type { Channels, ConnectorFor } from "../../channels/connected/index.ts";
import { withoutSites } from "../../channels/sites.ts";
import { type Asset, type Assets, draftFailures, type LinkPlanDeps } from "../../content/index.ts";
import type { MemberActor } from "../../kernel/actor.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { Header } from "../columns.ts";
import { readList } from "../csv/list-cell.ts";
import { readParts } from "../csv/part-cell.ts";
import { readMedia } from "../media-references.ts";
import { libraryOf } from "./library.ts";
import type { CheckedRow, Import, RowMedia, RowPlan, RowProblem } from "./model.ts";
import { planRow } from "./plan-row.ts";
import { cellOf } from "./row-cells.ts";

/** At most as many problems of one row are kept. */
const mostProblems = 10;

/**
 * A reader of rows that has asked for the channels and the settings of links once and for each file once. Platforms' rules about a picture that is
 * still to be fetched are asked when it is there.
 */
export async function rowReader(
  deps: LinkPlanDeps & {
    channels: Pick<Channels, "list">;
    assets: Pick<Assets, "getMany" | "list">;
    campaigns: Pick<Campaigns, "get" | "list">;
    connectorFor: ConnectorFor;
    clock: Clock;
  },
  item: Import,
  member: MemberActor,
) {
  const channels = withoutSites(await deps.channels.list(item.workspaceId));
  const campaigns = await deps.campaigns.list(item.workspaceId);
  const linkSettings = await deps.linkSettings.get(item.workspaceId);
  const library = libraryOf(deps.assets, item.workspaceId);
  const context = {
    channels,
    campaigns,
    timeZone: item.timeZone,
    nowMs: deps.clock.nowMs(),
    maySchedule: may(member, "schedule"),
    language: member.language,
    file: library.file,
    rulesBroken: async (plan: RowPlan) => {
      const toCome: Asset[] = [];
      const idsOf = (media: readonly RowMedia[]) =>
        media.map((file) => {
          if ("assetId" in file) return file.assetId;
          const coming = comingFile(item, toCome.length);
          toCome.push(coming);
          return coming.id;
        });
      const { text, link, format, firstComment, campaignId } = plan;
      const thread = plan.thread?.map((part) => ({ text: part.text, mediaIds: idsOf(part.media) }));
      const base = {
        ...{ text, mediaIds: idsOf(plan.media) },
        ...(link && { link }),
        ...(format && { format }),
        ...(firstComment && { firstComment }),
        ...(thread && { thread }),
      };
      const known = {
        channels: { list: async () => channels },
        assets: { getMany: async (_: string, ids: readonly string[]) => [...library.known(ids), ...toCome] },
        connectorFor: deps.connectorFor,
        linkSettings: { get: async () => linkSettings },
        campaigns: { get: async (_: string, id: string) => campaigns.find((one) => one.id === id) ?? null },
        publicUrl: deps.publicUrl,
      };
      const draft = { base, variants: {}, ...(campaignId !== undefined && { campaignId }) };
      const checks = await draftFailures(known, item.workspaceId, draft, plan.channelIds);
      const failures = checks.flatMap((check) => check.failures);
      return toCome.length === 0 ? failures : failures.filter(({ field = "" }) => !/(^|\.)media/.test(field));
    },
  };
  return async (
    header: Header,
    rows: readonly { row: number; cells: readonly string[] }[],
  ): Promise<readonly CheckedRow[]> => {
    const named = rows.flatMap(({ cells }) =>
      [cellOf(header, cells, "media"), ...readParts(cellOf(header, cells, "threadMedia"))].flatMap((cell) =>
        readList(cell).map(readMedia),
      ),
    );
    await library.look({
      ids: named.flatMap((it) => ("assetId" in it ? [it.assetId] : [])),
      names: named.flatMap((it) => ("fileName" in it ? [it.fileName] : [])),
    });
    const checked: CheckedRow[] = [];
    for (const { row, cells } of rows) {
      const { plan, problems } = await planRow(header, cells, context);
      checked.push({ row, ...(plan && { plan }), problems: firstOf(problems), cells: [...cells] });
    }
    return checked;
  };
}

const firstOf = (problems: readonly RowProblem[]): RowProblem[] => problems.slice(0, mostProblems);

/** A picture in place of one that is not fetched yet. */
const comingFile = ({ workspaceId, memberId, createdAt }: Import, index: number): Asset => ({
  id: `to-come-${index}`,
  workspaceId,
  state: "ready",
  key: "",
  fileName: "",
  kind: "image",
  contentType: "image/jpeg",
  bytes: 1,
  altText: "",
  uploadedBy: memberId,
  createdAt,
  version: 1,
});
