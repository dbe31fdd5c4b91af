import { Ban, Check, CircleAlert, CircleHelp, Clock, LoaderCircle, type LucideIcon, Send } from "lucide-preact";
import type { PublicationState } from "../api/contract.ts";
import { t } from "../language.ts";

interface StateLook {
  readonly icon: LucideIcon;
  readonly tone: "" | "wheat" | "poppy" | "leaf" | "cornflower";
}

const looks: Readonly<Record<PublicationState, StateLook>> = {
  scheduled: { icon: Clock, tone: "cornflower" },
  publishing: { icon: Send, tone: "cornflower" },
  processing: { icon: LoaderCircle, tone: "wheat" },
  published: { icon: Check, tone: "leaf" },
  failed: { icon: CircleAlert, tone: "poppy" },
  unconfirmed: { icon: CircleHelp, tone: "wheat" },
  canceled: { icon: Ban, tone: "" },
};

/** Whether a person has to look at it. */
export const needsYou = (state: PublicationState): boolean => state === "failed" || state === "unconfirmed";

/** The state of a publication: a shape, a colour and a word. */
export function StatePill({ state }: { readonly state: PublicationState }) {
  const { icon: Icon, tone } = looks[state];
  return (
    <span class={`pill ${tone ? `pill-${tone}` : ""}`}>
      <Icon size={12} aria-hidden="true" />
      {t().common.publicationState[state]}
    </span>
  );
}

/** The state's shape alone, named to those who listen. */
export function StateIcon({ state, size = 14 }: { readonly state: PublicationState; readonly size?: number }) {
  const { icon: Icon, tone } = looks[state];
  return (
    <Icon
      size={size}
      class={tone ? `tone-${tone}` : "tone-soft"}
      role="img"
      aria-label={t().common.publicationState[state]}
    />
  );
}
