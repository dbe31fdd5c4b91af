import type { PostState } from "../api/contract.ts";

/** The pill in which a post's state is written. */
export const postStateTone: Readonly<Record<PostState, string>> = {
  draft: "",
  "in-review": "pill-wheat",
  "changes-requested": "pill-wheat",
  approved: "pill-leaf",
  scheduled: "pill-cornflower",
  canceled: "",
};
