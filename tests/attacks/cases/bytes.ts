import { gzipSync } from "node:zlib";
import { type Attack, genuineBody } from "../genuine.ts";
import { type HookRequest, signed } from "../hook-world.ts";

const text = genuineBody.toString("utf8");
const headers = signed(genuineBody);
/** Other bytes under the signature of the genuine ones. */
const instead = (body: Buffer | string): HookRequest => ({ headers, body });
const badByte = Buffer.concat([genuineBody.subarray(0, 200), Buffer.of(0xff), genuineBody.subarray(200)]);

/** The same delivery in other bytes: what is signed is bytes, not meaning. */
export const byteAttacks: readonly Attack[] = [
  { name: "truncated by a byte", request: instead(genuineBody.subarray(0, -1)) },
  { name: "truncated to nothing", request: instead("") },
  { name: "a line break behind it", request: instead(`${text}\n`) },
  { name: "re-serialised with spaces", request: instead(JSON.stringify(JSON.parse(text), null, 1)) },
  { name: "re-serialised as it is", request: instead(JSON.stringify(JSON.parse(text))) },
  { name: "a byte order mark before it", request: instead(`\uFEFF${text}`) },
  { name: "in UTF-16", request: instead(Buffer.from(text, "utf16le")) },
  { name: "a byte that is not UTF-8", request: instead(badByte) },
  {
    name: "U+FFFD in place of that byte",
    request: { headers: signed(badByte), body: badByte.toString("utf8"), base64: false },
  },
  { name: "a NUL behind it", request: instead(`${text}\0`) },
  { name: "a NUL inside", request: instead(text.replace("Олена", "Оле\0на")) },
  {
    name: "escaped instead of literal letters",
    request: instead(text.replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`)),
  },
  { name: "literal instead of escaped letters", request: instead(text.replace("\\u0432", "в")) },
  { name: "another normal form", request: instead(text.normalize("NFD")) },
  {
    name: "the base64 flag set on text",
    request: { headers, body: text, bend: (event) => ({ ...event, body: text, isBase64Encoded: true }) },
  },
  {
    name: "the base64 flag taken from base64",
    request: { headers, body: genuineBody, bend: (event) => ({ ...event, isBase64Encoded: false }) },
  },
  { name: "base64 twice", request: instead(genuineBody.toString("base64")) },
  { name: "no body at all", request: { headers, bend: ({ body: _, ...event }) => event } },
  { name: "compressed", request: { headers: { ...headers, "content-encoding": "gzip" }, body: gzipSync(genuineBody) } },
  {
    name: "a bomb of 64 MiB in 64 KiB",
    request: { headers: { ...headers, "content-encoding": "gzip" }, body: gzipSync(Buffer.alloc(64 * 1024 * 1024)) },
  },
  { name: "a length that is wrong", request: { headers: { ...headers, "content-length": "7" }, body: `${text} ` } },
  {
    name: "a type that is wrong, around other bytes",
    request: {
      headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
      body: `payload=${encodeURIComponent(text)}`,
    },
  },
  { name: "more than Lambda takes", request: instead(Buffer.alloc(4 * 1024 * 1024, 0x20)) },
];

/** Signed by the platform's own secret, but nothing that it ever sends: refused too, and nothing is kept. */
export const signedNonsense: readonly Attack[] = [
  { name: "nothing", body: Buffer.alloc(0) },
  { name: "truncated JSON", body: genuineBody.subarray(0, 100) },
  { name: "a byte order mark", body: Buffer.from(`\uFEFF${text}`) },
  { name: "bytes that are not UTF-8", body: badByte },
  { name: "an overlong NUL", body: Buffer.concat([Buffer.from('{"a":"'), Buffer.of(0xc0, 0x80), Buffer.from('"}')]) },
  {
    name: "half of a surrogate pair in UTF-8",
    body: Buffer.concat([Buffer.from('{"a":"'), Buffer.of(0xed, 0xa0, 0x80), Buffer.from('"}')]),
  },
  { name: "a literal NUL in a string", body: Buffer.from('{"a":"\0"}') },
  { name: "a compressed delivery", body: gzipSync(genuineBody) },
  { name: "a form", body: Buffer.from("a=1&b=2") },
  { name: "a number", body: Buffer.from("42") },
  { name: "a string", body: Buffer.from('"page"') },
  { name: "null", body: Buffer.from("null") },
  { name: "two documents", body: Buffer.concat([genuineBody, genuineBody]) },
  { name: "NaN", body: Buffer.from('{"a":NaN}') },
  {
    name: "noise that fits no message",
    body: Buffer.from(JSON.stringify({ noise: Array.from({ length: 190_000 }, (_, i) => Math.sin(i).toString(36)) })),
  },
].map(({ name, body }) => ({ name, request: { headers: signed(body), body } }));
