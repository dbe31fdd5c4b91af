import type { Channel } from "../channels/connected/index.ts";
import type { PolledPage } from "../channels/reviews.ts";
import { canonicalJson } from "../kernel/stamped.ts";
import type { Review } from "../reviews/index.ts";
import type { Absences, Verdict } from "./absences.ts";
import { compareMessages, heldMessages } from "./compare-messages.ts";
import {
  type CompareReviewsDeps,
  concludeReviews,
  heldReviews,
  listedMark,
  reviewsOn,
  takeReturned,
} from "./compare-reviews.ts";
import type { PollMessage } from "./messages.ts";
import type { PollMarks } from "./ports.ts";
import { takeEdits } from "./take-edits.ts";

export type ComparisonDeps = CompareReviewsDeps & { readonly pollMarks: PollMarks };

/** What is known is compared with a list page by page, while the list is walked. */
export interface Comparison {
  /** The walk goes on to the end of the list, beyond what is known. */
  isWhole(): boolean;
  /** Takes in what a page, as it was at `seenAt` (epoch ms), says otherwise of what is known. */
  look(page: PolledPage, seenAt: number): Promise<void>;
  /** The last page has been looked at. */
  end(seenAt: number): Promise<void>;
  /** The marks of what was listed so far, for the message in which the walk goes on. */
  listed(): string[] | undefined;
  /** Notes what is to be remembered, and throws `ListDoubted`, once a day, when too much was left out. */
  close(seenAt: number): Promise<void>;
}

/**
 * A list leaves out so much of what is held that nothing is concluded from it. It belongs among the dead letters, so that
 * somebody looks at the channel's permissions.
 */
export class ListDoubted extends Error {
  override readonly name = "ListDoubted";
  /** It is looked at again anyhow. */
  readonly hopeless = true;
}

const dayMs = 86_400_000;
/** So much of what stands below posts is compared each hour; everything once a day. */
const recentMs = 30 * dayMs;
/** Longer lists are not walked for what is gone: their marks would fit no message. */
const mostListed = 10_000;

/** Which subjects are compared, and how. */
const kinds: Readonly<Record<PollMessage["subject"], "messages" | "reviews" | undefined>> = {
  comments: "messages",
  conversations: "messages",
  reviews: "reviews",
  ratings: "reviews",
  leads: undefined,
};

/** Whether this look compares what is known: its hour has come, or something waits for its second look. */
export const isCompared = ({ subject, compare }: PollMessage, { suspects }: Absences): boolean =>
  kinds[subject] !== undefined && (compare === true || suspects.length > 0);

/** Begins a comparison, or goes on with one that an earlier message began. */
export function openComparison(
  deps: ComparisonDeps,
  channel: Channel,
  { subject, walk }: PollMessage,
  noted: Absences,
  startedAt: number,
): Comparison {
  const isDue = noted.suspects.length > 0 || startedAt - (noted.wholeAt ?? 0) >= dayMs;
  let listed: string[] | undefined = walk ? walk.listed : isDue ? [] : undefined;
  let absences = noted;
  let doubted = 0;
  const note = ({ suspects, doubted: more }: Verdict<unknown>) => {
    absences = { ...absences, suspects: [...suspects] };
    doubted += more;
  };
  const readMessages = heldMessages(deps, channel);
  let reviews: Promise<readonly Review[]> | undefined;
  const readReviews = (until: number) => {
    reviews ??= heldReviews(deps, channel, until);
    return reviews;
  };
  /** What the platform counts and does not list stays the same from look to look. */
  const surplusOf = async (total: number, until: number) =>
    total - (await readReviews(until)).filter(({ removed }) => !removed).length;
  let total: number | undefined;

  const lookAtMessages = async (page: PolledPage, seenAt: number) => {
    const held = await readMessages(page, listed ? 0 : seenAt - recentMs, seenAt);
    const items = page.entries.flatMap((entry) => entry.items);
    await takeEdits(deps, channel, items, held, seenAt);
    note(await compareMessages(deps, channel, { page, held, suspects: absences.suspects, seenAt }));
  };

  const lookAtReviews = async (page: PolledPage, seenAt: number) => {
    total = page.total;
    const isFirst = walk === undefined && listed === undefined;
    if (isFirst && total !== undefined && (await surplusOf(total, seenAt)) !== (noted.surplus ?? 0)) listed = [];
    if (!listed) return;
    const onPage = [...reviewsOn(page).keys()].map(listedMark);
    listed = page.isWhole && listed.length + onPage.length <= mostListed ? [...listed, ...onPage] : undefined;
    await takeReturned(deps, channel, { page, held: await readReviews(seenAt), seenAt });
  };

  return {
    isWhole: () => listed !== undefined,
    listed: () => listed,
    look: kinds[subject] === "messages" ? lookAtMessages : lookAtReviews,
    end: async (seenAt) => {
      if (!listed) return;
      absences = { ...absences, wholeAt: startedAt };
      if (kinds[subject] === "messages") return;
      const held = await readReviews(seenAt);
      const look = { held, listed: new Set(listed), suspects: absences.suspects, seenAt };
      const verdict = await concludeReviews(deps, channel, look);
      note(verdict);
      if (total !== undefined) {
        absences = { ...absences, surplus: (await surplusOf(total, seenAt)) + verdict.gone.length };
      }
    },
    close: async (seenAt) => {
      const isTold = doubted === 0 || seenAt - (noted.doubtedAt ?? 0) < dayMs;
      if (!isTold) absences = { ...absences, doubtedAt: seenAt };
      if (canonicalJson(absences) !== canonicalJson(noted)) {
        await deps.pollMarks.noteAbsences(channel.workspaceId, channel.id, subject, absences);
      }
      if (isTold) return;
      throw new ListDoubted(
        `${channel.id}: the list of ${subject} leaves out ${doubted} at once, none is taken for removed`,
      );
    },
  };
}
