import crawlers from "crawler-user-agents";

/** A request for a short link, as far as it tells who asks. */
export interface Visit {
  readonly method: string;
  /** A header's value by its lower-case name. */
  readonly header: (name: string) => string | undefined;
}

/** Link previews that the list of crawlers does not know: Bluesky's. */
const otherCrawlers = ["Cardyb"];

let crawler: RegExp | undefined;

/** Every pattern of the list in one expression, made at the first visit and kept. */
const crawlerPattern = (): RegExp => {
  crawler ??= new RegExp([...crawlers.map(({ pattern }) => pattern), ...otherCrawlers].join("|"));
  return crawler;
};

/** What browsers say when they fetch a page before anybody has asked to see it. */
const aheadHeaders = ["sec-purpose", "purpose", "x-purpose", "x-moz"];

/**
 * Whether a person follows the link: not a robot, not a platform that draws a link's preview, not a browser that fetches
 * ahead, not a request that only asks whether the link is alive. Nothing of it is kept.
 */
export function isPerson({ method, header }: Visit): boolean {
  if (method !== "GET") return false;
  if (aheadHeaders.some((name) => /prefetch|prerender|preview/i.test(header(name) ?? ""))) return false;
  const agent = header("user-agent") ?? "";
  return /^(Mozilla|Opera)\//.test(agent) && !crawlerPattern().test(agent.slice(0, longestAgent));
}

/** No browser's name is longer; what is sent beyond it is not searched. */
const longestAgent = 1000;
