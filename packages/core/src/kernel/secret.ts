import { createHash, randomBytes } from "node:crypto";

/** A fresh secret of 256 bits, URL-safe. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** What is stored of a secret that a person or browser carries: its SHA-256, so that a read of the table gives no access. */
export const hashOfSecret = (secret: string): string => createHash("sha256").update(secret).digest("base64url");
