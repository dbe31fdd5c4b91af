import { readBestTimes } from "../../api/experiments.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { hourOf } from "../insights/best-times.tsx";

/** The hours at which a channel's posts did best, beside the choice of a time; nothing where none stand out. */
export function BestTimeHint({ channelId }: { readonly channelId: string }) {
  const [best] = useResource(`best-times:${channelId}`, () => readBestTimes(channelId)).data?.times ?? [];
  const texts = t().experiments;
  if (!best) return null;
  const hours = texts.hours(hourOf(best.fromHour), hourOf(best.toHour));
  return (
    <span class="small aside">
      {texts.hint(`${texts.dayKind[best.days].toLocaleLowerCase()} ${hours}, ${texts.restsOn(best.posts)}`)}
    </span>
  );
}
