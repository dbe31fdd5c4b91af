import * as v from "valibot";

/** The parts of a tag, in the order in which they are written: where a visit comes from, by Google Analytics' names. */
export const utmParts = ["source", "medium", "campaign", "content", "term"] as const;
export type UtmPart = (typeof utmParts)[number];

/** What a template may name: the channel's platform and name, the campaign's code, the post's id. */
export const placeholders = ["platform", "channel", "campaign", "post"] as const;
export type Placeholder = (typeof placeholders)[number];

const unknownPlaceholder = new RegExp(`\\{(?!(?:${placeholders.join("|")})\\})[^{}]*\\}`);

/** The text of one part, such as `{platform}` or `newsletter-{campaign}`. */
const utmTemplateSchema = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(100),
  v.check((template) => !unknownPlaceholder.test(template), "an unknown placeholder"),
);

/** The templates of a tag; a part that is absent or empty is not written. */
export const utmTemplatesSchema = v.object({
  source: v.optional(utmTemplateSchema),
  medium: v.optional(utmTemplateSchema),
  campaign: v.optional(utmTemplateSchema),
  content: v.optional(utmTemplateSchema),
  term: v.optional(utmTemplateSchema),
});
export type UtmTemplates = v.InferOutput<typeof utmTemplatesSchema>;

/** The values of a tag that are to be written. */
export type Utm = Readonly<Partial<Record<UtmPart, string>>>;

/**
 * The templates with their placeholders filled in. What a placeholder that has no value leaves behind (hyphens, dots,
 * underscores, spaces at the ends) goes too, and a part that is empty then is left out.
 */
export function filledIn(templates: UtmTemplates, values: Readonly<Partial<Record<Placeholder, string>>>): Utm {
  const filled: Partial<Record<UtmPart, string>> = {};
  for (const part of utmParts) {
    const template = templates[part] ?? "";
    const text = template.replace(/\{(\w+)\}/g, (_, name: string) => values[name as Placeholder] ?? "");
    const value = text === template ? text : text.replace(/^[\s._-]+|[\s._-]+$/g, "");
    if (value !== "") filled[part] = value;
  }
  return filled;
}

/**
 * The link with the parts of the tag that it does not carry yet. Nothing else of it changes: not one character of its
 * address, parameters and fragment is written anew, so that what a server made of them stays as it was. Tagging twice is
 * tagging once.
 */
export function tagged(link: string, utm: Utm): string {
  const [address, fragment] = cutAt(link, "#");
  const [path, query] = cutAt(address, "?");
  const carried = new Set(query.slice(1).split("&").map(nameOf));
  const missing = utmParts.flatMap((part) => {
    const value = utm[part];
    return value === undefined || carried.has(`utm_${part}`)
      ? []
      : [`utm_${part}=${encodeURIComponent(value.toWellFormed())}`];
  });
  if (missing.length === 0) return link;
  const joint = query === "" ? "?" : query === "?" || query.endsWith("&") ? "" : "&";
  return `${withRoot(path)}${query}${joint}${missing.join("&")}${fragment}`;
}

/** An address that is only a host gets its slash: some platforms take `host?a=b` for plain text. */
const withRoot = (path: string): string => (/^https?:\/\/[^/]+$/i.test(path) ? `${path}/` : path);

/** What stands before a mark, and the rest from the mark on. */
function cutAt(text: string, mark: string): [before: string, rest: string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at)];
}

/** A parameter's name in lower case, as servers read it. */
function nameOf(parameter: string): string {
  const name = cutAt(parameter, "=")[0].replaceAll("+", " ");
  try {
    return decodeURIComponent(name).toLowerCase();
  } catch {
    return name.toLowerCase();
  }
}
