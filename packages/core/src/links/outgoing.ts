import { slugOf } from "../kernel/slug.ts";
import { withLinks } from "./in-text.ts";
import type { LinkSettings, Tagging } from "./model.ts";
import { filledIn, tagged, type Utm } from "./utm.ts";

/** Whose links they are: what the placeholders of a tag stand for. */
export interface LinkOwner {
  readonly platform: string;
  readonly channelName: string;
  readonly campaignCode?: string | undefined;
  readonly postId: string;
}

/** How the links of one post on one channel go out. */
export interface LinkPlan {
  readonly utm: Utm;
  readonly sites: readonly string[];
  readonly shorten: boolean;
  /** Where our own short links begin: `https://dopys.example.com/l/`. Those are never changed again. */
  readonly shortBase: string;
}

/** The longest code that a channel has in a tag. */
export const longestChannelCode = 50;

/** A post's own word over the workspace's. */
export function linkPlan(
  settings: LinkSettings,
  tagging: Tagging | undefined,
  owner: LinkOwner,
  shortBase: string,
): LinkPlan {
  const { platform, channelName, campaignCode, postId } = owner;
  const values = { platform, channel: slugOf(channelName, longestChannelCode), campaign: campaignCode, post: postId };
  const isTagged = tagging?.tag ?? settings.tag;
  return {
    utm: isTagged ? filledIn({ ...settings.utm, ...tagging?.utm }, withoutEmpty(values)) : {},
    sites: settings.sites,
    shorten: tagging?.shorten ?? settings.shorten,
    shortBase,
  };
}

/** Everything of a content that may hold links; whatever else it holds stays. */
interface Linked {
  readonly text: string;
  readonly link?: string | undefined;
  readonly firstComment?: string | undefined;
  readonly thread?: readonly { readonly text: string }[] | undefined;
}

/** Longer addresses are not put behind a short link, nor are more of one content: each is an item of the table. */
export const shortLinkLimits = { targetLength: 4096, perContent: 30 } as const;

/**
 * A content as it goes out: the link and every `http(s)` address in the text, the first comment and the thread, tagged and, where `shorten` is planned, put
 * behind the short link that `shortened` gives for where it leads. The preview, the check of the length and the
 * publication all come from here.
 */
export function withOutgoingLinks<Content extends Linked>(
  plan: LinkPlan,
  content: Content,
  shortened: (target: string) => string = () => plan.shortBase + codePlaceholder,
): Content {
  const behindShort = new Set<string>();
  const outgoing = (link: string): string => {
    if (link.startsWith(plan.shortBase)) return link;
    const target = isOneOf(plan.sites, link) ? tagged(link, plan.utm) : link;
    if (!plan.shorten || target.length > shortLinkLimits.targetLength) return target;
    if (behindShort.size >= shortLinkLimits.perContent && !behindShort.has(target)) return target;
    behindShort.add(target);
    return shortened(target);
  };
  const { link, firstComment, thread } = content;
  return {
    ...content,
    ...(link !== undefined && isWebLink(link) && { link: outgoing(link) }),
    text: withLinks(content.text, outgoing),
    ...(firstComment !== undefined && { firstComment: withLinks(firstComment, outgoing) }),
    ...(thread && { thread: thread.map((part) => ({ ...part, text: withLinks(part.text, outgoing) })) }),
  };
}

/** Every place that short links are wanted for, each once. */
export function targetsToShorten(plan: LinkPlan, content: Linked): readonly string[] {
  const targets = new Set<string>();
  withOutgoingLinks(plan, content, (target) => {
    targets.add(target);
    return target;
  });
  return [...targets];
}

/** Stands for a code that is not made yet, as long as one. */
const codePlaceholder = "••••••••";

/** Whether it is an address that a browser can go to. */
const isWebLink = (link: string): boolean => /^https?:\/\//i.test(link) && URL.canParse(link);

/** Whether a link leads to one of the sites or their subdomains; to any when none is named. */
function isOneOf(sites: readonly string[], link: string): boolean {
  if (sites.length === 0) return true;
  const host = hostOf(link);
  return sites.some((site) => {
    const wanted = hostOf(`https://${site}`);
    return host === wanted || host.endsWith(`.${wanted}`);
  });
}

/** The host as DNS knows it, so that `кава.укр` and `xn--80aaa3j.xn--j1amh` are one site. */
const hostOf = (link: string): string => (URL.canParse(link) ? new URL(link).hostname : "");

const withoutEmpty = (values: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : [])));
