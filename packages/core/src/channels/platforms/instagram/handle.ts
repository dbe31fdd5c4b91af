/** First parts of addresses that name no account. */
const pages = new Set([
  "p",
  "reel",
  "reels",
  "tv",
  "explore",
  "accounts",
  "direct",
  "about",
  "legal",
  "developer",
  "web",
]);

/**
 * The user name in what a person typed (`name`, `@name`) or pasted (a profile's address, or a story's): up to 30 letters
 * of the Latin alphabet, digits, full stops and underscores, in lower case.
 */
export function handleOf(pasted: string): string | null {
  const text = pasted.trim();
  const address = /^(?:https?:\/\/)?(?:[a-z]+\.)?instagram\.com\/([^?#]*)/i.exec(text)?.[1];
  const parts = address?.split("/").filter(Boolean);
  const [first = "", second = ""] = parts ?? [text];
  const name = (parts && first === "stories" ? second : first).replace(/^@/, "").toLowerCase();
  if (parts && pages.has(name)) return null;
  return /^(?!\.)(?!.*\.\.)[a-z0-9._]{1,30}(?<!\.)$/.test(name) ? name : null;
}
