import {
  ChevronRight,
  CircleAlert,
  Clock,
  FileText,
  Flame,
  ListTodo,
  type LucideIcon,
  MessageCircle,
  MessageCircleWarning,
  MessageCircleX,
  PenLine,
  Star,
  Unplug,
  UserRoundPlus,
} from "lucide-preact";
import { Link } from "wouter-preact";
import type { Attention } from "../../api/contract.ts";
import { now } from "../../clock.ts";
import { t } from "../../language.ts";
import { spanOf, whenOf } from "../../wording.ts";

interface Look {
  readonly icon: LucideIcon;
  readonly tone: "wheat" | "poppy" | "soft";
  readonly to: (id: string | undefined) => string;
}

const looks: Readonly<Record<Attention["kind"], Look>> = {
  "critical-alert": { icon: Flame, tone: "poppy", to: (id) => (id ? `/alerts/${id}` : "/alerts?severity=critical") },
  "unsent-reply": { icon: MessageCircleX, tone: "poppy", to: (id) => (id ? `/inbox/${id}` : "/alerts") },
  "unconfirmed-reply": { icon: MessageCircleX, tone: "wheat", to: (id) => (id ? `/inbox/${id}` : "/alerts") },
  "waiting-for-answer": {
    icon: MessageCircle,
    tone: "wheat",
    to: (id) => `/inbox${id ? `/${id}` : ""}?sort=target&waiting=unanswered`,
  },
  "lead-waiting": { icon: UserRoundPlus, tone: "wheat", to: (id) => (id ? `/leads/${id}` : "/leads") },
  "lead-step": { icon: ListTodo, tone: "wheat", to: (id) => (id ? `/leads/${id}` : "/leads") },
  "waiting-for-approval": { icon: PenLine, tone: "wheat", to: (id) => (id ? `/posts/${id}` : "/calendar") },
  "answer-to-approve": { icon: Star, tone: "wheat", to: (id) => (id ? `/reviews/${id}` : "/reviews") },
  "failed-publication": {
    icon: CircleAlert,
    tone: "poppy",
    to: (id) => (id ? `/posts/${id}` : "/calendar?state=failed"),
  },
  "failed-follow-up": { icon: MessageCircleWarning, tone: "poppy", to: (id) => (id ? `/posts/${id}` : "/calendar") },
  "unconfirmed-publication": {
    icon: Clock,
    tone: "wheat",
    to: (id) => (id ? `/posts/${id}` : "/calendar?state=unconfirmed"),
  },
  "reconnect-channel": { icon: Unplug, tone: "poppy", to: () => "/channels" },
  "report-due": { icon: FileText, tone: "soft", to: () => "/reports" },
};

/** What needs somebody, each with the way to do it. */
export function AttentionList({
  items,
  timeZone,
}: {
  readonly items: readonly Attention[];
  readonly timeZone: string;
}) {
  if (items.length === 0) return null;
  return (
    <ul class="attention">
      {items.map((item) => (
        <AttentionRow key={`${item.kind}${item.id ?? ""}`} item={item} timeZone={timeZone} />
      ))}
    </ul>
  );
}

function AttentionRow({ item, timeZone }: { readonly item: Attention; readonly timeZone: string }) {
  const { icon: Icon, tone, to } = looks[item.kind];
  const texts = t().today;
  return (
    <li>
      <Link href={to(item.id)} class="attention-row">
        <Icon size={20} class={`tone-${tone}`} aria-hidden="true" />
        <span class="attention-text">
          {texts.attention[item.kind](item.count, item.title)}
          <span class="aside attention-due">{dueText(item, timeZone)}</span>
        </span>
        <span class="attention-act">
          {texts.act[item.kind]}
          <ChevronRight size={16} aria-hidden="true" />
        </span>
      </Link>
    </li>
  );
}

function dueText({ kind, dueAt, count }: Attention, timeZone: string): string | undefined {
  if (dueAt === undefined) return undefined;
  const texts = t().today;
  if (kind !== "waiting-for-answer" && kind !== "lead-waiting") return whenOf(dueAt, timeZone);
  const say = dueAt < now.value ? texts.overdue : texts.soonest;
  return say(spanOf(dueAt - now.value), count === 1);
}
