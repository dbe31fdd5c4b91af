import type { Failure } from "../kernel/failure.ts";
import { answerFailure, type PublicAnswer, type PublicWeb } from "../kernel/public-web.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { notAFeed } from "./errors.ts";
import { type Reading, type Source, sourceLimits } from "./model.ts";
import { readFeed } from "./read-feed.ts";
import { readWordPress, wordPressAddress } from "./read-wordpress.ts";

/** A reading with the marks by which the server knows what we have; no reading when nothing has changed. */
export interface Fetched {
  readonly reading: Reading | null;
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

/** Asks a source what it has, unless it has nothing new (RFC 9110, conditional requests). */
export async function fetchReading(
  web: PublicWeb,
  source: Pick<Source, "kind" | "address" | "etag" | "lastModified">,
): Promise<Result<Fetched, Failure>> {
  const { kind, etag, lastModified } = source;
  const url = kind === "feed" ? source.address : wordPressAddress(source.address);
  const answer = await web.get({
    url,
    maxBytes: sourceLimits.bytes,
    timeoutMs: 20_000,
    headers: {
      accept:
        kind === "feed"
          ? "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1"
          : "application/json",
      ...(etag !== undefined && { "if-none-match": etag }),
      ...(lastModified !== undefined && { "if-modified-since": lastModified }),
    },
  });
  const failure = answerFailure(answer);
  if (failure || answer.kind !== "answer") return err(failure ?? notAFeed());
  const marks = { etag: answer.headers.etag ?? etag, lastModified: answer.headers["last-modified"] ?? lastModified };
  if (answer.status === 304) return ok({ reading: null, ...marks });
  const text = documentOf(answer);
  const reading = kind === "feed" ? readFeed(text, answer.url) : readWordPress(text, answer.url);
  return reading.ok ? ok({ reading: reading.value, ...marks }) : reading;
}

/** The document in the encoding that the server or the XML declaration names; UTF-8 when neither does. */
function documentOf({ headers, body }: Extract<PublicAnswer, { kind: "answer" }>): string {
  const said = /charset\s*=\s*"?([\w-]+)/i.exec(headers["content-type"] ?? "")?.[1];
  const declared = /^[^<]*<\?xml[^>]*encoding\s*=\s*["']([\w-]+)/i.exec(
    Buffer.from(body.subarray(0, 200)).toString("latin1"),
  );
  try {
    return new TextDecoder(said ?? declared?.[1] ?? "utf-8").decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}
