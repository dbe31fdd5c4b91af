import * as v from "valibot";
import type { Campaign } from "../../campaigns/index.ts";
import { type FormatName, formatNames } from "../../channels/manifest.ts";
import { type Asset, altTextSchema } from "../../content/index.ts";
import { checkedAddress } from "../../kernel/public-address.ts";
import { campaignsMeant } from "../campaign-references.ts";
import type { Column } from "../columns.ts";
import { readList } from "../csv/list-cell.ts";
import { readParts } from "../csv/part-cell.ts";
import { readMedia } from "../media-references.ts";
import type { RowMedia, RowPlan } from "./model.ts";

/** Notes what is wrong with a cell. */
export type Report = (field: Column | undefined, code: string, params?: Record<string, string | number>) => void;

/** A row's cells by their columns. */
export type Cell = (column: Column) => string;

interface Library {
  readonly file: (reference: { assetId: string } | { fileName: string }) => Asset | undefined;
}

/** The files that a cell names; `altTexts` describe in their order those behind addresses. */
export function readMediaCell(
  cell: string,
  column: "media" | "threadMedia",
  library: Library,
  report: Report,
  altTexts: readonly string[] = [],
): RowMedia[] {
  return readList(cell).flatMap((item, index): RowMedia[] => {
    const reference = readMedia(item);
    if ("address" in reference) {
      const checked = checkedAddress(reference.address);
      if (!checked.ok) report(column, `web-address-${checked.error}`);
      const altText = altTexts[index] ?? "";
      const { length } = altText;
      if (!v.is(altTextSchema, altText)) report("altText", "csv-cell-too-long", { actual: length, allowed: 1000 });
      return [{ address: reference.address, altText }];
    }
    const asset = library.file(reference);
    if (asset?.state === "ready") return [{ assetId: asset.id }];
    report(column, "csv-file-unknown", { name: shown(item) });
    return [];
  });
}

/** The parts after the post, the first files with the first part and so on. */
export function readThread(cell: Cell, library: Library, report: Report): NonNullable<RowPlan["thread"]> {
  const texts = readParts(cell("thread"));
  const media = readParts(cell("threadMedia"));
  const length = Math.max(texts.length, media.length);
  return Array.from({ length }, (_, index) => {
    const [text = "", files = ""] = [texts[index], media[index]];
    if (text.trim() === "" && files.trim() === "") report("thread", "csv-thread-part-empty", { number: index + 1 });
    return { text, media: readMediaCell(files, "threadMedia", library, report) };
  });
}

/** The campaign that a cell names, which must be one that takes posts. */
export function readCampaign(cell: string, campaigns: readonly Campaign[], report: Report): string | undefined {
  if (cell.trim() === "") return undefined;
  const meant = campaignsMeant(campaigns, cell);
  const open = meant.filter(({ archived }) => !archived);
  if (meant.length === 0) report("campaign", "csv-campaign-unknown", { name: shown(cell.trim()) });
  else if (open.length === 0) report("campaign", "campaign-archived", { name: shown(cell.trim()) });
  if (open.length > 1) {
    report("campaign", "csv-campaign-ambiguous", { name: shown(cell.trim()), example: open[0]?.code ?? "" });
  }
  return open[0]?.id;
}

/** The format that a cell names, by its own name. */
export function readFormat(cell: string, report: Report): FormatName | undefined {
  const name = cell.trim().toLowerCase();
  if (name === "") return undefined;
  const format = formatNames.find((it) => it === name);
  if (!format) report("format", "csv-format-unknown", { value: shown(cell.trim()), formats: formatNames.join(", ") });
  return format;
}

/** A cell's text as a message may quote it. */
export const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
