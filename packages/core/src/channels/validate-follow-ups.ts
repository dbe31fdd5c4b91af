import { type Failure, invalid } from "../kernel/failure.ts";
import type { Format, Manifest, ThreadRules } from "./manifest.ts";
import { textLength } from "./text-length.ts";
import type { FileToValidate } from "./validate-file.ts";

interface Part {
  readonly text: string;
  readonly media: readonly FileToValidate[];
}

/**
 * The rules that a first comment and the further parts of a thread break in a format, or that it has none of them.
 * `filesOf` finds the rules that the files of a part break.
 */
export function followUpFailures(
  { formats }: Manifest,
  format: Format,
  { firstComment, thread = [] }: { firstComment?: string | undefined; thread?: readonly Part[] | undefined },
  filesOf: (part: Part) => readonly Failure[],
): Failure[] {
  const which: Params = formats.length > 1 ? { format: format.name } : {};
  return [
    ...(firstComment === undefined ? [] : firstCommentFailures(format, firstComment, which)),
    ...(thread.length === 0 ? [] : threadFailures(format, thread, filesOf, which)),
  ];
}

type Params = NonNullable<Failure["params"]>;

function firstCommentFailures({ firstComment: rules }: Format, firstComment: string, which: Params): Failure[] {
  const field = "firstComment";
  if (!rules) return [invalid("first-comment-not-supported", { field, params: which })];
  const actual = textLength(rules.text.unit, firstComment);
  const allowed = rules.text.max;
  return actual > allowed ? [invalid("first-comment-too-long", { field, params: { actual, allowed } })] : [];
}

function threadFailures(
  { thread: rules }: Format,
  thread: readonly Part[],
  filesOf: (part: Part) => readonly Failure[],
  which: Params,
): Failure[] {
  if (!rules) return [invalid("thread-not-supported", { field: "thread", params: which })];
  const [actual, allowed] = [thread.length, rules.maxParts];
  const failures = thread.flatMap((part, index) => partFailures(rules, part, index, filesOf));
  if (actual <= allowed) return failures;
  return [invalid("too-many-thread-parts", { field: "thread", params: { actual, allowed } }), ...failures];
}

function partFailures(
  { text: { unit, max }, media }: ThreadRules,
  part: Part,
  index: number,
  filesOf: (part: Part) => readonly Failure[],
): Failure[] {
  const field = `thread.${index}`;
  // The post itself is the thread's first part.
  const broken = (code: string, params: Params = {}) =>
    invalid(code, { field, params: { number: index + 2, ...params } });
  const failures: Failure[] = [];
  const actual = textLength(unit, part.text);
  if (actual > max) failures.push(broken("thread-part-too-long", { actual, allowed: max }));
  if (part.text.trim() === "" && part.media.length === 0) failures.push(broken("thread-part-empty"));
  if (part.media.length === 0) return failures;
  if (!media) return [...failures, broken("thread-part-without-media")];
  return [...failures, ...filesOf(part).map((failure) => ({ ...failure, field: `${field}.${failure.field}` }))];
}
