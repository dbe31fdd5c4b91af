import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { ObjectFiles } from "../../content/index.ts";

/** A client whose presigned addresses carry no checksum of a body that the browser is yet to send. */
export const connectS3 = (): S3Client =>
  new S3Client({ requestChecksumCalculation: "WHEN_REQUIRED", responseChecksumValidation: "WHEN_REQUIRED" });

/** The bucket on S3. A presigned PUT is signed over type and length, so that nothing else can be put there. */
export function s3ObjectStore(client: S3Client, bucket: string): ObjectFiles {
  return {
    presignPut: ({ key, contentType, bytes, expiresInS }) =>
      getSignedUrl(
        client,
        new PutObjectCommand({ Bucket: bucket, Key: key, ContentType: contentType, ContentLength: bytes }),
        { expiresIn: expiresInS, signableHeaders: new Set(["content-type", "content-length"]) },
      ),
    presignGet: (key, expiresInS) =>
      getSignedUrl(client, new GetObjectCommand({ Bucket: bucket, Key: key }), { expiresIn: expiresInS }),
    read: async (key, maxBytes, from = 0) => {
      try {
        const range = `bytes=${from}-${from + maxBytes - 1}`;
        const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, Range: range }));
        return (await answer.Body?.transformToByteArray()) ?? new Uint8Array();
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
    stream: async (key) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        return (Body as AsyncIterable<Uint8Array> | undefined) ?? null;
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
    write: async (key, bytes, contentType) => {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ContentType: contentType }));
    },
    head: async (key) => {
      try {
        const answer = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
        return { bytes: answer.ContentLength ?? 0, contentType: answer.ContentType };
      } catch (error) {
        if (error instanceof NotFound) return null;
        throw error;
      }
    },
    remove: async (key) => {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
  };
}
