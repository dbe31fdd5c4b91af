import { createHash } from "node:crypto";
import * as v from "valibot";
import { epochMsSchema, timeZoneSchema } from "../kernel/time.ts";
import { shortLinkLimits } from "../links/index.ts";

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const codeLength = 8;
const codes = BigInt(alphabet.length) ** BigInt(codeLength);

/** Eight letters and digits; upper and lower case are different codes. */
export const codeSchema = v.pipe(v.string(), v.regex(/^[0-9A-Za-z]{8}$/));

/** A short link of a publication. Where it leads is decided when it is made and never taken from a request. */
export const shortLinkSchema = v.object({
  code: codeSchema,
  workspaceId: v.string(),
  publicationId: v.string(),
  target: v.pipe(
    v.string(),
    v.maxLength(shortLinkLimits.targetLength),
    v.regex(/^https?:\/\//i),
    v.check((target) => URL.canParse(target), "not an address"),
  ),
  /** The zone whose days its clicks are counted by. */
  timeZone: timeZoneSchema,
  createdAt: epochMsSchema,
});
export type ShortLink = v.InferOutput<typeof shortLinkSchema>;

/**
 * The code of a target in a publication, the same each time; `attempt` gives others for when one is taken. Nobody can
 * guess it who does not know the publication's id, which is random: one in 218 million million is tried right.
 */
export function codeFor(publicationId: string, target: string, attempt: number): string {
  const digest = createHash("sha256")
    .update(JSON.stringify([publicationId, target, attempt]))
    .digest("hex");
  let rest = BigInt(`0x${digest.slice(0, 32)}`) % codes;
  let code = "";
  for (let place = 0; place < codeLength; place += 1) {
    code = alphabet.charAt(Number(rest % BigInt(alphabet.length))) + code;
    rest /= BigInt(alphabet.length);
  }
  return code;
}
