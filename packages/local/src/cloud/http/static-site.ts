import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { getMimeType } from "hono/utils/mime";
import type { WebAnswer, WebRequest } from "./exchange.ts";

const encoders = {
  br: (data: Buffer) => promisify(brotliCompress)(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: promisify(gzip),
};
type Encoding = keyof typeof encoders;

/** What CloudFront compresses. @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html */
const compressible = /^(text\/|application\/(javascript|json|manifest\+json|wasm|xml)|image\/svg\+xml|font\/(ttf|otf))/;
const compressedFrom = 1_000;
const compressedUpTo = 10_000_000;

type StoredFile = { modified: number; data: Buffer; type: string; etag: string; encoded: Map<Encoding, Buffer> };

/** Answers from the files of a folder; undefined when it has no such file. */
export type StaticSite = (request: WebRequest, path: string) => Promise<WebAnswer | undefined>;

/** The file a path names, or undefined when it could lead out of the folder or is no path at all. */
function fileOf(directory: string, path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  const segments = decoded.split("/").slice(1);
  const safe = segments.every((segment) => !["", ".", ".."].includes(segment) && !/[\\\0]/.test(segment));
  return safe && segments.length > 0 ? join(directory, segments.join(sep)) : undefined;
}

function chooseEncoding(request: WebRequest, file: StoredFile): Encoding | undefined {
  const { length } = file.data;
  if (!compressible.test(file.type) || length < compressedFrom || length > compressedUpTo) return undefined;
  const accepted = (request.headers["accept-encoding"] ?? [])
    .join(",")
    .split(",")
    .map((each) => each.trim());
  return (["br", "gzip"] as const).find((encoding) => accepted.some((each) => each.split(";")[0] === encoding));
}

/** Names under /assets carry a hash of their content and never change; every other file is asked for again. */
function cachingOf(path: string): string {
  return path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "public, max-age=0, must-revalidate";
}

/** Serves a folder as a private bucket behind CloudFront does: types, ETag, caching, compression, no listing. */
export function serveFolder(directory: string): StaticSite {
  const files = new Map<string, StoredFile>();

  async function load(file: string): Promise<StoredFile | undefined> {
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) return undefined;
    const known = files.get(file);
    if (known?.modified === found.mtimeMs) return known;
    const data = await readFile(file);
    const type = getMimeType(file) ?? "application/octet-stream";
    const etag = `"${createHash("md5").update(data).digest("hex")}"`;
    const stored: StoredFile = { modified: found.mtimeMs, data, type, etag, encoded: new Map() };
    files.set(file, stored);
    return stored;
  }

  async function encode(file: StoredFile, encoding: Encoding): Promise<Buffer> {
    const encoded = file.encoded.get(encoding) ?? (await encoders[encoding](file.data));
    file.encoded.set(encoding, encoded);
    return encoded;
  }

  return async (request, path) => {
    const name = fileOf(directory, path);
    const file = name && (await load(name));
    if (!file) return undefined;
    const encoding = chooseEncoding(request, file);
    const etag = encoding ? `W/${file.etag}` : file.etag;
    const headers = { "cache-control": cachingOf(path), etag, vary: "Accept-Encoding" };
    const known = (request.headers["if-none-match"] ?? []).join(",");
    if (known.includes(file.etag) || known.trim() === "*") return { status: 304, headers, body: Buffer.alloc(0) };
    return {
      status: 200,
      headers: { ...headers, "content-type": file.type, ...(encoding ? { "content-encoding": encoding } : {}) },
      body: encoding ? await encode(file, encoding) : file.data,
    };
  };
}
