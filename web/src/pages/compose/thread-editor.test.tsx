import "#tests/support/page-stage.ts";
import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { manifest as facebook } from "#core/channels/platforms/facebook/manifest.ts";
import { contentFor } from "#core/content/model.ts";
import { doubleManifest } from "#tests/support/platform-double.ts";
import type { Asset, Channel } from "../../api/contract.ts";
import { problemsOf } from "./checks.ts";
import { type Draft, emptyDraft } from "./draft.ts";
import { shownFormat } from "./formats.ts";
import type { Outgoing } from "./outgoing.ts";
import { Preview } from "./preview.tsx";
import { ThreadEditor } from "./thread-editor.tsx";

const threaded = { id: "ch_t", name: "Threaded", manifest: doubleManifest } as Channel;
const alone = { id: "ch_f", name: "Lystok", manifest: facebook } as Channel;
const picture = { id: "a1", fileName: "menu.jpg", kind: "image", contentType: "image/jpeg", bytes: 9, state: "ready" };

const thread = [{ text: "Second", mediaIds: ["a1"] }];
const plain: Draft = { ...emptyDraft, base: { text: "First", mediaIds: [] }, channelIds: ["ch_t", "ch_f"] };
const draft: Draft = {
  ...plain,
  base: { ...plain.base, thread },
  assets: { a1: { ...picture, altText: "The menu", url: "/a1" } as Asset },
};

const outgoingOf = (of: Draft): Outgoing => {
  const contentOn = ({ id }: Channel) => contentFor(of, id);
  return { contentOn, targetsOn: contentOn };
};

const shown = (of: Draft, side: string, ...channels: Channel[]) =>
  renderToString(
    <ThreadEditor
      draft={of}
      side={side}
      inSight={channels.map((channel) => ({ channel, format: shownFormat(of, channel) }))}
      outgoing={outgoingOf(of)}
      change={() => {}}
    />,
  );

describe("the editor of a thread", () => {
  it("is offered only where a channel's manifest has threads", () => {
    expect(shown(plain, "ch_f", alone)).toBe("");
    expect(shown(plain, "base", alone)).toBe("");
    expect(shown(plain, "ch_t", threaded)).toContain("Go on as a thread");
    expect(shown(plain, "base", alone, threaded)).toContain("Go on as a thread");
  });

  it("shows each part with its counter, its file and the file's description", () => {
    const html = shown(draft, "ch_t", threaded);
    expect(html).toContain("Part 2 of the thread");
    expect(html).toContain("Second</textarea>");
    expect(html).toContain("Threaded: 6 of 500 characters");
    expect(html).toContain('value="The menu"');
    expect(html).not.toContain("cannot go on as a thread");
  });

  it("keeps parts in sight on the base when no channel can have them, and offers no more", () => {
    const html = shown(draft, "base", alone);
    expect(html).toContain("Second</textarea>");
    expect(html).not.toContain("Add a part");
  });

  it("says on a channel without threads what becomes of the parts, with the ways out and nothing to edit", () => {
    const html = shown(draft, "ch_f", alone);
    expect(html).toContain("Lystok cannot go on as a thread.");
    expect(html).toContain("One part more follows the text.");
    expect(html).toContain("Join to the text here");
    expect(html).not.toContain("textarea");
    expect(shown({ ...draft, variants: { ch_f: { thread: [] } } }, "ch_f", alone)).toBe("");
  });

  it("counts on the base only for channels that show the base's parts", () => {
    const own = { ...draft, variants: { ch_t: { thread: [{ text: "Own", mediaIds: [] }] } } };
    expect(shown(own, "base", threaded)).not.toContain("characters");
  });
});

it("holds a post back on a channel that cannot have its parts, and numbers a part as the page does", () => {
  const codesOn = (of: Draft, channel: Channel) => problemsOf(of, channel, outgoingOf(of)).map(({ code }) => code);
  expect(codesOn(draft, alone)).toEqual(["thread-not-supported"]);
  expect(codesOn(draft, threaded)).toEqual([]);
  const empty = { ...draft, base: { ...draft.base, thread: [{ text: " ", mediaIds: [] }] } };
  expect(problemsOf(empty, threaded, outgoingOf(empty))[0]?.message).toBe("Part 2 of the thread is empty.");
});

it("is previewed below the post where it will be, and nowhere else", () => {
  const parts = [{ text: "Second", media: [] }];
  const preview = (channel: Channel) =>
    renderToString(<Preview channel={channel} text="First" link={undefined} media={[]} thread={parts} />);
  expect(preview(threaded)).toContain("Second");
  expect(preview(alone)).not.toContain("Second");
});
