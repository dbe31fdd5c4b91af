import { Link } from "wouter-preact";
import { formatPercent } from "#core/i18n/format.ts";
import { originName } from "#core/i18n/visits.ts";
import type { VisitsView } from "../../../api/visits.ts";
import { language, t } from "../../../language.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { Section } from "../../../ui/page.tsx";
import { signedPercent } from "../figures.ts";
import { number } from "../return/amounts.tsx";

type Sums = Pick<VisitsView["sources"][number], "sessions" | "engagedShare" | "keyEvents">;

/** Where visits came from, by which campaigns and by which posts. On a phone each row is a card of its own. */
export function OriginTables({ report: { sources, campaigns, posts } }: { readonly report: VisitsView }) {
  const texts = t().visits;
  const columns = [texts.visits, texts.change, texts.engaged, texts.keyEvents];
  return (
    <>
      {sources.length > 0 && (
        <Section title={texts.sources}>
          <DataTable
            rowName={texts.source}
            columns={columns}
            rows={sources.map((one) => ({ key: one.source, name: <Source of={one} />, cells: cellsOf(one, one) }))}
          />
        </Section>
      )}
      {campaigns.some(({ code }) => code !== "") && (
        <Section title={texts.campaigns}>
          <p class="aside section-body">{texts.campaignsLead}</p>
          <DataTable
            rowName={texts.campaign}
            columns={columns}
            rows={campaigns.map((one) => ({ key: one.code, name: <Campaign of={one} />, cells: cellsOf(one, one) }))}
          />
        </Section>
      )}
      {posts.length > 0 && (
        <Section title={texts.posts}>
          <DataTable
            rowName={texts.post}
            columns={columns.filter((column) => column !== texts.change)}
            rows={posts.map(({ postId, text, ...one }) => ({
              key: postId,
              name: <Link href={`/posts/${postId}`}>{text || texts.untitled}</Link>,
              cells: cellsOf(one),
            }))}
          />
        </Section>
      )}
    </>
  );
}

function Source({ of: { source, paid } }: { readonly of: VisitsView["sources"][number] }) {
  return (
    <>
      {originName(language.value, source)}
      {paid > 0 && <span class="aside small return-where">{t().visits.ofPaid(number(paid))}</span>}
    </>
  );
}

function Campaign({ of: { code, name, campaignId } }: { readonly of: VisitsView["campaigns"][number] }) {
  if (campaignId) return <Link href={`/campaigns/${campaignId}`}>{name}</Link>;
  return <>{code === "" ? t().visits.noCampaign : originName(language.value, name)}</>;
}

type Compared = Pick<VisitsView["sources"][number], "compared">;

/** Under the columns; the change is left out where nothing is compared. */
const cellsOf = ({ sessions, engagedShare, keyEvents }: Sums, change?: Compared): readonly string[] => [
  number(sessions),
  ...(change ? [changeOf(change)] : []),
  engagedShare === null ? "—" : formatPercent(language.value, engagedShare),
  number(keyEvents),
];

function changeOf({ compared }: Compared): string {
  if (!compared) return "—";
  return compared.before === 0 ? t().visits.noneBefore : signedPercent(compared.now / compared.before - 1);
}
