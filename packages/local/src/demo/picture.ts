import { readFileSync } from "node:fs";
import type { ApiClient } from "./client.ts";
import { must } from "./figures.ts";

/** The demo's pictures, with what is on them. */
const pictures = {
  "pumpkin-latte.png": "Чашка гарбузового лате з сердечком із молока, поруч маленький гарбуз і осіннє листя",
  "latte.jpg": "Лате з сердечком із молока, згори, серед осіннього листя",
  "latte-and-pie.jpg": "Лате й шматок гарбузового пирога на тарілці",
} as const;

/** Uploads one of the demo's pictures straight to the bucket, as the browser does; gives the file's id. */
export async function uploadPicture(
  client: ApiClient,
  fileName: keyof typeof pictures = "pumpkin-latte.png",
): Promise<string> {
  const bytes = readFileSync(new URL(fileName, import.meta.url));
  const contentType = fileName.endsWith(".png") ? "image/png" : "image/jpeg";
  return uploadFile(client, { fileName, contentType, bytes, altText: pictures[fileName] });
}

/** Uploads a file straight to the bucket; gives its id. */
export async function uploadFile(
  client: ApiClient,
  file: { fileName: string; contentType: string; bytes: Uint8Array<ArrayBuffer>; altText: string },
): Promise<string> {
  const { fileName, contentType, bytes, altText } = file;
  const { asset, upload } = await client.ask<{
    asset: { id: string };
    upload: { url: string; method: string; headers: Record<string, string> };
  }>("POST", "/api/media", { fileName, contentType, bytes: bytes.length });
  const put = await fetch(upload.url, { method: upload.method, headers: upload.headers, body: bytes });
  must(put.ok, `the bucket took the file: ${put.status}`);
  await client.ask("POST", `/api/media/${asset.id}/complete`, { altText });
  return asset.id;
}
