import { err, ok } from "#core/kernel/result.ts";
import { language, t } from "../language.ts";
import type { Answer, Problem } from "./client.ts";

/** Where an upload goes, by which headers. */
export interface UploadTarget {
  readonly url: string;
  readonly method: "PUT";
  readonly headers: Readonly<Record<string, string>>;
}

/** Sends a file straight to the object store; `onProgress` hears the share sent, 0..1. False when it broke off. */
export function send(file: Blob, upload: UploadTarget, onProgress: (share: number) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const call = new XMLHttpRequest();
    call.open(upload.method, upload.url);
    for (const [name, value] of Object.entries(upload.headers)) call.setRequestHeader(name, value);
    call.upload.onprogress = (event) => onProgress(event.loaded / Math.max(1, event.total));
    call.onload = () => resolve(call.status >= 200 && call.status < 300);
    call.onerror = () => resolve(false);
    call.send(file);
  });
}

/** Fetches a file that the API gives in parts, each naming the next, and hands it to the person under a name. */
export async function download(address: string, name: string): Promise<Answer<void>> {
  const parts: Blob[] = [];
  let next: string | undefined = address;
  while (next !== undefined) {
    const part = await fetchPart(next);
    if (!part.ok) return part;
    parts.push(part.value.blob);
    next = part.value.next;
  }
  const url = URL.createObjectURL(new Blob(parts, { type: parts[0]?.type ?? "" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return ok(undefined);
}

async function fetchPart(address: string): Promise<Answer<{ blob: Blob; next: string | undefined }>> {
  try {
    const response = await fetch(address, { headers: { "accept-language": language.value } });
    if (!response.ok) {
      const { error } = (await response.json()) as { error: Problem };
      return err({ status: response.status, ...error });
    }
    const next = /<([^>]+)>; rel="next"/.exec(response.headers.get("link") ?? "")?.[1];
    return ok({ blob: await response.blob(), next });
  } catch {
    return err({ status: 0, code: "unreachable", ...t().common.unreachable });
  }
}
