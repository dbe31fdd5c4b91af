import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** The parts of a Signature Version 4 that say who signed what. */
export type Signature = {
  accessKeyId: string;
  /** `yyyymmdd/region/service/aws4_request` */
  scope: string;
  service: string;
  signedHeaders: string[];
  signature: string;
  /** `yyyymmddThhmmssZ` */
  signedAt: string;
  /** Seconds a presigned URL is good for; `undefined` when the headers carry the signature. */
  expires: number | undefined;
};

export type SignedRequest = {
  method: string;
  /** As sent, still percent-encoded. */
  rawPath: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  /** `undefined` when the body streams past, as S3's do; its announced hash is signed then. */
  body: Buffer | undefined;
};

/** Reads the signature from the Authorization header or from a presigned URL's query; `undefined` when unsigned. */
export function readSignature(headers: IncomingHttpHeaders, query: URLSearchParams): Signature | undefined {
  const header = headers.authorization;
  if (header?.startsWith("AWS4-HMAC-SHA256")) {
    const field = (name: string): string => new RegExp(`${name}=([^,\\s]+)`).exec(header)?.[1] ?? "";
    return assemble(
      field("Credential"),
      field("SignedHeaders"),
      field("Signature"),
      String(headers["x-amz-date"]),
      undefined,
    );
  }
  if (query.get("X-Amz-Algorithm") !== "AWS4-HMAC-SHA256") return undefined;
  const of = (name: string): string => query.get(name) ?? "";
  return assemble(
    of("X-Amz-Credential"),
    of("X-Amz-SignedHeaders"),
    of("X-Amz-Signature"),
    of("X-Amz-Date"),
    Number(of("X-Amz-Expires")),
  );
}

function assemble(
  credential: string,
  headers: string,
  signature: string,
  signedAt: string,
  expires: number | undefined,
) {
  const [accessKeyId = "", ...scope] = credential.split("/");
  return {
    accessKeyId,
    scope: scope.join("/"),
    service: scope[2] ?? "",
    signedHeaders: headers.split(";"),
    signature,
    signedAt,
    expires,
  };
}

/** Epoch milliseconds from which a presigned URL is no longer good; `undefined` for a signature in the headers. */
export function expiryOf(signature: Signature): number | undefined {
  if (signature.expires === undefined) return undefined;
  const iso = signature.signedAt.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z");
  const expires = Date.parse(iso) + signature.expires * 1000;
  return Number.isFinite(expires) && signature.expires >= 1 && signature.expires <= 604_800 ? expires : 0;
}

/**
 * Whether the request is the one that was signed (AWS General Reference, "Create a signed AWS API request"). S3 signs
 * the path as sent, the other services encode it once more.
 */
export function signatureMatches(request: SignedRequest, signature: Signature, secret: string): boolean {
  const canonicalHeaders = signature.signedHeaders
    .map((name) => `${name}:${headerText(request.headers[name])}\n`)
    .join("");
  const canonical = [
    request.method,
    signature.service === "s3" ? request.rawPath : encode(request.rawPath).replaceAll("%2F", "/"),
    canonicalQuery(request.query),
    canonicalHeaders,
    signature.signedHeaders.join(";"),
    payloadHash(request, signature),
  ].join("\n");
  const toSign = ["AWS4-HMAC-SHA256", signature.signedAt, signature.scope, sha256(canonical)].join("\n");
  const key = signature.scope
    .split("/")
    .reduce<string | Buffer>((previous, part) => hmac(previous, part), `AWS4${secret}`);
  const expected = hmac(key, toSign);
  const given = Buffer.from(signature.signature, "hex");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** S3 wants every `x-amz-` header of a presigned request to be among the signed ones; this is the first that is not. */
export function unsignedHeader(request: SignedRequest, signature: Signature): string | undefined {
  if (signature.expires === undefined) return undefined;
  return Object.keys(request.headers).find(
    (name) => name.startsWith("x-amz-") && !signature.signedHeaders.includes(name),
  );
}

function payloadHash(request: SignedRequest, signature: Signature): string {
  const announced = request.headers["x-amz-content-sha256"] ?? request.query.get("X-Amz-Content-Sha256");
  if (typeof announced === "string") return announced;
  if (signature.expires !== undefined) return "UNSIGNED-PAYLOAD";
  return sha256(request.body ?? "");
}

function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort((left, right) => (left < right ? -1 : 1))
    .join("&");
}

function headerText(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value.join(",") : (value ?? "")).trim().replace(/\s+/g, " ");
}

/** Percent-encoding by RFC 3986, as signatures use it. */
function encode(value: string): string {
  return encodeURIComponent(value).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

const sha256 = (value: string | Buffer): string => createHash("sha256").update(value).digest("hex");
const hmac = (key: string | Buffer, value: string): Buffer => createHmac("sha256", key).update(value).digest();
