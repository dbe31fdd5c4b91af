import { Plus } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import {
  type ComparedPage,
  type PlatformComparison,
  readCompetitors,
  removeCompetitor,
} from "../../../api/competitors.ts";
import type { Channel } from "../../../api/contract.ts";
import { now } from "../../../clock.ts";
import { t } from "../../../language.ts";
import { invalidate, useResource } from "../../../resource.ts";
import { mayI } from "../../../session-state.ts";
import { afterGrace, tellFailure } from "../../../toasts.ts";
import { Button } from "../../../ui/button.tsx";
import { Section } from "../../../ui/page.tsx";
import { Empty, Shown } from "../../../ui/states.tsx";
import { AddCompetitor } from "./add-competitor.tsx";
import { isAwaited } from "./awaited.ts";
import { PlatformTable } from "./platform-table.tsx";
import "./competitors.css";

/** While the first figures of a page are awaited. */
const EVERY_MS = 4_000;

interface CompetitorsProps {
  readonly from: string;
  readonly to: string;
  /** Every channel of the workspace. */
  readonly channels: readonly Channel[];
  /** The one that the page is about; all where it is none. */
  readonly channelId: string | undefined;
}

/** Our channels beside competitors, by what anybody can see. */
export function Competitors({ from, to, channels, channelId }: CompetitorsProps) {
  const compared = useResource(`competitors:${from}:${to}`, () => readCompetitors(from, to));
  const [isAdding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<readonly string[]>([]);
  const texts = t().competitors;
  const mayManage = mayI("manage-channels");
  const isWaiting = compared.data?.platforms.some(({ pages }) => pages.some((page) => isAwaited(page, now.value)));
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(compared.reload, EVERY_MS);
    return () => clearInterval(timer);
  }, [isWaiting]);
  const add = mayManage && (
    <Button icon={Plus} onClick={() => setAdding(true)}>
      {texts.add}
    </Button>
  );

  const remove = ({ id, name }: ComparedPage) => {
    setLeaving((ids) => [...ids, id]);
    const back = () => setLeaving((ids) => ids.filter((one) => one !== id));
    const commit = async (isLeaving: boolean) => {
      const answer = await removeCompetitor(id, isLeaving);
      if (answer.ok) return invalidate("competitors");
      back();
      tellFailure(answer.error);
    };
    afterGrace(texts.removed(name), (isLeaving) => void commit(isLeaving), back);
  };

  return (
    <Section title={texts.title} action={<span class="push">{add}</span>}>
      <Shown of={compared}>
        {(data) => {
          const shown = data.platforms.flatMap((one) => without(about(one, channels, channelId), leaving));
          if (shown.length === 0) return <Empty text={texts.empty} />;
          return (
            <div class="stack competitors">
              {shown.map((one) => (
                <PlatformTable
                  key={one.platform}
                  comparison={one}
                  period={{ from, to }}
                  manifest={channels.find(({ platform }) => platform === one.platform)?.manifest}
                  onRemove={mayManage ? remove : undefined}
                />
              ))}
              <p class="small aside">{texts.method}</p>
            </div>
          );
        }}
      </Shown>
      {isAdding && <AddCompetitor channels={channels} onClose={() => setAdding(false)} />}
    </Section>
  );
}

/** What concerns the channel that the page is about: its platform, and no other page of ours. */
function about(
  comparison: PlatformComparison,
  channels: readonly Channel[],
  channelId: string | undefined,
): readonly PlatformComparison[] {
  if (channelId === undefined) return [comparison];
  if (channels.find(({ id }) => id === channelId)?.platform !== comparison.platform) return [];
  return [{ ...comparison, pages: comparison.pages.filter(({ isOwn, id }) => !isOwn || id === channelId) }];
}

/** A comparison without pages that are being removed; nothing where no competitor is left. */
const without = (comparisons: readonly PlatformComparison[], ids: readonly string[]): readonly PlatformComparison[] =>
  comparisons
    .map((one) => ({ ...one, pages: one.pages.filter(({ id }) => !ids.includes(id)) }))
    .filter(({ pages }) => pages.some(({ isOwn }) => !isOwn));
