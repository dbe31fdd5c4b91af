import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import type { Sealer } from "../../kernel/sealing.ts";

const nonceBytes = 12;
const tagBytes = 16;

/**
 * Seals by AES-256-GCM: a fresh 96-bit nonce per secret, the context as associated data, the key's id in front so that
 * keys can be rotated. `keys` are base64 of 32 bytes, the newest first; what an older key sealed still opens.
 */
export function aesGcmSealer(keys: readonly [string, ...string[]]): Sealer {
  const ring = keys.map((text) => {
    const key = Buffer.from(text, "base64");
    if (key.length !== 32) throw new Error("A sealing key must be 32 bytes in base64");
    return { id: createHash("sha256").update(key).digest("hex").slice(0, 8), key };
  });
  const [newest] = ring;
  if (!newest) throw new Error("There is no sealing key");
  return {
    seal: (plain, context) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", newest.key, nonce).setAAD(Buffer.from(context));
      const sealed = Buffer.concat([nonce, cipher.update(plain, "utf8"), cipher.final(), cipher.getAuthTag()]);
      return `${newest.id}.${sealed.toString("base64url")}`;
    },
    open: (sealed, context) => {
      const [id, text = ""] = sealed.split(".");
      const entry = ring.find((candidate) => candidate.id === id);
      const bytes = Buffer.from(text, "base64url");
      if (!entry || bytes.length < nonceBytes + tagBytes) return null;
      const decipher = createDecipheriv("aes-256-gcm", entry.key, bytes.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      });
      decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(-tagBytes));
      try {
        const plain = Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]);
        return plain.toString("utf8");
      } catch {
        return null;
      }
    },
  };
}
