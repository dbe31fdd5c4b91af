import { Check, ExternalLink, Minus, Unplug } from "lucide-preact";
import { Link } from "wouter-preact";
import { type Capability, publishes } from "#core/channels/manifest.ts";
import { formatNumber } from "#core/i18n/format.ts";
import { formatWord } from "#core/i18n/formats.ts";
import type { ConnectedChannel } from "../../api/contract.ts";
import { language, t } from "../../language.ts";
import { Button } from "../../ui/button.tsx";
import { PlatformMark } from "../../ui/platform-mark.tsx";
import { AdAccount } from "./ad-account.tsx";
import { goToConsent } from "./connect-buttons.tsx";
import { SlotsEditor } from "./slots-editor.tsx";

interface CardProps {
  readonly channel: ConnectedChannel;
  readonly mayManage: boolean;
  readonly onDisconnect: () => void;
}

/** One channel: whether it works, its posting schedule, what it can and cannot do. */
export function ChannelCard({ channel, mayManage, onDisconnect }: CardProps) {
  const { manifest, name, state, url, platform } = channel;
  const texts = t().channels;
  return (
    <section class="card channel" aria-label={name}>
      <header class="channel-head">
        <PlatformMark manifest={manifest} size={32} />
        <div class="channel-name">
          <h2 class="clip">{name}</h2>
          <p class="aside small row">
            {manifest.name}
            {url && (
              <a href={url} target="_blank" rel="noreferrer" class="row">
                {texts.openPage}
                <ExternalLink size={12} aria-hidden="true" />
                <span class="hidden-visually">{t().common.opensElsewhere}</span>
              </a>
            )}
          </p>
        </div>
        <span class={`pill ${state === "connected" ? "pill-leaf" : "pill-poppy"}`}>
          {state === "connected" ? <Check size={12} aria-hidden="true" /> : <Unplug size={12} aria-hidden="true" />}
          {state === "connected" ? texts.connected : texts.reconnect}
        </span>
      </header>
      {state === "reconnect" && (
        <div class="note note-poppy channel-reconnect">
          <p>{manifest.capabilities.visits ? texts.reconnectSiteWhy : texts.reconnectWhy}</p>
          {mayManage && (
            <Button kind="primary" onClick={() => void goToConsent(platform)}>
              {texts.connectAgain}
            </Button>
          )}
        </div>
      )}
      {publishes(manifest) && <SlotsEditor channel={{ ...channel, manifest }} mayManage={mayManage} />}
      {manifest.capabilities.visits && (
        <p class="small">
          {texts.siteLead} <Link href="/insights#visits">{t().shell.pages.insights}</Link>
        </p>
      )}
      <AdAccount channel={channel} mayManage={mayManage} />
      <details>
        <summary>{texts.details}</summary>
        <Capabilities channel={channel} />
        {publishes(manifest) && <Limits manifest={manifest} />}
      </details>
      {mayManage && (
        <div class="channel-foot">
          <Button kind="danger" onClick={onDisconnect}>
            {texts.disconnect}
          </Button>
        </div>
      )}
    </section>
  );
}

/** The limits of each format; a single one needs no name. */
function Limits({ manifest: { formats } }: Pick<ConnectedChannel, "manifest">) {
  const texts = t().channels;
  return (
    <ul class="aside small channel-limits">
      {formats.map(({ name, text, media }) => (
        <li key={name}>
          {formats.length > 1 && <strong>{formatWord(language.value, name)}: </strong>}
          {[
            text.max > 0 ? texts.limitText(formatNumber(language.value, text.max)) : texts.noText,
            ...(media.maxImages > 0 ? [texts.limitImages(media.maxImages)] : []),
            ...(media.maxVideos > 0 ? [texts.limitVideos(media.maxVideos)] : []),
            ...(media.mixed ? [texts.limitFiles(media.maxFiles)] : []),
          ].join(" · ")}
        </li>
      ))}
    </ul>
  );
}

function Capabilities({ channel: { manifest } }: { readonly channel: ConnectedChannel }) {
  const texts = t().channels;
  const all = Object.keys(manifest.capabilities) as Capability[];
  const sorted = [
    ...all.filter((one) => manifest.capabilities[one]),
    ...all.filter((one) => !manifest.capabilities[one]),
  ];
  return (
    <ul class="capabilities">
      {sorted.map((capability) =>
        manifest.capabilities[capability] ? (
          <li key={capability}>
            <Check size={16} class="tone-leaf" role="img" aria-label={texts.can} />
            {texts.capability[capability]}
          </li>
        ) : (
          <li key={capability} class="aside">
            <Minus size={16} role="img" aria-label={texts.cannot} />
            <span>
              {texts.capability[capability]}: {manifest.capabilities.visits ? texts.cannotOnSite : texts.cannotWhy}
            </span>
          </li>
        ),
      )}
    </ul>
  );
}
