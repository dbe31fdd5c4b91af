import type { ChannelCall } from "../../connector.ts";
import { callGraph } from "./graph.ts";
import { permalinkSchema } from "./wire.ts";

const timeoutMs = 8_000;

/** Where a person finds something that was published, as long as Instagram did not say. */
export const anywhere = "https://www.instagram.com/";

/** Where a publication is; `anywhere` when Instagram cannot be asked, because the publication counts. */
export async function permalinkOf(call: ChannelCall, id: string): Promise<string> {
  const request = { method: "GET", path: id, query: { fields: "id,permalink" }, timeoutMs } as const;
  const looked = await callGraph(call, request, permalinkSchema);
  return (looked.ok && looked.value.permalink) || anywhere;
}
