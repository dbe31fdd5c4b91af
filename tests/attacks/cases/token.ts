import { generateKeyPair, type JWTHeaderParameters, type JWTPayload, SignJWT } from "jose";
import { type GoogleIdentity, genuineClaims, nowS, push } from "../google-identity.ts";

/** An attempt to be taken for Google's broker: the value of the authorization header; none where `undefined`. */
export interface TokenAttack {
  readonly name: string;
  readonly header: (google: GoogleIdentity) => Promise<string | undefined> | string | undefined;
}

const bearer = (token: string): string => `Bearer ${token}`;
/** A part of a token. */
export const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const claiming = (name: string, change: () => JWTPayload): TokenAttack => ({
  name,
  header: async ({ signed }) => bearer(await signed({ ...genuineClaims(), ...change() })),
});
const unsigned = (name: string, header: unknown, signature = ""): TokenAttack => ({
  name,
  header: () => bearer(`${part(header)}.${part(genuineClaims())}.${signature}`),
});
/** Signed by HMAC with something that everybody can read. */
const keyed = (name: string, secret: (google: GoogleIdentity) => string): TokenAttack => ({
  name,
  header: async (google) => {
    const token = new SignJWT(genuineClaims()).setProtectedHeader({ alg: "HS256", kid: "k1", typ: "JWT" });
    return bearer(await token.sign(new TextEncoder().encode(secret(google))));
  },
});
const forgedAs = (name: string, header: (google: GoogleIdentity) => Partial<JWTHeaderParameters>): TokenAttack => ({
  name,
  header: async (google) => bearer(await google.forged(genuineClaims(), header(google))),
});
const otherAlgorithm = (alg: "RS384" | "PS256" | "ES256" | "EdDSA"): TokenAttack => ({
  name: `signed by ${alg} with a key of its own`,
  header: async () => {
    const { privateKey } = await generateKeyPair(alg);
    return bearer(await new SignJWT(genuineClaims()).setProtectedHeader({ alg, kid: "k1" }).sign(privateKey));
  },
});
/** A genuine token, written otherwise. */
const rewritten = (name: string, write: (token: string) => string): TokenAttack => ({
  name,
  header: async ({ signed }) => write(await signed(genuineClaims())),
});
const elsewhere = "https://other-tenant.test/hooks/google-business";
const otherAccount = "push@other-tenant.iam.gserviceaccount.com";
const joined = (parts: readonly (string | undefined)[]): string => bearer(parts.join("."));

