import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { EngineAnswer } from "./engine.ts";
import { type Forwarder, readBody } from "./forward.ts";

/** fauxqs takes 11 MiB in one request; S3 itself takes 5 GB. Parts of a multipart upload must have 5 MiB. */
const partBytes = 8 * 1024 * 1024;

/** Headers that describe the object rather than the request. */
const objectHeaders =
  /^(content-type|content-disposition|content-language|content-encoding|cache-control|x-amz-meta-.+)$/;

export type Upload = {
  port: number;
  /** Path of the object as sent. */
  rawPath: string;
  headers: IncomingHttpHeaders;
  body: IncomingMessage;
};

/** Whether a single PUT is more than the engine takes at once. A body in AWS's own chunks is left as it is. */
export function isLargeUpload(action: string, headers: IncomingHttpHeaders): boolean {
  if (action !== "PutObject" || String(headers["content-encoding"] ?? "").includes("aws-chunked")) return false;
  return Number(headers["content-length"] ?? partBytes + 1) > partBytes;
}

/**
 * Stores one large PUT as a multipart upload; the client does not notice, but for the ETag, which is that of a
 * multipart object. A client that goes away leaves nothing behind.
 */
export async function putInParts(forwarder: Forwarder, upload: Upload): Promise<EngineAnswer> {
  const described = Object.fromEntries(Object.entries(upload.headers).filter(([name]) => objectHeaders.test(name)));
  const call = async (method: string, query: string, headers: IncomingHttpHeaders, body: Buffer) => {
    const { port, rawPath } = upload;
    const answered = await forwarder.send({ port, method, url: `${rawPath}?${query}`, headers, body });
    const text = (await readBody(answered))?.toString("utf8") ?? "";
    return { status: answered.statusCode ?? 502, headers: answered.headers, text };
  };
  const begun = await call("POST", "uploads", described, Buffer.alloc(0));
  const uploadId = /<UploadId>([^<]+)<\/UploadId>/.exec(begun.text)?.[1];
  if (uploadId === undefined) return xml(begun.status, begun.text);
  const etags: string[] = [];
  try {
    for await (const part of parts(upload.body)) {
      const stored = await call("PUT", `partNumber=${etags.length + 1}&uploadId=${uploadId}`, {}, part);
      if (stored.status >= 300) throw new Error(`the engine refused a part: ${stored.text}`);
      etags.push(String(stored.headers.etag));
    }
  } catch (error) {
    await call("DELETE", `uploadId=${uploadId}`, {}, Buffer.alloc(0));
    throw error;
  }
  const listed = etags.map((etag, index) => `<Part><PartNumber>${index + 1}</PartNumber><ETag>${etag}</ETag></Part>`);
  const list = Buffer.from(`<CompleteMultipartUpload>${listed.join("")}</CompleteMultipartUpload>`);
  const completed = await call("POST", `uploadId=${uploadId}`, { "content-type": "application/xml" }, list);
  const etag = /<ETag>([^<]+)<\/ETag>/.exec(completed.text)?.[1];
  if (etag === undefined) return xml(completed.status, completed.text);
  return { status: 200, headers: { etag: etag.replaceAll("&quot;", '"') }, body: "" };
}

async function* parts(body: IncomingMessage): AsyncGenerator<Buffer> {
  let pending: Buffer[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    pending.push(chunk);
    length += chunk.length;
    while (length >= partBytes) {
      const joined = Buffer.concat(pending);
      yield joined.subarray(0, partBytes);
      pending = [joined.subarray(partBytes)];
      length -= partBytes;
    }
  }
  if (length > 0) yield Buffer.concat(pending);
}

function xml(status: number, body: string): EngineAnswer {
  return { status, headers: { "content-type": "application/xml" }, body };
}
