import { Archive, ArchiveRestore, CalendarDays, Pencil, SquarePen } from "lucide-preact";
import { formatDay } from "#core/i18n/format.ts";
import { formatMoney } from "#core/i18n/money.ts";
import { dayOf } from "#core/kernel/time.ts";
import { changeCampaign } from "../../api/campaigns.ts";
import type { Campaign } from "../../api/contract.ts";
import { now } from "../../clock.ts";
import { language, t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { mayI, me } from "../../session-state.ts";
import { tell, tellFailure } from "../../toasts.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Brought } from "../leads/brought.tsx";
import { CampaignDot } from "./campaign-dot.tsx";

interface RowProps {
  readonly campaign: Campaign;
  readonly onChange: () => void;
}

/** One campaign: when it runs, what for, and the way to its posts. */
export function CampaignRow({ campaign, onChange }: RowProps) {
  const { id, name, aim, from, to, budget, code, colour, archived } = campaign;
  const texts = t().campaigns;
  const standing = standingOf(campaign, dayOf(now.value, me.value?.workspace.timeZone ?? "UTC"));
  const day = (one: string) => formatDay(language.value, one, { day: "numeric", month: "short", year: "numeric" });
  return (
    <li class="campaign">
      <div class="campaign-head">
        <CampaignDot colour={colour} />
        <div class="campaign-what">
          <h2>{name}</h2>
          <p class="aside small">
            {texts.period(day(from), day(to))}
            {budget && ` · ${formatMoney(language.value, budget)}`}
            {" · "}
            <code>{code}</code>
          </p>
        </div>
        <span class={`pill ${standing === "running" ? "pill-leaf" : ""}`}>{texts.standing[standing]}</span>
      </div>
      {aim && <p>{aim}</p>}
      <Brought kind="campaign" id={id} />
      <div class="row row-wrap">
        {!archived && mayI("write") && (
          <LinkButton to={`/compose?campaign=${id}`} icon={SquarePen}>
            {texts.newPost}
          </LinkButton>
        )}
        <LinkButton to={`/calendar?view=month&date=${from}&campaign=${id}`} icon={CalendarDays}>
          {texts.inCalendar}
        </LinkButton>
        {mayI("manage-campaigns") && (
          <>
            <Button icon={Pencil} kind="quiet" onClick={onChange}>
              {texts.change}
            </Button>
            <Button
              icon={archived ? ArchiveRestore : Archive}
              kind="quiet"
              onClick={() => void shelve(campaign, !archived, true)}
            >
              {archived ? texts.bringBack : texts.archive}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}

function standingOf({ archived, from, to }: Campaign, today: string) {
  if (archived) return "archived" as const;
  if (today < from) return "coming" as const;
  return today > to ? ("over" as const) : ("running" as const);
}

/** Archives a campaign or brings it back, with a way back. */
async function shelve({ id, version }: Pick<Campaign, "id" | "version">, archived: boolean, undoable: boolean) {
  const answer = await changeCampaign(id, { version, archived });
  if (!answer.ok) return tellFailure(answer.error);
  invalidate("campaigns");
  const { campaign } = answer.value;
  const undo = () => void shelve(campaign, !archived, false);
  tell(archived ? t().campaigns.archived : t().campaigns.back, undoable ? undo : undefined);
}
