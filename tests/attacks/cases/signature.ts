import { createHash, createHmac } from "node:crypto";
import { type Attack, genuineBody, withHeaders } from "../genuine.ts";
import { secrets, sign } from "../hook-world.ts";

const good = sign(genuineBody);
const name = "x-hub-signature-256";
const hmac = (algorithm: string, secret: string) => createHmac(algorithm, secret).update(genuineBody).digest("hex");
const named = (value: string) => withHeaders({ [name]: value });

/** Every way of naming a signature that is not exactly the platform's over exactly these bytes. */
export const signatureAttacks: readonly Attack[] = [
  { name: "no signature", request: withHeaders({}) },
  { name: "an empty signature", request: named("") },
  { name: "a prefix without a signature", request: named("sha256=") },
  { name: "a signature without its prefix", request: named(good) },
  { name: "another prefix", request: named(`sha512=${good}`) },
  { name: "the prefix in upper case", request: named(`SHA256=${good}`) },
  { name: "a space in the prefix", request: named(`sha256= ${good}`) },
  { name: "a line break behind it", request: named(`sha256=${good}\n`) },
  {
    name: "the SHA-1 signature alone",
    request: withHeaders({ "x-hub-signature": `sha1=${hmac("sha1", secrets.newest)}` }),
  },
  { name: "SHA-1 under the name of SHA-256", request: named(`sha256=${hmac("sha1", secrets.newest)}`) },
  {
    name: "the SHA-256 signature under the old header's name",
    request: withHeaders({ "x-hub-signature": `sha256=${good}` }),
  },
  { name: "SHA-512", request: named(`sha256=${hmac("sha512", secrets.newest)}`) },
  { name: "SHA-512, cut to the length", request: named(`sha256=${hmac("sha512", secrets.newest).slice(0, 64)}`) },
  {
    name: "a hash without a secret",
    request: named(`sha256=${createHash("sha256").update(genuineBody).digest("hex")}`),
  },
  {
    name: "a hash of secret and body",
    request: named(`sha256=${createHash("sha256").update(secrets.newest).update(genuineBody).digest("hex")}`),
  },
  { name: "an empty secret", request: named(`sha256=${hmac("sha256", "")}`) },
  { name: "the signature in upper case", request: named(`sha256=${good.toUpperCase()}`) },
  { name: "an odd number of digits", request: named(`sha256=${good.slice(1)}`) },
  { name: "a short signature", request: named(`sha256=${good.slice(0, 32)}`) },
  { name: "a long signature", request: named(`sha256=${good}00`) },
  { name: "the signature twice in one", request: named(`sha256=${good}${good}`) },
  { name: "digits that are none", request: named(`sha256=${"g".repeat(64)}`) },
  { name: "full-width digits", request: named(`sha256=${good.replace(/\d/, "１")}`) },
  {
    name: "base64",
    request: named(`sha256=${createHmac("sha256", secrets.newest).update(genuineBody).digest("base64")}`),
  },
  { name: "zeros", request: named(`sha256=${"0".repeat(64)}`) },
  { name: "two headers, which arrive joined: bad, good", request: named(`sha256=${"0".repeat(64)},sha256=${good}`) },
  { name: "two headers, which arrive joined: good, good", request: named(`sha256=${good},sha256=${good}`) },
  { name: "comma and space", request: named(`sha256=${good}, sha256=${"0".repeat(64)}`) },
  {
    name: "ten thousand signatures, the good one among them",
    request: named([...Array(10_000).fill(`sha256=${"a".repeat(64)}`), `sha256=${good}`].join(",")),
  },
  { name: "a retired secret", request: named(`sha256=${sign(genuineBody, secrets.retired)}`) },
  { name: "another tenant's secret", request: named(`sha256=${sign(genuineBody, secrets.otherTenant)}`) },
  {
    name: "the two live secrets joined",
    request: named(`sha256=${sign(genuineBody, secrets.newest + secrets.older)}`),
  },
  { name: "the app's id as the secret", request: named(`sha256=${sign(genuineBody, "1")}`) },
  { name: "the signature of another body", request: named(`sha256=${sign("{}")}`) },
  { name: "a last digit that differs", request: named(`sha256=${good.slice(0, -1)}${good.endsWith("0") ? "1" : "0"}`) },
];

/** Headers that must not decide anything beside a missing signature. */
export const misleadingHeaders: readonly Attack[] = [
  { name: "a forwarded signature", request: withHeaders({ "x-forwarded-x-hub-signature-256": `sha256=${good}` }) },
  { name: "the signature in the query", request: { body: genuineBody, query: `x-hub-signature-256=sha256=${good}` } },
  {
    name: "the platform's user agent",
    request: withHeaders({ "user-agent": "Webhooks/1.0 (https://fb.me/webhooks)" }),
  },
  {
    name: "an authorization of AWS's form",
    request: withHeaders({ authorization: `AWS4-HMAC-SHA256 Signature=${good}` }),
  },
];
