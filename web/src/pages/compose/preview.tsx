import { type Format, type FormatName, formatOf } from "#core/channels/manifest.ts";
import { hasCard, publishedText } from "#core/channels/published-text.ts";
import { formatWord } from "#core/i18n/formats.ts";
import type { Channel, ShownFile } from "../../api/contract.ts";
import { language, t } from "../../language.ts";
import { PlatformMark } from "../../ui/platform-mark.tsx";
import { PreviewFollowUps } from "./preview-follow-ups.tsx";
import { PreviewMedia, PreviewSlides, PreviewStage } from "./preview-media.tsx";
import { PreviewText } from "./preview-text.tsx";
import "./preview.css";

interface PreviewProps {
  readonly channel: Pick<Channel, "name" | "manifest">;
  readonly text: string;
  readonly link: string | undefined;
  readonly media: readonly ShownFile[];
  readonly format?: FormatName | undefined;
  readonly firstComment?: string | undefined;
  /** The parts that go on after the post. */
  readonly thread?: readonly { readonly text: string; readonly media: readonly ShownFile[] }[] | undefined;
  /** When it appeared, in words; just now if absent. */
  readonly when?: string | undefined;
}

interface Shown {
  readonly channel: Pick<Channel, "name" | "manifest">;
  readonly format: Format;
  /** As it will stand on the platform. */
  readonly text: string;
  readonly media: readonly ShownFile[];
  /** The link, where the platform makes a card of it. */
  readonly card: string | undefined;
}

/** How each kind of preview puts text and files together. */
const layouts: Readonly<Record<Format["preview"], (shown: Shown) => preact.ComponentChildren>> = {
  "text-first": ({ text, media, card }) => (
    <>
      {text.trim() !== "" && <PreviewText text={text} />}
      {media.length > 0 && <PreviewMedia media={media} />}
      {card && (
        <div class="preview-card">
          <p class="small aside">{domainOf(card)}</p>
          <p class="clip">{card}</p>
        </div>
      )}
    </>
  ),
  "media-first": ({ channel, format, text, media }) => (
    <>
      {media.length > 0 && <PreviewSlides media={media} ratio={format.media.image.ratio} />}
      {text.trim() !== "" && (
        <div class="preview-caption">
          <PreviewText author={channel.name} text={text} />
        </div>
      )}
    </>
  ),
  "full-screen": ({ channel, text, media }) => (
    <PreviewStage asset={media[0]}>
      {text.trim() !== "" && <PreviewText author={channel.name} text={text} />}
    </PreviewStage>
  ),
};

/** The post as the channel will show it. */
export function Preview({ channel, text, link, media, format: wanted, when, ...rest }: PreviewProps) {
  const texts = t().compose;
  const { manifest } = channel;
  const format = formatOf(manifest, wanted) ?? manifest.formats[0];
  const content = { text, link, media };
  const shown = publishedText(manifest, content);
  const card = link && hasCard(manifest, content) ? link : undefined;
  const blank = shown.trim() === "" && media.length === 0 && !card;
  return (
    <article class={`preview preview-${format.preview}`} aria-label={texts.previewOf(channel.name)}>
      <header class="preview-head">
        <span class="preview-face" aria-hidden="true">
          {channel.name.replace(/^@/, "").charAt(0).toUpperCase()}
        </span>
        <div>
          <p class="preview-name">{channel.name}</p>
          <p class="small aside">
            {manifest.formats.length > 1 && `${formatWord(language.value, format.name)} · `}
            {when ?? texts.justNow}
          </p>
        </div>
        <span class="push">
          <PlatformMark manifest={manifest} size={20} />
        </span>
      </header>
      {blank ? (
        <p class="preview-blank">{texts.previewEmpty}</p>
      ) : (
        layouts[format.preview]({ channel, format, text: shown, media, card })
      )}
      <PreviewFollowUps
        author={channel.name}
        thread={format.thread ? rest.thread : undefined}
        firstComment={format.firstComment ? rest.firstComment : undefined}
      />
    </article>
  );
}

function domainOf(link: string): string {
  return URL.canParse(link) ? new URL(link).hostname.replace(/^www\./, "") : link;
}
