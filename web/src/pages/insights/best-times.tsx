import { formatNumber } from "#core/i18n/format.ts";
import type { Channel } from "../../api/contract.ts";
import { readBestTimes } from "../../api/experiments.ts";
import { language, t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { Section } from "../../ui/page.tsx";
import { PlatformMark } from "../../ui/platform-mark.tsx";
import { Shown } from "../../ui/states.tsx";

/** When each channel's posts did better than usual, with what that rests on. */
export function BestTimes({ channels }: { readonly channels: readonly Channel[] }) {
  const texts = t().experiments;
  if (channels.length === 0) return null;
  return (
    <Section title={texts.bestTimes}>
      <ul class="list best-times">
        {channels.map((channel) => (
          <ChannelTimes key={channel.id} channel={channel} />
        ))}
      </ul>
      <p class="small aside">{texts.bestMethod}</p>
    </Section>
  );
}

function ChannelTimes({ channel }: { readonly channel: Channel }) {
  const times = useResource(`best-times:${channel.id}`, () => readBestTimes(channel.id));
  const texts = t().experiments;
  const ratio = (value: number) => formatNumber(language.value, value, 1);
  return (
    <li class="best-times-of">
      <PlatformMark manifest={channel.manifest} />
      <span class="best-times-name">{channel.name}</span>
      <Shown of={times} skeleton={<span class="skeleton" style={{ width: "60%", height: "16px" }} />}>
        {({ posts, neededPosts, times: found }) =>
          found.length === 0 ? (
            <p class="aside">
              {posts < neededPosts
                ? texts.tooFewPosts(texts.restsOn(posts), formatNumber(language.value, neededPosts))
                : texts.nothingStandsOut(texts.restsOn(posts))}
            </p>
          ) : (
            <ul class="best-times-list">
              {found.map((time) => (
                <li key={`${time.days} ${time.fromHour}`}>
                  <strong>
                    {texts.dayKind[time.days]} {texts.hours(hourOf(time.fromHour), hourOf(time.toHour))}
                  </strong>{" "}
                  {texts.lift(texts.times(Math.round(time.lift * 10) / 10, ratio(time.lift)))} (
                  {texts.range(ratio(time.low), ratio(time.high))}), {texts.restsOn(time.posts)}
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </li>
  );
}

/** A whole hour as it stands on the clock: 18:00. */
export const hourOf = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;
