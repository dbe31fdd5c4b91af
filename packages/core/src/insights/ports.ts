import type { ChannelMeasurement, Figure, PublicationMeasurement } from "../channels/measurement.ts";
import type { Money } from "../kernel/money.ts";
import type { KpiParts } from "./kpi-parts.ts";
import type { ContentType } from "./model.ts";

/** A customer's message or review as the response KPI counts it. */
interface Answerable {
  readonly id: string;
  /** When it appeared on the platform, epoch ms. */
  readonly occurredAt: number;
  readonly needsAnswer: boolean;
  readonly answered: boolean;
  /** Business hours from its appearance to the first answer, ms; `null` while there is none, and where only days are known. */
  readonly firstResponseMs: number | null;
  /** The channel's response target, business hours in ms; `null` where it has none. */
  readonly targetMs: number | null;
}

/** A comment, mention or direct message of somebody else; own ones and removed ones are left out. */
export interface RawMessage extends Answerable {
  readonly negative: boolean;
}

/** An answer of ours to a message or review. */
export interface RawAnswer {
  readonly id: string;
  /** When it was given, epoch ms. */
  readonly occurredAt: number;
  /** How good it is, 0..100, whole. */
  readonly score: number;
}

/** What was said on a channel: to us, and by us in answer to it. */
export interface RawTalk {
  readonly messages: readonly RawMessage[];
  readonly answers: readonly RawAnswer[];
}

export interface RawReview extends Answerable {
  readonly rating: number | null;
  readonly recommends: boolean | null;
}

export interface RawLead {
  readonly id: string;
  readonly createdAt: number;
  readonly source: string;
  readonly won: boolean;
  readonly value: Money | null;
}

export interface RawPublication {
  readonly id: string;
  readonly remoteId: string;
  readonly publishedAt: number;
  readonly contentType: ContentType;
  /** By what it is filed. */
  readonly topic?: string | undefined;
  readonly campaignId?: string | undefined;
}

/**
 * What the figures are counted from, as the other domains store it. Each read gives everything of a channel (`none`: of
 * no channel) that happened in `[from, to)`, epoch ms, and must see whatever was stored before it was called.
 */
export interface RawEvents {
  talk(workspaceId: string, channelId: string, from: number, to: number): Promise<RawTalk>;
  reviews(workspaceId: string, channelId: string, from: number, to: number): Promise<readonly RawReview[]>;
  leads(workspaceId: string, channelId: string, from: number, to: number): Promise<readonly RawLead[]>;
  publications(workspaceId: string, channelId: string, from: number, to: number): Promise<readonly RawPublication[]>;
}

/** An hour of a channel's day: `hour` counts whole hours since the day began, so a day of 25 hours has an hour 24. */
export interface HourKey {
  readonly workspaceId: string;
  readonly channelId: string;
  readonly day: string;
  readonly hour: number;
}

/** A minute of an hour, 0 to 59. */
export interface MinuteKey extends HourKey {
  readonly minute: number;
}

/** The marks of hours that wait to be recounted, with the minutes in which something happened. */
export interface DirtyMarks {
  /** Adds a minute to its hour's mark; true when that set the mark, or when it was set more than `staleMs` ago. */
  put(key: MinuteKey, nowMs: number, staleMs: number): Promise<boolean>;
  /** Makes the mark old, so that the next one counts as the first. */
  release(key: HourKey): Promise<void>;
  /** Takes the mark away and gives its minutes; `null` when there is none. */
  take(key: HourKey): Promise<readonly number[] | null>;
}

/** A value with the version it has; version 0 is a value that isn't there yet. */
export interface Versioned<Value> {
  readonly version: number;
  readonly value: Value | null;
}

/** Values under keys, written only if nobody else wrote since they were read. Reads see every earlier write. */
export interface Cells<Key, Value> {
  read(key: Key): Promise<Versioned<Value>>;
  /** False when the version has moved on. */
  write(key: Key, value: Value, version: number): Promise<boolean>;
}

