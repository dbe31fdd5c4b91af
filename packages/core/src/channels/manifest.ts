/** What a platform is and allows; data only, so that the dashboard can show and validate by it. */
export interface Manifest {
  /** The folder's name, such as `facebook`; stored with every channel. */
  readonly platform: string;
  /** The platform's own name, the same in every language. */
  readonly name: string;
  /** The colour of the platform's small mark, `#rrggbb`. */
  readonly markColour: string;
  /** One or two letters for the small mark. */
  readonly mark: string;
  readonly text: TextRules;
  readonly media: MediaRules;
  /** Whether a link is a field of its own on the platform and shown as a card. */
  readonly linkCard: boolean;
  /** Permissions asked for at consent. */
  readonly scopes: readonly string[];
  /** What the platform can do; each is shown on the channel's page with the reason where it cannot. */
  readonly capabilities: Readonly<Record<Capability, boolean>>;
}

export type Capability =
  | "publish"
  | "comments"
  | "mentions"
  | "directMessages"
  | "reviews"
  | "leads"
  | "reply"
  | "hide"
  | "like"
  | "remove"
  | "insights"
  | "webhook";

export interface TextRules {
  /** How length is counted: `characters` are Unicode code points, `utf16` code units, `graphemes` what a person counts. */
  readonly unit: "characters" | "utf16" | "graphemes";
  readonly max: number;
  /** Text may be empty when there is media or a link. */
  readonly required: boolean;
}

export interface MediaRules {
  readonly maxImages: number;
  readonly maxVideos: number;
  /** Whether images and a video may stand in one publication. */
  readonly mixed: boolean;
  readonly required: boolean;
  readonly image: { readonly contentTypes: readonly string[]; readonly maxBytes: number; readonly minWidth: number };
  readonly video: {
    readonly contentTypes: readonly string[];
    readonly maxBytes: number;
    readonly maxDurationMs: number;
  };
}
