import { Check, ExternalLink, Minus, Unplug } from "lucide-preact";
import type { Capability } from "#core/channels/manifest.ts";
import { formatNumber } from "#core/i18n/format.ts";
import type { Channel } from "../../api/contract.ts";
import { language, t } from "../../language.ts";
import { Button } from "../../ui/button.tsx";
import { PlatformMark } from "../../ui/platform-mark.tsx";
import { goToConsent } from "./connect-buttons.tsx";
import { SlotsEditor } from "./slots-editor.tsx";

interface CardProps {
  readonly channel: Channel;
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
          <p>{texts.reconnectWhy}</p>
          {mayManage && (
            <Button kind="primary" onClick={() => void goToConsent(platform)}>
              {texts.connectAgain}
            </Button>
          )}
        </div>
      )}
      <SlotsEditor channel={channel} mayManage={mayManage} />
      <details>
        <summary>{texts.details}</summary>
        <Capabilities channel={channel} />
        <p class="aside small channel-limits">
          {texts.limitText(formatNumber(language.value, manifest.text.max))} ·{" "}
          {texts.limitImages(manifest.media.maxImages)}
        </p>
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

function Capabilities({ channel: { manifest } }: { readonly channel: Channel }) {
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
              {texts.capability[capability]}: {texts.cannotWhy}
            </span>
          </li>
        ),
      )}
    </ul>
  );
}
