import { expect, it } from "vitest";
import { defaultLinkSettings } from "#core/links/model.ts";
import { emptyDraft } from "./draft.ts";
import { withTagging } from "./tagging.ts";

const settings = { ...defaultLinkSettings, tag: true };

it("says of a post's links only what differs from the workspace's way", () => {
  const off = withTagging(emptyDraft, { tag: false }, settings);
  expect(off.tagging).toEqual({ tag: false });
  expect(withTagging(off, { tag: true }, settings)).toEqual(emptyDraft);
  const own = withTagging(off, { shorten: true, utm: { term: "latte" } }, settings);
  expect(own.tagging).toEqual({ tag: false, shorten: true, utm: { term: "latte" } });
  expect(withTagging(own, { shorten: false, utm: {} }, settings).tagging).toEqual({ tag: false });
});
