import { Link } from "wouter-preact";
import { useChannels } from "../../../api/channels.ts";
import type { ReturnView } from "../../../api/returns.ts";
import { t } from "../../../language.ts";
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
      <table class="return-table">
        <Head what={texts.channel} />
        <tbody>
          {report.channels.map(({ channelId, won }) => (
            <tr key={channelId ?? ""}>
              <th scope="row">{nameOf(channelId)}</th>
              <Won won={won} />
            </tr>
          ))}
        </tbody>
      </table>
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
      <table class="return-table">
        <Head what={texts.post} />
        <tbody>
          {publications.map(({ publicationId, postId, channelId, won }) => {
            const title = (postId && titles[postId]) || texts.untitled;
            return (
              <tr key={publicationId}>
                <th scope="row">
                  {postId ? <Link href={`/posts/${postId}`}>{title}</Link> : title}
                  <span class="aside small return-where">{channels.find(({ id }) => id === channelId)?.name}</span>
                </th>
                <Won won={won} />
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}

function Head({ what }: { readonly what: string }) {
  const texts = t().returns;
  return (
    <thead>
      <tr>
        <th scope="col">{what}</th>
        <th scope="col" class="number">
          {texts.wonFirst}
        </th>
        <th scope="col" class="number">
          {texts.wonLast}
        </th>
      </tr>
    </thead>
  );
}

function Won({ won }: { readonly won: ReturnView["won"] }) {
  const texts = t().returns;
  return (
    <>
      <td class="number" data-label={texts.wonFirst}>
        {wonText(won.first)}
      </td>
      <td class="number" data-label={texts.wonLast}>
        {wonText(won.last)}
      </td>
    </>
  );
}
