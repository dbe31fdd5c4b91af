import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";

/** A webhook delivery whose signature was checked. */
export interface Delivery {
  /** The same for the same bytes from the same platform. */
  readonly deliveryId: string;
  readonly platform: string;
  /** The body exactly as delivered. */
  readonly rawBody: string;
  /** Epoch ms. */
  readonly receivedAt: number;
}

/** A delivery as it waits on the intake queue: as it is, or its body by Brotli in base64. */
export type QueuedDelivery = Delivery | (Omit<Delivery, "rawBody"> & { readonly packedBody: string });

/** Lambda is never given more, so nothing that was packed can be longer: 6 MiB. */
export const maxDeliveryBytes = 6 * 1024 * 1024;

/** What SQS bills as one request, and as one more for every further 64 KiB. */
const billedBytes = 64 * 1024;

/** A message of SQS may have 1 MiB with its attributes; these are left for the cause of its failure. */
const maxMessageBytes = 1024 * 1024 - 8 * 1024;

/** Fast enough for the largest delivery (a fifth of a second) and smaller than gzip makes it. */
const quality = 5;

/**
 * A delivery as it is put on the queue in one message. Short ones stay readable; a long one is packed, which lets a
 * delivery of 1,000 updates fit and saves requests. `null` when it does not fit even so.
 */
export function packDelivery(delivery: Delivery): QueuedDelivery | null {
  if (messageBytes(delivery) <= billedBytes) return delivery;
  const { rawBody, ...rest } = delivery;
  const packed = brotliCompressSync(rawBody, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
  const message = { ...rest, packedBody: packed.toString("base64") };
  return messageBytes(message) <= maxMessageBytes ? message : null;
}

/** The body of a packed delivery; `null` when it cannot be unpacked, or only to more than 6 MiB. */
export function unpackBody(packedBody: string): string | null {
  try {
    const bytes = brotliDecompressSync(Buffer.from(packedBody, "base64"), { maxOutputLength: maxDeliveryBytes });
    return bytes.toString("utf8");
  } catch {
    return null;
  }
}

const messageBytes = (message: QueuedDelivery): number => Buffer.byteLength(JSON.stringify(message));
