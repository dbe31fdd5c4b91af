import type { ComponentChildren } from "preact";
import { Link } from "wouter-preact";
import { formatPercent } from "#core/i18n/format.ts";
import { originName } from "#core/i18n/visits.ts";
import type { VisitsView } from "../../../api/visits.ts";
import { language, t } from "../../../language.ts";
import { Section } from "../../../ui/page.tsx";
import { signedPercent } from "../figures.ts";
import { number } from "../return/amounts.tsx";

type Sums = Pick<VisitsView["sources"][number], "sessions" | "engagedShare" | "keyEvents">;

/** Where visits came from, by which campaigns and by which posts. On a phone each row is a card of its own. */
export function OriginTables({ report: { sources, campaigns, posts } }: { readonly report: VisitsView }) {
  const texts = t().visits;
  return (
    <>
      {sources.length > 0 && (
        <Section title={texts.sources}>
          <OriginTable heading={texts.source}>
            {sources.map(({ source, paid, ...one }) => (
              <Row key={source} sums={one} compared={one.compared}>
                {originName(language.value, source)}
                {paid > 0 && <span class="aside small return-where">{texts.ofPaid(number(paid))}</span>}
              </Row>
            ))}
          </OriginTable>
        </Section>
      )}
      {campaigns.some(({ code }) => code !== "") && (
        <Section title={texts.campaigns}>
          <p class="aside section-body">{texts.campaignsLead}</p>
          <OriginTable heading={texts.campaign}>
            {campaigns.map(({ code, name, campaignId, ...one }) => (
              <Row key={code} sums={one} compared={one.compared}>
                {campaignId ? (
                  <Link href={`/campaigns/${campaignId}`}>{name}</Link>
                ) : code === "" ? (
                  texts.noCampaign
                ) : (
                  originName(language.value, name)
                )}
              </Row>
            ))}
          </OriginTable>
        </Section>
      )}
      {posts.length > 0 && (
        <Section title={texts.posts}>
          <OriginTable heading={texts.post} withoutChange>
            {posts.map(({ postId, text, ...one }) => (
              <Row key={postId} sums={one}>
                <Link href={`/posts/${postId}`}>{text || texts.untitled}</Link>
              </Row>
            ))}
          </OriginTable>
        </Section>
      )}
    </>
  );
}

interface TableProps {
  readonly heading: string;
  readonly withoutChange?: boolean;
  readonly children: ComponentChildren;
}

function OriginTable({ heading, withoutChange = false, children }: TableProps) {
  const texts = t().visits;
  const columns = [texts.visits, ...(withoutChange ? [] : [texts.change]), texts.engaged, texts.keyEvents];
  return (
    <table class="return-table">
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          {columns.map((name) => (
            <th key={name} scope="col" class="number">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

interface RowProps {
  readonly sums: Sums;
  /** See `OriginVisits`; absent where nothing is compared. */
  readonly compared?: VisitsView["sources"][number]["compared"];
  readonly children: ComponentChildren;
}

function Row({ sums, compared, children }: RowProps) {
  const texts = t().visits;
  const { sessions, engagedShare, keyEvents } = sums;
  return (
    <tr>
      <th scope="row">{children}</th>
      <td class="number" data-label={texts.visits}>
        {number(sessions)}
      </td>
      {compared !== undefined && (
        <td class="number" data-label={texts.change}>
          {changeOf(compared)}
        </td>
      )}
      <td class="number" data-label={texts.engaged}>
        {engagedShare === null ? "—" : formatPercent(language.value, engagedShare)}
      </td>
      <td class="number" data-label={texts.keyEvents}>
        {number(keyEvents)}
      </td>
    </tr>
  );
}

const changeOf = (compared: VisitsView["sources"][number]["compared"]): string => {
  if (!compared) return "—";
  return compared.before === 0 ? t().visits.noneBefore : signedPercent(compared.now / compared.before - 1);
};
