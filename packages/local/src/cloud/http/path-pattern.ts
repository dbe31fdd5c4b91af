/**
 * Compiles a path pattern of a cache behavior: `*` is any run of characters, `?` exactly one, case matters.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html
 */
export function compilePathPattern(pattern: string): (path: string) => boolean {
  const source = pattern
    .replace(/^(?![/*])/, "/")
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*/g, ".*")
    .replace(/\?/g, ".");
  const expression = new RegExp(`^${source}$`, "s");
  return (path) => expression.test(path);
}

/** Resolves `.` and `..` in a path (RFC 3986), as CloudFront does before it chooses a behavior. */
export function normalizePath(path: string): string {
  const kept: string[] = [];
  const segments = path.split("/").slice(1);
  for (const [index, segment] of segments.entries()) {
    const plain = segment.replace(/%2e/gi, ".");
    if (plain === "..") kept.pop();
    else if (plain !== ".") kept.push(segment);
    if ((plain === ".." || plain === ".") && index === segments.length - 1) kept.push("");
  }
  return `/${kept.join("/")}`;
}
