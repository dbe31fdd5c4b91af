import type { HookRequest } from "./hook-world.ts";

/** A delivery as the platform sends it: a comment, letters beyond ASCII both literal and escaped. */
export const genuineBody = Buffer.from(
  String.raw`{"object":"page","entry":[{"id":"1112223334445","time":1793000003,"changes":[{"field":"feed","value":{"item":"comment","verb":"add","comment_id":"901_903","post_id":"1112223334445_901","parent_id":"1112223334445_901","from":{"id":"5550001","name":"Олена é"},"created_time":1793000002,"message":"Коли ви \u0432ідкриваєтесь? \ud83d\ude42"}}]}]}`,
);

/** A delivery about an Instagram account, as it comes to that platform's own address. */
export const genuineInstagramBody = Buffer.from(
  String.raw`{"object":"instagram","entry":[{"id":"17841400000000001","time":1793000100,"changes":[{"field":"comments","value":{"id":"17870913679156914","text":"\u0427\u0438 \u0454?","from":{"id":"1234536447","username":"ann"}}}]}]}`,
);

/** One attempt to get something accepted that the platform did not send, or not like this. */
export interface Attack {
  readonly name: string;
  readonly request: HookRequest;
}

/** A request of these headers around the genuine body. */
export const withHeaders = (headers: Readonly<Record<string, string>>): HookRequest => ({ headers, body: genuineBody });
