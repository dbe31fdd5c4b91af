/** The bare address of `Name <address>` or `address`. */
export function addressOf(mailbox: string): string {
  return (/<([^<>]*)>\s*$/.exec(mailbox)?.[1] ?? mailbox).trim();
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}

/** What SES takes as an address: ASCII before the @, a domain with a dot behind it. */
export function isDeliverable(address: string): boolean {
  return /^[^\s@<>",;\u0080-\uffff]+@[^\s@<>",;]+\.[^\s@<>",;.]+$/.test(address);
}
