import { useState } from "preact/hooks";
import { publishedText } from "#core/channels/published-text.ts";
import { contentFor } from "#core/content/model.ts";
import type { Asset, Channel } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { me } from "../../session-state.ts";
import { tell } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { FieldProblem } from "../../ui/field.tsx";
import { Page } from "../../ui/page.tsx";
import { FailureNote } from "../../ui/states.tsx";
import { timeOf } from "../../wording.ts";
import { ChannelPicker } from "./channel-picker.tsx";
import { problemsOf } from "./checks.ts";
import { describing } from "./describing.ts";
import { Details } from "./details.tsx";
import { type Draft, edit, emptyDraft, isBlank, isEdited, type Side, toggleChannel, withBase } from "./draft.ts";
import { Extras } from "./extras.tsx";
import { useFinishing } from "./finishing.ts";
import { FormatChoice } from "./format-choice.tsx";
import { acceptedBy, shownFormat } from "./formats.ts";
import { forget, keep } from "./keeping.ts";
import { LinkHandling } from "./link-handling.tsx";
import { MediaEditor } from "./media-editor.tsx";
import { useNextSlots } from "./next-slots.ts";
import { type Outgoing, useOutgoing } from "./outgoing.ts";
import { Preview } from "./preview.tsx";
import { SideTabs } from "./side-tabs.tsx";
import { TextEditor } from "./text-editor.tsx";
import { ThreadEditor } from "./thread-editor.tsx";
import { useUploads } from "./uploads.tsx";
import { WhenBar } from "./when-bar.tsx";
import { useWriting, withAsset } from "./writing.ts";

interface ComposerProps {
  readonly initial: Draft;
  readonly keptAt: number | undefined;
  readonly channels: readonly Channel[];
  readonly isScheduled: boolean;
}

