import { Check, CircleAlert, Clock } from "lucide-preact";
import type { ReportDelivery } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { me } from "../../session-state.ts";
import { whenOf } from "../../wording.ts";

const tones: Readonly<Record<ReportDelivery["state"], "leaf" | "poppy" | "wheat">> = {
  waiting: "wheat",
  armed: "wheat",
  sent: "leaf",
  delivered: "leaf",
  bounced: "poppy",
  complained: "poppy",
  failed: "poppy",
  suspended: "poppy",
  stopped: "wheat",
};
const icons = { leaf: Check, wheat: Clock, poppy: CircleAlert } as const;

type Delivery = Pick<ReportDelivery, "state" | "changedAt"> & Partial<Pick<ReportDelivery, "cause">>;

/** What became of the last mail to a reader. */
export function DeliveryPill({ delivery }: { readonly delivery: Delivery | undefined }) {
  const texts = t().reports;
  if (!delivery) return <span class="aside small">{texts.never}</span>;
  const tone = tones[delivery.state];
  const Icon = icons[tone];
  return (
    <span class={`pill pill-${tone}`} title={delivery.cause}>
      <Icon size={12} aria-hidden="true" />
      {texts.delivery[delivery.state](whenOf(delivery.changedAt, me.value?.workspace.timeZone ?? "UTC"))}
    </span>
  );
}
