/** First parts of addresses that name no page. */
const pages = new Set([
  ...["watch", "reel", "photo", "photos", "photo.php", "story.php", "permalink.php", "share", "sharer", "events"],
  ...[
    "groups",
    "marketplace",
    "hashtag",
    "login",
    "help",
    "search",
    "home.php",
    "gaming",
    "stories",
    "plugins",
    "l.php",
  ],
]);

/**
 * The user name or id of a page in what a person typed (`name`, `@name`, digits) or pasted: an address of the page, of a
 * post of it, `profile.php?id=`, the older `/pages/Name/123` and `/Name-123/`. In lower case: Facebook tells none apart.
 */
export function handleOf(pasted: string): string | null {
  const text = pasted.trim();
  const match = /^(?:https?:\/\/)?(?:[a-z-]+\.)?(?:facebook|fb)\.com\/([^?#]*)(?:\?([^#]*))?/i.exec(text);
  if (!match) return valid(text.replace(/^@/, ""));
  const [, path = "", query = ""] = match;
  const parts = path.split("/").filter(Boolean);
  const [first = ""] = parts;
  if (first.toLowerCase() === "profile.php") return valid(new URLSearchParams(query).get("id") ?? "", /^\d{5,20}$/);
  const inner = ["pages", "people", "pg", "p"].includes(first.toLowerCase()) ? parts.slice(1) : parts;
  const id = inner.find((part) => /^\d{5,20}$/.test(part)) ?? /-(\d{5,20})$/.exec(inner[0] ?? "")?.[1];
  if (inner !== parts && id) return valid(id);
  if (pages.has(first.toLowerCase())) return null;
  return valid(/-(\d{5,20})$/.exec(inner[0] ?? "")?.[1] ?? (inner[0] ?? "").replace(/^@/, ""));
}

const valid = (handle: string, form = /^(?:[a-z0-9.]{5,50}|\d{5,20})$/i): string | null =>
  form.test(handle) && !/^\.|\.\.|\.$/.test(handle) ? handle.toLowerCase() : null;
