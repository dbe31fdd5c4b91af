import type { Place } from "../template/place.ts";
import type { AwsRequest, Need, WireRequest } from "./requests.ts";

type Operation = { action: string; permission: string };

/** Sub-resources in the query that make it another operation, with the permissions of reading and writing them. */
const subresources: Record<string, { get: Operation; put: Operation }> = Object.fromEntries(
  [
    ["tagging", "ObjectTagging"],
    ["acl", "ObjectAcl"],
    ["cors", "BucketCORS"],
    ["policy", "BucketPolicy"],
    ["lifecycle", "LifecycleConfiguration"],
    ["versioning", "BucketVersioning"],
    ["notification", "BucketNotification"],
  ].map(([name = "", noun]) => [
    name,
    {
      get: { action: `Get${noun}`, permission: `s3:Get${noun}` },
      put: { action: `Put${noun}`, permission: `s3:Put${noun}` },
    },
  ]),
);

/** Bucket and key of a path-style S3 request; the key is decoded. */
export function s3Target(rawPath: string): { bucket: string; key: string } {
  const [bucket = "", ...key] = rawPath.slice(1).split("/");
  return { bucket: decodeURIComponent(bucket), key: decodeURIComponent(key.join("/")) };
}

/** Understands a path-style S3 request by method, path and sub-resource. */
export function readS3Request(wire: WireRequest, place: Place): AwsRequest | undefined {
  const { bucket, key } = s3Target(wire.rawPath);
  const bucketArn = `arn:${place.partition}:s3:::${bucket}`;
  const operation = key === "" ? bucketOperation(wire, bucket) : objectOperation(wire);
  if (!operation) return undefined;
  const prefix = wire.query.get("prefix");
  const context: Need["context"] =
    operation.permission === "s3:ListBucket" && prefix !== null ? { "s3:prefix": prefix } : {};
  const needs = resourcesOf(operation, wire, bucketArn, key).map((resource) => ({
    action: operation.permission,
    resource,
    context,
  }));
  const source = wire.headers["x-amz-copy-source"];
  if (typeof source === "string") {
    const resource = `arn:${place.partition}:s3:::${decodeURIComponent(source).replace(/^\//, "").replace(/\?.*$/, "")}`;
    needs.push({ action: "s3:GetObject", resource, context: {} });
  }
  const reads = operation.action === "GetObject" || operation.action === "HeadObject";
  const list = { action: "s3:ListBucket", resource: bucketArn, context: { "s3:prefix": key } };
  return {
    service: "s3",
    action: operation.action,
    needs,
    ...(reads && { needsToLearnOfAbsence: [list] }),
    input: {},
  };
}

function resourcesOf(operation: Operation, wire: WireRequest, bucketArn: string, key: string): string[] {
  if (operation.permission === "s3:ListAllMyBuckets") return ["*"];
  if (operation.action !== "DeleteObjects") return [key === "" ? bucketArn : `${bucketArn}/${key}`];
  const named = [...(wire.body?.toString("utf8") ?? "").matchAll(/<Key>([^<]*)<\/Key>/g)];
  return named.map(([, name = ""]) => `${bucketArn}/${unescapeXml(name)}`);
}

function objectOperation({ method, query, headers }: WireRequest): Operation | undefined {
  for (const [name, operations] of Object.entries(subresources)) {
    if (query.has(name)) return method === "GET" ? operations.get : operations.put;
  }
  const upload = query.has("uploadId");
  switch (method) {
    case "GET":
      return upload
        ? { action: "ListParts", permission: "s3:ListMultipartUploadParts" }
        : { action: "GetObject", permission: "s3:GetObject" };
    case "HEAD":
      return { action: "HeadObject", permission: "s3:GetObject" };
    case "PUT":
      if (upload) return { action: "UploadPart", permission: "s3:PutObject" };
      return { action: headers["x-amz-copy-source"] ? "CopyObject" : "PutObject", permission: "s3:PutObject" };
    case "POST":
      if (query.has("uploads")) return { action: "CreateMultipartUpload", permission: "s3:PutObject" };
      return upload ? { action: "CompleteMultipartUpload", permission: "s3:PutObject" } : undefined;
    case "DELETE":
      return upload
        ? { action: "AbortMultipartUpload", permission: "s3:AbortMultipartUpload" }
        : { action: "DeleteObject", permission: "s3:DeleteObject" };
    default:
      return undefined;
  }
}

function bucketOperation({ method, query }: WireRequest, bucket: string): Operation | undefined {
  if (bucket === "") return method === "GET" ? { action: "ListBuckets", permission: "s3:ListAllMyBuckets" } : undefined;
  for (const [name, operations] of Object.entries(subresources)) {
    if (query.has(name)) return method === "GET" ? operations.get : operations.put;
  }
  if (method === "POST" && query.has("delete")) return { action: "DeleteObjects", permission: "s3:DeleteObject" };
  if (method === "GET" && query.has("location"))
    return { action: "GetBucketLocation", permission: "s3:GetBucketLocation" };
  if (method === "GET")
    return { action: query.get("list-type") === "2" ? "ListObjectsV2" : "ListObjects", permission: "s3:ListBucket" };
  if (method === "HEAD") return { action: "HeadBucket", permission: "s3:ListBucket" };
  if (method === "PUT") return { action: "CreateBucket", permission: "s3:CreateBucket" };
  if (method === "DELETE") return { action: "DeleteBucket", permission: "s3:DeleteBucket" };
  return undefined;
}

function unescapeXml(value: string): string {
  const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return value.replace(/&(amp|lt|gt|quot|apos);/g, (_whole, name: string) => entities[name] ?? "");
}
