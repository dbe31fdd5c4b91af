import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { imageSize } from "image-size";

const fetchWithinMs = 20_000;

/** An image's size in pixels, from its bytes. */
export function sizeOf(bytes: Uint8Array, unreadable: (why: string) => Error): { width: number; height: number } {
  try {
    return imageSize(bytes);
  } catch {
    throw unreadable("it is damaged");
  }
}

/** A file from its address, as platforms fetch it; every failure is the platform's own refusal. */
export async function download(url: string, maxBytes: number, refuse: (why: string) => Error): Promise<Uint8Array> {
  if (!/^https?:/.test(url) || !URL.canParse(url)) throw refuse("no address");
  let response: Response;
  let bytes: Uint8Array;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(fetchWithinMs) });
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch {
    throw refuse("the address did not answer");
  }
  if (!response.ok) throw refuse(`the address answered ${response.status}`);
  if (bytes.length > maxBytes) throw refuse("it is too large");
  return bytes;
}

/** Keeps a file under its id; gives its name in the folder. */
export function keep(dir: string, id: string, type: string, bytes: Uint8Array): string {
  mkdirSync(dir, { recursive: true });
  const file = `${id}.${type.split("/")[1] ?? "bin"}`;
  writeFileSync(join(dir, file), bytes);
  return file;
}