/** Tokens that are not Google's, not for us, not of our subscription, or not of now. */
export const tokenAttacks: readonly TokenAttack[] = [
  { name: "no token", header: () => undefined },
  { name: "an empty header", header: () => "" },
  { name: "a scheme without a token", header: () => "Bearer " },
  { name: "three dots", header: () => "Bearer ..." },
  { name: "a password", header: () => `Basic ${Buffer.from("push:secret").toString("base64")}` },
  { name: "a token of one part", header: () => bearer("AAAA") },
  { name: "a million letters", header: () => bearer(`${"A".repeat(400_000)}.${"A".repeat(400_000)}.AAAA`) },
  { name: "ten thousand dots", header: () => bearer("A.".repeat(10_000)) },
  claiming("another audience", () => ({ aud: elsewhere })),
  claiming("an audience that begins like ours", () => ({ aud: `${push.audience}.example.com` })),
  claiming("the beginning of our audience", () => ({ aud: push.audience.slice(0, -1) })),
  claiming("our audience in other letters", () => ({ aud: push.audience.toUpperCase() })),
  claiming("no audience", () => ({ aud: undefined })),
  claiming("an empty list of audiences", () => ({ aud: [] })),
  claiming("another issuer", () => ({ iss: "https://accounts.example.com" })),
  claiming("an issuer that begins like Google", () => ({ iss: "https://accounts.google.com.example.com" })),
  claiming("Google by http", () => ({ iss: "http://accounts.google.com" })),
  claiming("no issuer", () => ({ iss: undefined })),
  claiming("another tenant's subscription", () => ({ aud: elsewhere, email: otherAccount })),
  claiming("another tenant's account at our address", () => ({ email: otherAccount })),
  claiming("our account at another tenant's address", () => ({ aud: elsewhere })),
  claiming("no account", () => ({ email: undefined })),
  claiming("a list of accounts with ours", () => ({ email: [push.serviceAccount] })),
  claiming("our account in capitals", () => ({ email: push.serviceAccount.toUpperCase() })),
  claiming("an address that is not verified", () => ({ email_verified: false })),
  claiming("an address that only looks verified", () => ({ email_verified: "true" })),
  claiming("an address of which nobody says that it is verified", () => ({ email_verified: undefined })),
  claiming("a token that has expired", () => ({ iat: nowS() - 3700, exp: nowS() - 100 })),
  claiming("a token that lives for ever", () => ({ exp: undefined })),
  claiming("a token without a birth", () => ({ iat: undefined })),
  claiming("a token that was made long ago", () => ({ iat: nowS() - 7200 })),
  claiming("a token that is made tomorrow", () => ({ iat: nowS() + 86_400, exp: nowS() + 90_000 })),
  claiming("a token that is not valid yet", () => ({ nbf: nowS() + 3600 })),
  claiming("an expiry that is text", () => ({ exp: String(nowS() + 3600) as unknown as number })),
  claiming("an expiry beyond all numbers", () => ({ exp: Number.MAX_VALUE, iat: nowS() - 86_400 })),
  forgedAs("another key under Google's key id", () => ({})),
  forgedAs("another key under its own id", () => ({ kid: "k2" })),
  forgedAs("another key under no id", () => ({ kid: undefined })),
  forgedAs("another key under an id that is a path", () => ({ kid: "../../k1" })),
  forgedAs("a key that the token brings with it", ({ strangersKey }) => ({ jwk: strangersKey })),
  forgedAs("a key at an address that the token names", () => ({ jku: "http://127.0.0.1:9/keys" })),
  forgedAs("a certificate at an address that the token names", () => ({ x5u: "http://127.0.0.1:9/cert" })),
  unsigned("no signature", { alg: "RS256", kid: "k1" }),
  unsigned("the algorithm none", { alg: "none", kid: "k1" }),
  unsigned("the algorithm none with a signature", { alg: "none" }, "AAAA"),
  unsigned("the algorithm None", { alg: "None" }, "AAAA"),
  unsigned("no algorithm", { kid: "k1" }, "AAAA"),
  unsigned("a header that is a list", ["RS256"], "AAAA"),
  unsigned("an algorithm that is a name of every object", { alg: "constructor", kid: "__proto__" }, "AAAA"),
  keyed("HS256 with the public key as PEM", ({ publicPem }) => publicPem),
  keyed("HS256 with the public key as PEM without its last line break", ({ publicPem }) => publicPem.trim()),
  keyed("HS256 with the public key as JSON", ({ published }) => JSON.stringify(published)),
  keyed("HS256 with the public key's modulus", ({ published }) => published.n ?? ""),
  keyed("HS256 with the key id", () => "k1"),
  otherAlgorithm("RS384"),
  otherAlgorithm("PS256"),
  otherAlgorithm("ES256"),
  otherAlgorithm("EdDSA"),
  {
    name: "a header that must be understood and is not",
    header: async ({ signed }) => {
      const [, payload, signature] = (await signed(genuineClaims())).split(".");
      return joined([part({ alg: "RS256", kid: "k1", crit: ["exp"], exp: 1 }), payload, signature]);
    },
  },
  {
    name: "other claims under a genuine signature",
    header: async ({ signed }) => {
      const [head, , signature] = (await signed({ ...genuineClaims(), email: otherAccount })).split(".");
      return joined([head, part(genuineClaims()), signature]);
    },
  },
  {
    name: "the signature of another token",
    header: async ({ signed }) => {
      const [head, payload] = (await signed(genuineClaims())).split(".");
      const [, , signature] = (await signed({ ...genuineClaims(), email: otherAccount })).split(".");
      return joined([head, payload, signature]);
    },
  },
  rewritten("a genuine token without its scheme", (token) => token),
  rewritten("a genuine token under another scheme", (token) => `Token ${token}`),
  rewritten("a genuine token behind two spaces", (token) => `Bearer  ${token}`),
  rewritten("a genuine token before a space", (token) => `Bearer ${token} `),
  rewritten("a genuine token twice", (token) => `Bearer ${token},Bearer ${token}`),
  rewritten("a genuine token behind a bad one", (token) => `Bearer AA.AA.AA, Bearer ${token}`),
  rewritten("a genuine token with a fourth part", (token) => `Bearer ${token}.AA`),
  rewritten("a genuine token cut by a letter", (token) => `Bearer ${token.slice(0, -2)}`),
  rewritten("a genuine token padded as base64", (token) => `Bearer ${token}==`),
  rewritten("a genuine token in capitals", (token) => `Bearer ${token.toUpperCase()}`),
  rewritten("a genuine token encoded once more", (token) => `Bearer ${Buffer.from(token).toString("base64url")}`),
  rewritten("a genuine token around a NUL", (token) => `Bearer ${token.slice(0, 40)}\0${token.slice(40)}`),
];