/** A part of a channel's day that is counted on its own: an hour (`00` to `24`), or what the platform measured. */
export interface SliceKey {
  readonly workspaceId: string;
  readonly channelId: string;
  readonly day: string;
  readonly slice: string;
}
export interface DayKey {
  readonly workspaceId: string;
  readonly channelId: string;
  readonly day: string;
}
/** A page of rows of a channel, or of the whole workspace (`all`), in the form in which they are read. */
export interface SheetKey {
  readonly workspaceId: string;
  readonly scope: string;
  /** Rows of days, a page a month; rows of weeks, a page a quarter. */
  readonly grain: Grain;
  /** The page's first day, such as `2026-10-01`. */
  readonly page: string;
}
export type Grain = "day" | "week";
/** KPI parts by day, or by the Monday of their week. */
export type Sheet = ReadonlyMap<string, KpiParts>;

/** A slice, and how it was counted. */
export interface Slice {
  readonly parts: KpiParts;
  /**
   * Whether an hour is put together from its minutes: never while it is quiet; once too much happens in it for counting
   * it whole, `begun` until each minute was counted, and `yes` from then on.
   */
  readonly byMinutes: "no" | "begun" | "yes";
}

export interface Buckets {
  readonly slices: Cells<SliceKey, Slice> & {
    /** The slices of a channel's day, by name. */
    ofDay(key: DayKey): Promise<ReadonlyMap<string, Slice>>;
  };
  /** The minutes of hours in which much happens. */
  readonly minutes: Cells<MinuteKey, KpiParts> & {
    /** The minutes of an hour that were counted. */
    ofHour(key: HourKey): Promise<ReadonlyMap<number, KpiParts>>;
  };
  readonly days: Cells<DayKey, KpiParts> & {
    /** The days of all channels, by channel. */
    ofAllChannels(workspaceId: string, day: string): Promise<ReadonlyMap<string, KpiParts>>;
  };
  readonly sheets: Cells<SheetKey, Sheet>;
}

/** What the dashboards read. */
export interface KpiDays {
  /** The rows of a scope whose day or Monday lies between two days, both included. One query whatever the period. */
  between(workspaceId: string, scope: string, grain: Grain, from: string, to: string): Promise<Sheet>;
}

/** The newest of what a platform has reported about a channel's day. */
export interface StoredMeasurement {
  readonly day: string;
  /** Epoch ms. */
  readonly measuredAt: number;
  readonly measurement: ChannelMeasurement;
}

export interface Measurements {
  /**
   * Stores a report; the newest wins whatever order they come in, and every differing one is kept as history. A figure
   * that is known is not forgotten because a later report lacks it.
   */
  put(workspaceId: string, channelId: string, report: StoredMeasurement): Promise<void>;
  get(workspaceId: string, channelId: string, day: string): Promise<StoredMeasurement | null>;
  /** At most `limit` days before `day`, the nearest first. */
  before(workspaceId: string, channelId: string, day: string, limit: number): Promise<readonly StoredMeasurement[]>;
  /** At most `limit` days after `day`, the nearest first. */
  after(workspaceId: string, channelId: string, day: string, limit: number): Promise<readonly StoredMeasurement[]>;
  /** All reports of a day that differed, the oldest first. */
  history(workspaceId: string, channelId: string, day: string): Promise<readonly StoredMeasurement[]>;
}

/** The lifetime figures of a publication as they were when last asked for on a day. */
export interface PublicationSample {
  readonly publicationId: string;
  /** The day on which the platform was asked. */
  readonly day: string;
  readonly measuredAt: number;
  readonly measurement: PublicationMeasurement;
}

export interface PublicationSamples {
  /** Stores a sample unless a newer one of the same day is there. */
  put(workspaceId: string, channelId: string, sample: PublicationSample): Promise<void>;
  /** The last two samples on or before a day, the newest first. */
  lastTwo(
    workspaceId: string,
    channelId: string,
    publicationId: string,
    day: string,
  ): Promise<readonly PublicationSample[]>;
}

/** What a publication has had so far, in a form in which many can be compared. */
export interface PublicationResult {
  readonly publicationId: string;
  readonly publishedAt: number;
  readonly contentType: ContentType;
  /** By what it was filed when it was last measured. */
  readonly topic?: string | undefined;
  readonly campaignId?: string | undefined;
  readonly measuredAt: number;
  readonly interactions: Figure;
  /** People reached; views where people are not given. */
  readonly reach: Figure;
}

export interface PublicationResults {
  /** Stores a result unless a newer one is there. */
  put(workspaceId: string, channelId: string, result: PublicationResult): Promise<void>;
  /** At most `limit` of what appeared on a channel since `from` (epoch ms), the newest first. */
  since(workspaceId: string, channelId: string, from: number, limit: number): Promise<readonly PublicationResult[]>;
}
