/** What a platform is and allows; data, so that the dashboard can show and validate by it. */
export interface Manifest {
  /** The folder's name, such as `facebook`; stored with every channel. */
  readonly platform: string;
  /** The platform's own name, the same in every language. */
  readonly name: string;
  /** The colour of the platform's small mark, `#rrggbb`. */
  readonly markColour: string;
  /** One or two letters for the small mark. */
  readonly mark: string;
  /** What can be published, the usual format first; what names no format has the first one. None: nothing is published. */
  readonly formats: readonly Format[];
  /** How fast we publish on one channel, well below what the platform allows; absent where nothing is published. */
  readonly pace?: Pace;
  /** Whether a link is a field of its own on the platform, shown as a card or a button: beside media, too, or not. */
  readonly linkCard: boolean | "also-beside-media";
  /** Permissions asked for at consent. */
  readonly scopes: readonly string[];
  /** How long after their last direct message a person may be written to; absent where at any time. */
  readonly messagingWindow?: MessagingWindowRule;
  /** How long after a comment its author may be written to directly, once; absent where the platform has no such thing. */
  readonly privateReply?: { readonly hours: number };
  /** What the platform can do; each is shown on the channel's page with the reason where it cannot. */
  readonly capabilities: Readonly<Record<Capability, boolean>>;
}

/** A platform on which something is published. */
export type PublishingManifest = Manifest & {
  readonly formats: readonly [Format, ...Format[]];
  readonly pace: Pace;
};

/** Whether anything is published on a platform. */
export const publishes = (manifest: Manifest): manifest is PublishingManifest =>
  manifest.formats.length > 0 && manifest.pace !== undefined;

/** At most `burst` publications at once, then one each `everyMs`: in any span at most `burst + span / everyMs` of them. */
export interface Pace {
  readonly burst: number;
  /** Milliseconds. */
  readonly everyMs: number;
}

export interface MessagingWindowRule {
  readonly hours: number;
  /** A person of ours, not a machine, may still answer within these; absent where the platform knows no such rule. */
  readonly humanAgentHours?: number;
}

export type Capability =
  | "publish"
  | "comments"
  | "mentions"
  | "directMessages"
  | "reviews"
  | "leads"
  | "reply"
  | "replyPrivately"
  | "hide"
  | "like"
  | "remove"
  | "insights"
  | "ads"
  | "publicPages"
  | "authorFollowers"
  | "visits"
  | "webhook";

/** The formats that platforms have: a post among the others, an upright video, a picture or video for a day. */
export const formatNames = ["feed", "reel", "story"] as const;
export type FormatName = (typeof formatNames)[number];

/** One way in which a platform publishes, with its own rules. */
export interface Format {
  readonly name: FormatName;
  readonly text: TextRules;
  readonly media: MediaRules;
  /** How the platform shows it: the text above the files, the files above the text, or one file that fills a phone. */
  readonly preview: "text-first" | "media-first" | "full-screen";
  /** The comment of ours right after the post, and how long it may be; `false` where there is none. */
  readonly firstComment: false | { readonly text: TextLimit };
  /** Further parts under the post, each under the one before; `false` where a post stands alone. */
  readonly thread: false | ThreadRules;
}

export interface TextLimit {
  /** How length is counted: `characters` are Unicode code points, `utf16` code units, `graphemes` what a person counts. */
  readonly unit: "characters" | "utf16" | "graphemes";
  /** 0 where the format has no text at all. */
  readonly max: number;
}

export interface ThreadRules {
  /** How many parts may follow the post. */
  readonly maxParts: number;
  readonly text: TextLimit;
  /** Files of one part keep to the rules of the post's, or stand in no part at all. */
  readonly media: boolean;
}

export interface TextRules extends TextLimit {
  /** Text may be empty when there is media or a link. */
  readonly required: boolean;
  /** How many `#words` it may hold. */
  readonly maxHashtags?: number;
  /** How many `@names` it may hold. */
  readonly maxMentions?: number;
}

export interface MediaRules {
  /** Images and videos together. */
  readonly maxFiles: number;
  readonly maxImages: number;
  readonly maxVideos: number;
  /** Whether images and videos may stand in one publication. */
  readonly mixed: boolean;
  readonly required: boolean;
  /** The format that a video must have when it stands alone; absent where it may stay in this one. */
  readonly loneVideo?: FormatName;
  /** Whether the platform keeps a file's alternative text. */
  readonly altText: boolean;
  readonly image: FileRules;
  readonly video: FileRules & { readonly minDurationMs?: number; readonly maxDurationMs: number };
}

/** What a file must be: widths in pixels, `ratio` as width by height. A rule that is absent is not made by the platform. */
export interface FileRules {
  readonly contentTypes: readonly string[];
  readonly maxBytes: number;
  readonly minWidth?: number;
  readonly maxWidth?: number;
  readonly ratio?: { readonly min: number; readonly max: number };
}

/** The format a publication has on a platform: the one named, the usual one, or none when the platform lacks it. */
export const formatOf = (manifest: Pick<Manifest, "formats">, name?: FormatName): Format | undefined =>
  name === undefined ? manifest.formats[0] : manifest.formats.find((format) => format.name === name);
