import { BlockList, isIP } from "node:net";
import { err, ok, type Result } from "./result.ts";

/** Why an address is not one that our functions may ask. */
export type RefusedAddress = "malformed" | "not-https" | "credentials" | "port" | "not-public";

/** The longest address that is taken. */
export const longestAddress = 2048;

/**
 * IPv4 that is not the public internet: IANA's special-purpose registry (RFC 6890), multicast and reserved. The cloud's
 * metadata services live in 169.254.0.0/16.
 */
const reservedV4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const;

/**
 * Within IPv6 only 2000::/3 is handed out for the public internet, so everything else is refused by not being in it:
 * loopback, link-local, unique local, multicast, IPv4-mapped and NAT64. These parts of it carry an IPv4 address inside
 * or are not routed.
 */
const reservedV6 = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const;

const refused = new BlockList();
for (const [net, prefix] of reservedV4) refused.addSubnet(net, prefix, "ipv4");
for (const [net, prefix] of reservedV6) refused.addSubnet(net, prefix, "ipv6");

const globalV6 = new BlockList();
globalV6.addSubnet("2000::", 3, "ipv6");

/** Whether an IP address, as text, belongs to the public internet. False for what is no IP address. */
export function isPublicIp(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !refused.check(address, "ipv4");
  return family === 6 && globalV6.check(address, "ipv6") && !refused.check(address, "ipv6");
}

/** The host of an address as a resolver or a socket takes it: without the brackets of IPv6. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, "");

/**
 * An address that may be asked as far as its text tells: https on its own port, no credentials, and no private IP
 * address in any of its spellings (the URL parser turns decimal, octal and hex forms into one). What a name resolves to
 * is checked when it is asked.
 */
export function checkedAddress(text: string): Result<URL, RefusedAddress> {
  if (text.length > longestAddress || !URL.canParse(text)) return err("malformed");
  const url = new URL(text);
  if (url.protocol !== "https:") return err("not-https");
  if (url.username || url.password) return err("credentials");
  if (url.port) return err("port");
  const host = hostOf(url);
  if (isIP(host) && !isPublicIp(host)) return err("not-public");
  return ok(url);
}
