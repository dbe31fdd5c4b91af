import type { InferResponseType } from "hono/client";
import { formatNumber, formatPercent } from "#core/i18n/format.ts";
import type { api } from "../../api/client.ts";
import type { Channel } from "../../api/contract.ts";
import { readNorms } from "../../api/recommendations.ts";
import { language, t } from "../../language.ts";
import { useResource } from "../../resource.ts";
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
  return (
    <div class="norm-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.column.type}</th>
            <th scope="col" class="number">
              {texts.column.posts}
            </th>
            <th scope="col" class="number">
              {texts.column.rate}
            </th>
            <th scope="col" class="number">
              {texts.column.reach}
            </th>
            <th scope="col" class="number">
              {texts.column.interactions}
            </th>
          </tr>
        </thead>
        <tbody>
          {types.map((norm) => (
            <tr key={norm.contentType}>
              <th scope="row">{t().insights.contentType[norm.contentType]}</th>
              <td class="number" data-label={texts.column.posts}>
                {count(norm.posts)}
              </td>
              {norm.interactions === null ? (
                <td class="number aside" colSpan={3}>
                  {texts.tooFew(count(neededPosts))}
                </td>
              ) : (
                <>
                  <td class="number" data-label={texts.column.rate}>
                    {told(norm.engagementRate, share)}
                  </td>
                  <td class="number" data-label={texts.column.reach}>
                    {told(norm.reach, count)}
                  </td>
                  <td class="number" data-label={texts.column.interactions}>
                    {told(norm.interactions, count)}
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
