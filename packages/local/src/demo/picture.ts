import { readFileSync } from "node:fs";
import type { ApiClient } from "./client.ts";
import { must } from "./figures.ts";

/** Uploads the demo's picture straight to the bucket, as the browser does; gives the file's id. */
export async function uploadPicture(client: ApiClient): Promise<string> {
  const bytes = readFileSync(new URL("pumpkin-latte.png", import.meta.url));
  const { asset, upload } = await client.ask<{
    asset: { id: string };
    upload: { url: string; method: string; headers: Record<string, string> };
  }>("POST", "/api/media", { fileName: "pumpkin-latte.png", contentType: "image/png", bytes: bytes.length });
  const put = await fetch(upload.url, { method: upload.method, headers: upload.headers, body: bytes });
  must(put.ok, `the bucket took the picture: ${put.status}`);
  await client.ask("POST", `/api/media/${asset.id}/complete`, {
    altText: "Чашка гарбузового лате з сердечком із молока, поруч маленький гарбуз і осіннє листя",
  });
  return asset.id;
}
