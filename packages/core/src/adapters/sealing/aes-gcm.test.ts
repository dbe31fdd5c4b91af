import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { aesGcmSealer } from "./aes-gcm.ts";

const key = () => randomBytes(32).toString("base64");

describe("sealing", () => {
  it("opens what it sealed, for the same context only", () => {
    const sealer = aesGcmSealer([key()]);
    const sealed = sealer.seal("токен", "chan_1");
    expect(sealer.open(sealed, "chan_1")).toBe("токен");
    expect(sealer.open(sealed, "chan_2")).toBeNull();
    expect(sealed).not.toContain("токен");
  });

  it("never seals the same way twice", () => {
    const sealer = aesGcmSealer([key()]);
    expect(sealer.seal("a", "c")).not.toBe(sealer.seal("a", "c"));
  });

  it("opens with an older key and refuses an unknown one", () => {
    const [older, newer] = [key(), key()];
    const sealed = aesGcmSealer([older]).seal("a", "c");
    expect(aesGcmSealer([newer, older]).open(sealed, "c")).toBe("a");
    expect(aesGcmSealer([newer]).open(sealed, "c")).toBeNull();
  });

  it("refuses a text in which any byte was changed", () => {
    const sealer = aesGcmSealer([key()]);
    const sealed = sealer.seal("abc", "c");
    const [id, body = ""] = sealed.split(".");
    const bytes = Buffer.from(body, "base64url");
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(sealer.open(`${id}.${changed.toString("base64url")}`, "c")).toBeNull();
    }
    expect(sealer.open("nonsense", "c")).toBeNull();
  });
});
