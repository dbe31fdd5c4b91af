import { formatMoney } from "../../../i18n/money.ts";
import { missingRatesText, rateText } from "../../../i18n/rates.ts";
import { excerpt } from "../../../kernel/text.ts";
import type { Block } from "../document.ts";
import { amounts, type Saying, signedPercent } from "../wording.ts";

const shownCampaigns = 5;

/** What was spent and what came of it; nothing where nobody spends. */
export function spendBlocks(saying: Saying): readonly Block[] {
  const { content, language, texts } = saying;
  const { spend } = content;
  if (!spend || spend.adSpend.length + spend.budgetSpent.length === 0) return [];
  const { ads, cost, costPerLead, won, roi } = spend;
  const money = (amount: typeof cost) => (amount.available ? formatMoney(language, amount) : null);
  const [each, perClick] = [money(costPerLead), money(ads.costPerClick)];
  const adSpend = amounts(language, spend.adSpend);
  const budget = amounts(language, spend.budgetSpent);
  const clicks = ads.clicks.available ? ads.clicks.value : null;
  const percent = (share: number) => signedPercent(language, share);
  return [
    {
      kind: "lines",
      lines: [
        ...(cost.available ? [texts.spend.cost(formatMoney(language, cost))] : []),
        ...(adSpend ? [texts.spend.ads({ spend: adSpend, clicks, perClick })] : []),
        ...(budget && adSpend ? [texts.spend.budget(budget)] : []),
        ...(each ? [texts.spend.perLead(each)] : []),
        texts.spend.won(won.last.leads, amounts(language, won.last.value)),
        roi.first.available && roi.last.available
          ? texts.spend.roi(percent(roi.first.value), percent(roi.last.value))
          : texts.spend.noRoi(texts.spend.why[reasonOf(roi.first, roi.last)]),
        ...(spend.rates.length > 0
          ? [texts.spend.rates(spend.rates.map((rate) => rateText(language, rate)).join("; "))]
          : []),
        ...(spend.missingRates.length > 0
          ? [texts.spend.missingRates(missingRatesText(language, spend.missingRates))]
          : []),
        ...(spend.daysMissing > 0 ? [texts.spend.daysMissing(spend.daysMissing)] : []),
      ],
    },
    ...campaignTable(saying),
  ];
}

type Known = NonNullable<Saying["content"]["spend"]>["roi"]["first"];

const reasonOf = (...figures: readonly Known[]) => {
  const missing = figures.find((figure) => !figure.available);
  return missing && !missing.available ? missing.reason : "not-yet";
};

/** The campaigns whose ads cost most. */
function campaignTable({ content, language, texts }: Saying): readonly Block[] {
  const campaigns = (content.spend?.campaigns ?? []).flatMap(({ name, ads, won, roi }) =>
    ads?.spend.available ? [{ name, spend: ads.spend, won: won.last.value, roi: roi.last }] : [],
  );
  const rows = campaigns
    .toSorted((a, b) => b.spend.minorUnits - a.spend.minorUnits)
    .slice(0, shownCampaigns)
    .map(({ name, spend, won, roi }) => [
      excerpt(name, 32),
      formatMoney(language, spend),
      amounts(language, won) ?? "—",
      roi.available ? signedPercent(language, roi.value) : "—",
    ]);
  const { campaign, spent, value, roiShort } = texts.spend;
  return rows.length === 0 ? [] : [{ kind: "table", table: { columns: [campaign, spent, value, roiShort], rows } }];
}
