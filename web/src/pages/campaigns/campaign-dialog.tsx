import { useState } from "preact/hooks";
import * as v from "valibot";
import { campaignCodeSchema, campaignColours } from "#core/campaigns/model.ts";
import { minorUnitsOf, typedAmount } from "#core/i18n/money.ts";
import { slugOf } from "#core/kernel/slug.ts";
import { addDays, dayOf } from "#core/kernel/time.ts";
import { beginCampaign, changeCampaign } from "../../api/campaigns.ts";
import type { ApiFailure } from "../../api/client.ts";
import type { Campaign } from "../../api/contract.ts";
import { now } from "../../clock.ts";
import { language, t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { me } from "../../session-state.ts";
import { tell } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, noted } from "../../ui/field.tsx";
import { FailureNote } from "../../ui/states.tsx";
import { CampaignDot } from "./campaign-dot.tsx";

const DAYS = 29;
const CODE_LENGTH = 50;

/** Begins a campaign, or changes one. */
export function CampaignDialog({ campaign, onClose }: { readonly campaign?: Campaign; readonly onClose: () => void }) {
  const workspace = me.value?.workspace;
  const currency = campaign?.budget?.currency ?? workspace?.currency ?? "UAH";
  const today = dayOf(now.value, workspace?.timeZone ?? "UTC");
  const [fields, setFields] = useState({
    name: campaign?.name ?? "",
    aim: campaign?.aim ?? "",
    from: campaign?.from ?? today,
    to: campaign?.to ?? addDays(today, DAYS),
    budget: campaign?.budget ? typedAmount(language.value, campaign.budget) : "",
    code: "",
  });
  const [colour, setColour] = useState(campaign?.colour ?? "cornflower");
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const texts = t().campaigns;

  const budget = fields.budget.trim() === "" ? undefined : minorUnitsOf(fields.budget, currency);
  const code = fields.code.trim() || slugOf(fields.name, CODE_LENGTH);
  const wrong = {
    name: fields.name.trim() === "" ? texts.required : undefined,
    from: fields.from === "" ? texts.required : undefined,
    to: fields.to === "" ? texts.required : fields.to < fields.from ? texts.endsBefore : undefined,
    budget: budget === null ? texts.notAnAmount : undefined,
    code: campaign || v.is(campaignCodeSchema, code) ? undefined : texts.codeWrong,
  };
  const problemOf = (field: keyof typeof wrong) => (shown ? wrong[field] : undefined);
  const input = (field: keyof typeof fields) => ({
    class: "input",
    value: fields[field],
    onInput: (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      const value = event.currentTarget.value;
      setFields((old) => ({ ...old, [field]: value }));
    },
  });

  const save = async (event: Event) => {
    event.preventDefault();
    setShown(true);
    if (Object.values(wrong).some(Boolean)) return;
    setBusy(true);
    const { from, to } = fields;
    const written = { name: fields.name.trim(), aim: fields.aim.trim(), from, to, colour };
    const answer = campaign
      ? await changeCampaign(campaign.id, { ...written, version: campaign.version, budget: budget ?? null })
      : await beginCampaign({ ...written, code, ...(typeof budget === "number" && { budget }) });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.error);
    invalidate("campaigns");
    tell(texts.saved);
    onClose();
  };

  return (
    <Dialog title={campaign ? texts.edit : texts.add} onClose={onClose}>
      <form class="stack" onSubmit={save} noValidate>
        <Field id="campaign-name" label={texts.name} problem={problemOf("name")}>
          <input
            {...noted("campaign-name", problemOf("name"))}
            {...input("name")}
            maxLength={100}
            placeholder={texts.nameHint}
          />
        </Field>
        <Field id="campaign-aim" label={texts.aim}>
          <textarea id="campaign-aim" {...input("aim")} rows={2} maxLength={500} placeholder={texts.aimHint} />
        </Field>
        <div class="field-pair">
          <Field id="campaign-from" label={texts.from} problem={problemOf("from")}>
            <input {...noted("campaign-from", problemOf("from"))} {...input("from")} type="date" />
          </Field>
          <Field id="campaign-to" label={texts.to} problem={problemOf("to")}>
            <input {...noted("campaign-to", problemOf("to"))} {...input("to")} type="date" />
          </Field>
        </div>
        <Field id="campaign-budget" label={texts.budget(currency)} problem={problemOf("budget")}>
          <input {...noted("campaign-budget", problemOf("budget"))} {...input("budget")} inputMode="decimal" />
        </Field>
        <fieldset class="campaign-colours">
          <legend>{texts.colour}</legend>
          {campaignColours.map((one) => (
            <label key={one} class="check">
              <input type="radio" name="colour" checked={one === colour} onChange={() => setColour(one)} />
              <CampaignDot colour={one} />
              {texts.colours[one]}
            </label>
          ))}
        </fieldset>
        {!campaign && (
          <Field id="campaign-code" label={texts.code} hint={texts.codeHint} problem={problemOf("code")}>
            <input
              {...noted("campaign-code", problemOf("code"))}
              {...input("code")}
              maxLength={CODE_LENGTH}
              placeholder={slugOf(fields.name, CODE_LENGTH)}
              autoCapitalize="none"
              spellcheck={false}
            />
          </Field>
        )}
        {failure && <FailureNote failure={failure} />}
        <div class="dialog-foot">
          <Button kind="primary" type="submit" busy={busy}>
            {campaign ? texts.save : texts.begin}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
