import { type Attack, genuineBody } from "../genuine.ts";
import { signed, verifyToken } from "../hook-world.ts";

const headers = signed(genuineBody);
const to = (platform: string): Attack => ({
  name: `/hooks/${platform.slice(0, 30)}`,
  request: { platform, headers, body: genuineBody },
});

/** Genuine deliveries sent to addresses of platforms that do not exist, or have no app. */
export const addressAttacks: readonly Attack[] = [
  ...["", "facebook ", "Facebook", "../facebook", "%66acebook", "nobody", "__proto__", "constructor", "toString"],
  `${"a".repeat(10_000)}`,
].map(to);

/** Attacks as they would be made at another platform's address. */
export const elsewhere = (platform: string, attacks: readonly Attack[]): Attack[] =>
  attacks.map(({ name, request }) => ({ name: `${name} at /hooks/${platform}`, request: { ...request, platform } }));

const handshake = (query: string): Attack["request"] => ({ method: "GET", query });
const asked = (mode: string, challenge: string, word: string) =>
  new URLSearchParams({ "hub.mode": mode, "hub.challenge": challenge, "hub.verify_token": word }).toString();

/** Handshakes that are none; a page that echoed a challenge would show whatever an attacker writes into a link. */
export const handshakeAttacks: readonly Attack[] = [
  { name: "no parameters", request: handshake("") },
  { name: "a wrong word", request: handshake(asked("subscribe", "1158201444", "wrong")) },
  { name: "an empty word", request: handshake(asked("subscribe", "1158201444", "")) },
  { name: "the word in upper case", request: handshake(asked("subscribe", "1158201444", verifyToken.toUpperCase())) },
  { name: "the word and more", request: handshake(asked("subscribe", "1158201444", `${verifyToken}\0`)) },
  { name: "the beginning of the word", request: handshake(asked("subscribe", "1158201444", verifyToken.slice(0, -1))) },
  { name: "no word", request: handshake("hub.mode=subscribe&hub.challenge=1158201444") },
  { name: "another mode", request: handshake(asked("unsubscribe", "1158201444", verifyToken)) },
  { name: "no mode", request: handshake(`hub.challenge=1&hub.verify_token=${verifyToken}`) },
  { name: "no challenge", request: handshake(asked("subscribe", "", verifyToken)) },
  { name: "HTML in the challenge", request: handshake(asked("subscribe", "<script>alert(1)</script>", verifyToken)) },
  {
    name: "a line break in the challenge",
    request: handshake(asked("subscribe", "1\r\nset-cookie: a=1", verifyToken)),
  },
  { name: "a challenge without end", request: handshake(asked("subscribe", "1".repeat(4000), verifyToken)) },
  ...["hub.mode=subscribe", "hub.challenge=2", `hub.verify_token=${verifyToken}`, "hub.verify_token=wrong"].map(
    (again) => ({
      name: `a repeated parameter: ${again.split("=")[0]} (${again.length})`,
      request: handshake(`${asked("subscribe", "1158201444", verifyToken)}&${again}`),
    }),
  ),
  {
    name: "parameters as PHP names them",
    request: handshake(`hub_mode=subscribe&hub_challenge=1&hub_verify_token=${verifyToken}`),
  },
  {
    name: "parameters as lists",
    request: handshake(`hub.mode[]=subscribe&hub.challenge[]=1&hub.verify_token[]=${verifyToken}`),
  },
  { name: "parameters in a body", request: { method: "GET", body: asked("subscribe", "1", verifyToken) } },
  { name: "a malformed escape", request: handshake("hub.mode=%E0%A4%A&hub.challenge=1&hub.verify_token=%") },
];
