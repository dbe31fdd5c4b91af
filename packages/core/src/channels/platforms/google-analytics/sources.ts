/** Hosts and short names by which one and the same network sends visits, as Analytics reports them. */
const namesOf: Readonly<Record<string, readonly string[]>> = {
  facebook: ["fb", "facebook.com", "l.facebook.com", "lm.facebook.com", "m.facebook.com", "web.facebook.com"],
  instagram: ["ig", "instagram.com", "l.instagram.com"],
  threads: ["threads.net", "threads.com", "l.threads.net", "l.threads.com"],
  x: ["twitter", "twitter.com", "x.com", "t.co"],
  youtube: ["youtube.com", "m.youtube.com"],
  linkedin: ["linkedin.com", "lnkd.in"],
  pinterest: ["pinterest.com", "pin.it"],
  tiktok: ["tiktok.com"],
  telegram: ["t.me", "telegram.org", "web.telegram.org", "org.telegram.messenger"],
};

const network: ReadonlyMap<string, string> = new Map(
  Object.entries(namesOf).flatMap(([name, others]) => others.map((other) => [other, name] as const)),
);

/**
 * A visit's source under one name: Analytics tells apart how somebody was led (`l.facebook.com`, `m.facebook.com`) and how
 * a tag is written (`Facebook`), of which a manager sees one network.
 */
export function sourceOf(source: string): string {
  const folded = source.toLowerCase();
  return network.get(folded.replace(/^www\./, "")) ?? folded;
}
