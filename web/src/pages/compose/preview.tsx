import { ImageOff } from "lucide-preact";
import { hasCard, publishedText } from "#core/channels/published-text.ts";
import type { Asset, Channel } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { PlatformMark } from "../../ui/platform-mark.tsx";
import "./preview.css";

interface PreviewProps {
  readonly channel: Channel;
  readonly text: string;
  readonly link: string | undefined;
  readonly media: readonly Asset[];
  /** When it appeared, in words; just now if absent. */
  readonly when?: string | undefined;
}

/** The post as the channel will show it. */
export function Preview({ channel, text, link, media, when }: PreviewProps) {
  const texts = t().compose;
  const content = { text, link, media };
  const shown = publishedText(channel.manifest, content);
  const card = link && hasCard(channel.manifest, content) ? domainOf(link) : undefined;
  const blank = shown.trim() === "" && media.length === 0 && !card;
  return (
    <article class="preview" aria-label={texts.previewOf(channel.name)}>
      <header class="preview-head">
        <span class="preview-face" aria-hidden="true">
          {channel.name.charAt(0)}
        </span>
        <div>
          <p class="preview-name">{channel.name}</p>
          <p class="small aside">{when ?? texts.justNow}</p>
        </div>
        <span class="push">
          <PlatformMark manifest={channel.manifest} size={20} />
        </span>
      </header>
      {blank && <p class="preview-blank">{texts.previewEmpty}</p>}
      {shown.trim() !== "" && <PreviewText text={shown} />}
      {media.length > 0 && <PreviewMedia media={media} />}
      {card && (
        <div class="preview-card">
          <p class="small aside">{card}</p>
          <p class="clip">{link}</p>
        </div>
      )}
    </article>
  );
}

const FOLD = 480;

function PreviewText({ text }: { readonly text: string }) {
  const folded = text.length > FOLD;
  const parts = (folded ? text.slice(0, FOLD) : text).split(/(https?:\/\/\S+|[#@][\p{L}\p{N}_.]+)/u);
  return (
    <p class="preview-text">
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          <span key={`${index}${part}`} class="preview-link">
            {part}
          </span>
        ) : (
          part
        ),
      )}
      {folded && <span class="aside"> … {t().compose.seeMore}</span>}
    </p>
  );
}

const SHOWN = 4;

function PreviewMedia({ media }: { readonly media: readonly Asset[] }) {
  const shown = media.slice(0, SHOWN);
  return (
    <div class={`preview-media preview-media-${shown.length}`}>
      {shown.map((asset, index) => (
        <div key={asset.id}>
          {asset.url ? <img src={asset.url} alt={asset.altText ?? ""} /> : <ImageOff size={20} aria-hidden="true" />}
          {index === SHOWN - 1 && media.length > SHOWN && <span>+{media.length - SHOWN}</span>}
        </div>
      ))}
    </div>
  );
}

function domainOf(link: string): string | undefined {
  return URL.canParse(link) ? new URL(link).hostname.replace(/^www\./, "") : undefined;
}
