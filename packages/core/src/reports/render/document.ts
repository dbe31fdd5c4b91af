import type { ReportTexts } from "../../i18n/mail/report.ts";
import type { Language } from "../../kernel/language.ts";
import type { Scene } from "../charts/index.ts";
import type { ReportGoal, ReportPicture } from "../content.ts";

/** A report in one language, ready to be laid out: the mail, its plain text and the PDF all say exactly this. */
export interface ReportDocument {
  readonly language: Language;
  readonly texts: ReportTexts;
  readonly subject: string;
  readonly workspace: string;
  readonly title: string;
  /** Whose report it is and of which days. */
  readonly head: string;
  /** One sentence that says how the period went; `null` where nobody asked for it. */
  readonly lead: string | null;
  readonly sections: readonly DocumentSection[];
  readonly footer: readonly string[];
  readonly publicUrl: string;
}

export interface DocumentSection {
  /** `null` for what goes on from the first sentence. */
  readonly title: string | null;
  readonly blocks: readonly Block[];
}

/** What a section is made of. */
export type Block =
  | { readonly kind: "lines"; readonly lines: readonly string[]; readonly quiet?: boolean }
  | { readonly kind: "goals"; readonly goals: readonly GoalLine[] }
  | { readonly kind: "figures"; readonly rows: readonly FigureRow[] }
  | { readonly kind: "chart"; readonly chart: ReportChart }
  | { readonly kind: "table"; readonly table: ReportTable }
  | { readonly kind: "posts"; readonly posts: readonly PostLine[] }
  | { readonly kind: "quotes"; readonly quotes: readonly QuoteLine[] }
  | { readonly kind: "needs"; readonly needs: readonly NeedLine[] }
  | { readonly kind: "agenda"; readonly items: readonly AgendaLine[]; readonly more: string | null };

export interface GoalLine {
  readonly name: string;
  readonly line: string;
  readonly state: ReportGoal["state"];
  readonly stateText: string;
  /** 0..1; `null` when unknown. */
  readonly progress: number | null;
}

/** One of the eight KPIs as it is read. */
export interface FigureRow {
  readonly name: string;
  /** An em dash when there is no figure; `note` then says why. */
  readonly figure: string;
  readonly change: string | null;
  readonly note: string | null;
  /** Whether the change is for the better; `null` when it is neither or not known. */
  readonly better: boolean | null;
  /** The figure by the day, or by the week of a long period; empty where it has no course. */
  readonly course: readonly (number | null)[];
}

/** A drawing for two places: the mail, which telephones shrink, and the page. */
export interface ReportChart {
  readonly id: string;
  /** The finding in one sentence. */
  readonly label: string;
  /** The label only names what is drawn: of no use to who does not see it. */
  readonly isOnlyName?: true;
  readonly draw: (place: ChartPlace) => Scene;
}

/** Logical pixels. */
export interface ChartPlace {
  readonly width: number;
  readonly textSize: number;
}

export interface ReportTable {
  /** The first column holds words, the others figures. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface PostLine {
  readonly id: string;
  readonly text: string;
  readonly where: string;
  readonly figures: string;
  readonly url: string;
  readonly picture?: (ReportPicture & { readonly alt: string }) | undefined;
}

export interface QuoteLine {
  readonly text: string;
  readonly where: string;
  readonly url: string;
}

export interface NeedLine {
  readonly text: string;
  readonly isGrave: boolean;
  readonly examples: readonly string[];
  readonly button: string;
  readonly url: string;
}

export interface AgendaLine {
  readonly when: string;
  readonly text: string;
  readonly where: string;
}

/** The charts of a document, in their order. */
export const chartsIn = ({ sections }: ReportDocument): readonly ReportChart[] =>
  sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "chart" ? [block.chart] : [])));

/** The posts of a document that have a picture. */
export const picturesIn = ({ sections }: ReportDocument): readonly PostLine[] =>
  sections
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "posts" ? block.posts : [])))
    .filter(({ picture }) => picture);

/** The document without the pictures of some posts, by their id. */
export const withoutPictures = (d: ReportDocument, isGone: (postId: string) => boolean): ReportDocument => ({
  ...d,
  sections: d.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) =>
      block.kind === "posts"
        ? { ...block, posts: block.posts.map((post) => (isGone(post.id) ? { ...post, picture: undefined } : post)) }
        : block,
    ),
  })),
});

/** Whether a goal's bar is drawn as a warning. */
export const isLate = ({ state }: Pick<GoalLine, "state">): boolean => state === "behind" || state === "missed";