/** The editor, the preview and the foot with the acts. */
export function Composer({ initial, keptAt, channels, isScheduled }: ComposerProps) {
  const writing = useWriting(initial, keptAt);
  const { draft, change } = writing;
  const [wanted, setSide] = useState<Side>("base");
  const finishing = useFinishing(writing);
  const slots = useNextSlots(draft.channelIds);
  const texts = t().compose;
  const timeZone = me.value?.workspace.timeZone ?? "UTC";

  const chosen = channels.filter(({ id }) => draft.channelIds.includes(id));
  const side: Side = chosen.some(({ id }) => id === wanted) ? wanted : "base";
  const onSide = chosen.find(({ id }) => id === side);
  const content = side === "base" ? draft.base : contentFor(draft, side);
  const inSight = (onSide ? [onSide] : chosen).map((channel) => ({ channel, format: shownFormat(draft, channel) }));
  // A text or link that came from elsewhere stays in sight, so that it can be cleared.
  const isSilent = onSide && inSight[0]?.format.text.max === 0 && !content.text && !content.link;
  const assetsOf = (ids: readonly string[]) => ids.flatMap((id) => draft.assets[id] ?? []);
  const show = (asset: Asset) =>
    change((old) => withAsset(old, side, asset, (side === "base" ? old.base : contentFor(old, side)).mediaIds));
  const uploads = useUploads(show);
  const outgoing = useOutgoing(draft);
  const onShow = onSide ? [onSide] : chosen;
  const problems = new Map(chosen.map((channel) => [channel.id, problemsOf(draft, channel, outgoing)]));
  const shownProblems = onShow
    .flatMap(({ id }) => problems.get(id) ?? [])
    // Said where the parts are, with the ways out.
    .filter(({ code }) => code !== "thread-not-supported");

  const removeMedia = (asset: Asset) => {
    const before = content.mediaIds;
    change((old) => edit(old, side, { mediaIds: before.filter((id) => id !== asset.id) }));
    tell(texts.removedMedia, () => change((old) => edit(old, side, { mediaIds: [...before] })));
  };
  const discard = () => {
    const before = draft;
    change(() => ({ ...emptyDraft, channelIds: before.channelIds }));
    forget(before.postId);
    tell(texts.discarded, () => {
      keep(before.postId, before);
      change(() => before);
    });
  };

  return (
    <>
      <Page
        title={draft.postId ? texts.editTitle : texts.title}
        lead={<KeptNote at={writing.keptAt} timeZone={timeZone} />}
        actions={
          !draft.postId && !isBlank(draft) ? (
            <Button kind="quiet" onClick={discard}>
              {texts.discard}
            </Button>
          ) : undefined
        }
      >
        <div class="compose">
          <div class="compose-editor">
            <ChannelPicker
              channels={channels}
              chosen={draft.channelIds}
              problem={chosen.length === 0 ? texts.chooseChannel : undefined}
              onToggle={(id) => change((old) => toggleChannel(old, id))}
            />
            <div class="sheet">
              {chosen.length > 0 && (
                <SideTabs
                  channels={chosen}
                  side={side}
                  isEdited={(id) => isEdited(draft, id)}
                  hasProblem={(id) => (problems.get(id) ?? []).length > 0}
                  onChange={setSide}
                />
              )}
              <div id="side-panel" role="tabpanel" aria-labelledby={`side-${side}`} class="sheet-body">
                {onSide && <FormatChoice draft={draft} channel={onSide} change={change} />}
                {isSilent ? (
                  <p class="field-hint">{texts.noTextHere(onSide?.manifest.name ?? "")}</p>
                ) : (
                  <TextEditor
                    text={content.text}
                    begins={initial.postId === undefined}
                    label={onSide ? texts.variantOf(onSide.name) : texts.textLabel}
                    channels={inSight.map(({ channel, format }) => ({
                      channel,
                      text: textOn(channel, outgoing),
                      rules: format.text,
                    }))}
                    onChange={(text) => change((old) => edit(old, side, { text }))}
                  />
                )}
                {shownProblems.map((problem) => (
                  <FieldProblem key={problem.message} text={`${problem.message} ${problem.cure ?? ""}`} />
                ))}
                <MediaEditor
                  assets={assetsOf(content.mediaIds)}
                  accept={acceptedBy(chosen.map((channel) => shownFormat(draft, channel)))}
                  altHint={inSight.some(({ format }) => format.media.altText) ? texts.altHint : texts.altNotKept}
                  uploads={uploads}
                  onFiles={uploads.send}
                  onPick={(assets) => assets.forEach(show)}
                  onRemove={removeMedia}
                  {...describing(change)}
                />
                <Extras draft={draft} side={side} inSight={inSight} isSilent={Boolean(isSilent)} change={change} />
                <ThreadEditor
                  key={side}
                  draft={draft}
                  side={side}
                  inSight={inSight}
                  outgoing={outgoing}
                  change={change}
                />
                <LinkHandling draft={draft} change={change} channels={onShow} outgoing={outgoing} />
                {onSide && isEdited(draft, onSide.id) && (
                  <div>
                    <Button onClick={() => change((old) => withBase(old, onSide.id))}>{texts.backToBase}</Button>
                  </div>
                )}
              </div>
            </div>
            <Details draft={draft} change={change} />
            {finishing.failure && <FailureNote failure={finishing.failure} />}
          </div>
          <aside class="compose-preview" aria-label={texts.preview}>
            {onShow.map((channel) => {
              const shown = outgoing.contentOn(channel);
              return (
                <Preview
                  key={channel.id}
                  channel={channel}
                  text={shown.text}
                  link={shown.link}
                  media={assetsOf(shown.mediaIds)}
                  format={shown.format}
                  firstComment={shown.firstComment}
                  thread={shown.thread?.map((part) => ({ text: part.text, media: assetsOf(part.mediaIds) }))}
                />
              );
            })}
          </aside>
        </div>
      </Page>
      <WhenBar
        timing={draft.timing}
        timeZone={timeZone}
        firstChannelId={chosen[0]?.id}
        slots={slots}
        blank={isBlank(draft) || chosen.length === 0}
        isScheduled={isScheduled}
        finishing={finishing}
        onTiming={(timing) => change((old) => ({ ...old, timing }))}
      />
    </>
  );
}

/** Since when what is typed is safe: the line is always there, so that nothing moves when it changes. */
function KeptNote({ at, timeZone }: { readonly at: number | undefined; readonly timeZone: string }) {
  const texts = t().compose;
  return (
    <span class="small" role="status">
      {at === undefined ? texts.keeps : texts.keptAt(timeOf(at, timeZone))}
    </span>
  );
}

/** The text that a channel counts: with the link where the link goes into the text, and links as they go out. */
function textOn(channel: Channel, { contentOn }: Outgoing): string {
  const { text, link, mediaIds } = contentOn(channel);
  return publishedText(channel.manifest, { text, link, media: mediaIds });
}
