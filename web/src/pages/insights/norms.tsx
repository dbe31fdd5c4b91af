import type { InferResponseType } from "hono/client";
import { formatNumber, formatPercent } from "#core/i18n/format.ts";
import type { api } from "../../api/client.ts";
import type { Channel } from "../../api/contract.ts";
import { readNorms } from "../../api/recommendations.ts";
import { language, t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";
import { PlatformMark } from "../../ui/platform-mark.tsx";
import { Shown } from "../../ui/states.tsx";

type Norms = InferResponseType<(typeof api.channels)[":id"]["norms"]["$get"]>;
type TypeNorm = Norms["types"][number];

/** What is usual for each kind of content, channel by channel, with how many posts that rests on. */
export function Norms({ channels }: { readonly channels: readonly Channel[] }) {
  const texts = t().advice;
  if (channels.length === 0) return null;
  return (
    <Section title={texts.norms}>
      <ul class="list">
        {channels.map((channel) => (
          <ChannelNorms key={channel.id} channel={channel} />
        ))}
      </ul>
      <p class="small aside section-body">{texts.normsMethod}</p>
    </Section>
  );
}

function ChannelNorms({ channel }: { readonly channel: Channel }) {
  const norms = useResource(`norms:${channel.id}`, () => readNorms(channel.id));
  const texts = t().advice;
  return (
    <li class="norms-of">
      <p class="row">
        <PlatformMark manifest={channel.manifest} />
        <span class="best-times-name">{channel.name}</span>
      </p>
      <Shown of={norms} skeleton={<span class="skeleton" style={{ width: "60%", height: "16px" }} />}>
        {({ types, neededPosts }) => {
          if (types.length === 0) return <p class="aside">{texts.noPosts}</p>;
          const told = types.filter(({ interactions }) => interactions !== null);
          if (told.length > 0) return <NormTable types={types} neededPosts={neededPosts} />;
          const most = Math.max(...types.map(({ posts }) => posts));
          return <p class="aside">{texts.normsNone(texts.posts(most), formatNumber(language.value, neededPosts))}</p>;
        }}
      </Shown>
    </li>
  );
}

function NormTable({ types, neededPosts }: { readonly types: readonly TypeNorm[]; readonly neededPosts: number }) {
  const texts = t().advice;
  const count = (value: number) => formatNumber(language.value, value);
  const share = (value: number) => formatPercent(language.value, value);
  const told = (usual: TypeNorm["reach"], format: (value: number) => string) =>
    usual ? texts.between(format(usual.middle), format(usual.low), format(usual.high)) : "—";
  const { type, posts, rate, reach, interactions } = texts.column;
  return (
    <DataTable
      rowName={type}
      columns={[posts, rate, reach, interactions]}
      rows={types.map((norm) => ({
        key: norm.contentType,
        name: t().insights.contentType[norm.contentType],
        ...(norm.interactions === null
          ? { cells: [count(norm.posts)], rest: texts.tooFew(count(neededPosts)) }
          : {
              cells: [
                count(norm.posts),
                told(norm.engagementRate, share),
                told(norm.reach, count),
                told(norm.interactions, count),
              ],
            }),
      }))}
    />
  );
}
