import { formatNumber } from "#core/i18n/format.ts";
import { formatMoney, minorUnitsOf } from "#core/i18n/money.ts";
import type { Money } from "#core/kernel/money.ts";
import type { Known, KnownAmount, ReturnByTouch } from "#core/returns/model.ts";
import { language, t } from "../../../language.ts";
import { signedPercent } from "../figures.ts";

export const money = (sum: Money): string => formatMoney(language.value, sum);

/** The same in whole units, where the parts of one say nothing beside hundreds. */
export function roundMoney({ minorUnits, currency }: Money): string {
  const unit = minorUnitsOf("1", currency) ?? 1;
  const isLarge = minorUnits >= 100 * unit;
  return money({ minorUnits: isLarge ? Math.round(minorUnits / unit) * unit : minorUnits, currency });
}

/** Sums of several currencies beside each other. */
export const sums = (all: readonly Money[]): string => all.map(money).join(" + ");

export const number = (value: number): string => formatNumber(language.value, value);

/** A return is a change on the money put in: +25 %, −40 %. */
export const roiText = (roi: Known): string => (roi.available ? signedPercent(roi.value) : "—");

/** By the first and by the last touch, once where both say the same. */
export function bothRois({ first, last }: ReturnByTouch): string {
  const [before, after] = [roiText(first), roiText(last)];
  return before === after ? after : `${before} / ${after}`;
}

/** A dash that says why there is no figure. */
export function Absent({ reason }: { readonly reason: (Known & { available: false })["reason"] }) {
  const why = t().returns.absent[reason];
  return (
    <span title={why}>
      <span aria-hidden="true">—</span>
      <span class="hidden-visually">
        {t().common.notAvailable}: {why}
      </span>
    </span>
  );
}

export const Amount = ({ of }: { readonly of: KnownAmount }) =>
  of.available ? <span>{money(of)}</span> : <Absent reason={of.reason} />;

export const Count = ({ of }: { readonly of: Known }) =>
  of.available ? <span>{number(of.value)}</span> : <Absent reason={of.reason} />;
