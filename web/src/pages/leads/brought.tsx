import { Link } from "wouter-preact";
import { formatMoney } from "#core/i18n/money.ts";
import { readBrought } from "../../api/leads.ts";
import { language, t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { leadName } from "./lead-item.tsx";

const MOST = 5;

/** What a publication or campaign has brought: leads, how many of them bought, and for how much. */
export function Brought({ kind, id }: { readonly kind: "publication" | "campaign"; readonly id: string }) {
  const brought = useResource(`leads:brought:${kind}:${id}`, () => readBrought(kind, id)).data;
  const texts = t().leads;
  if (!brought || brought.leads.length === 0) return null;
  const { first, last } = brought;
  const figures = [
    texts.broughtCount(first.leads),
    texts.broughtWon(first.won),
    ...first.wonValue.map((money) => formatMoney(language.value, money)),
    ...(last.leads === first.leads ? [] : [texts.broughtLast(last.leads)]),
  ];
  return (
    <div class="small">
      <p>
        {texts.brought}: {figures.join(" · ")}
      </p>
      <p class="aside">
        {brought.leads.slice(0, MOST).map((lead, index) => (
          <>
            {index > 0 && ", "}
            <Link key={lead.id} href={`/leads/${lead.id}`}>
              {leadName(lead)}
            </Link>
          </>
        ))}
      </p>
    </div>
  );
}
