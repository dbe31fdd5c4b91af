import { Link } from "wouter-preact";
import { useChannels } from "../../../api/channels.ts";
import type { ReturnView } from "../../../api/returns.ts";
import { t } from "../../../language.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { Section } from "../../../ui/page.tsx";
import { wonText } from "./campaign-table.tsx";

/** What was won through each channel. */
export function ChannelTable({ report }: { readonly report: ReturnView }) {
  const channels = useChannels().data?.channels ?? [];
  const texts = t().returns;
  if (report.channels.length === 0) return null;
  const nameOf = (id: string | null) =>
    id === null ? texts.noChannel : (channels.find((channel) => channel.id === id)?.name ?? texts.goneChannel);
  return (
    <Section title={texts.channels}>
      <DataTable
        rowName={texts.channel}
        columns={[texts.wonFirst, texts.wonLast]}
        rows={report.channels.map(({ channelId, won }) => ({
          key: channelId ?? "",
          name: nameOf(channelId),
          cells: [wonText(won.first), wonText(won.last)],
        }))}
      />
    </Section>
  );
}

/** The posts through which most was won. */
export function PublicationTable({ report: { publications, titles } }: { readonly report: ReturnView }) {
  const channels = useChannels().data?.channels ?? [];
  const texts = t().returns;
  if (publications.length === 0) return null;
  return (
    <Section title={texts.publications}>
      <DataTable
        rowName={texts.post}
        columns={[texts.wonFirst, texts.wonLast]}
        rows={publications.map(({ publicationId, postId, channelId, won }) => {
          const title = (postId && titles[postId]) || texts.untitled;
          return {
            key: publicationId,
            name: (
              <>
                {postId ? <Link href={`/posts/${postId}`}>{title}</Link> : title}
                <span class="aside small return-where">{channels.find(({ id }) => id === channelId)?.name}</span>
              </>
            ),
            cells: [wonText(won.first), wonText(won.last)],
          };
        })}
      />
    </Section>
  );
}
