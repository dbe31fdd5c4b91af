import { Link } from "wouter-preact";
import { useCampaigns } from "../../api/campaigns.ts";
import { useChannels } from "../../api/channels.ts";
import type { Lead } from "../../api/leads.ts";
import { t } from "../../language.ts";
import { me } from "../../session-state.ts";
import { whenOf } from "../../wording.ts";

type Touch = Lead["touches"]["first"];

/** Campaign, publication, comment or click: the first touch, and the last when it is another. */
export function LeadProvenance({ lead: { touches } }: { readonly lead: Lead }) {
  const texts = t().leads;
  return (
    <section class="card">
      <h2>{texts.provenance}</h2>
      <dl class="lead-facts">
        <TouchFacts label={texts.firstTouch} touch={touches.first} />
        {touches.last.id !== touches.first.id && <TouchFacts label={texts.lastTouch} touch={touches.last} />}
      </dl>
    </section>
  );
}

function TouchFacts({ label, touch }: { readonly label: string; readonly touch: Touch }) {
  const texts = t().leads;
  const channel = useChannels().data?.channels.find(({ id }) => id === touch.channelId);
  const campaign = useCampaigns().data?.campaigns.find(({ id }) => id === touch.campaignId);
  const { organic, ...origin } = touch.origin ?? {};
  const marks = Object.entries(origin);
  const tags = marks.filter(([name]) => name.startsWith("utm_"));
  const facts = marks.filter(([name]) => !name.startsWith("utm_"));
  const byAd = organic && texts.organic[organic];
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {texts.source[touch.kind]}
        {[channel?.name, byAd].filter(Boolean).map((one) => ` · ${one}`)}
        <p class="aside small">{whenOf(touch.at, me.value?.workspace.timeZone ?? "UTC")}</p>
        <ul class="lead-ways small">
          {campaign && (
            <li>
              {texts.openCampaign}: <Link href="/campaigns">{campaign.name}</Link>
            </li>
          )}
          {touch.postId && (
            <li>
              <Link href={`/posts/${touch.postId}`}>{texts.openPost}</Link>
            </li>
          )}
          {touch.threadId && (
            <li>
              <Link href={`/inbox/${touch.threadId}`}>{texts.openThread}</Link>
            </li>
          )}
          {tags.length > 0 && <Marks label={texts.tags} marks={tags} />}
          {facts.length > 0 && <Marks label={texts.platformFacts} marks={facts} />}
        </ul>
      </dd>
    </div>
  );
}

/** Facts as whoever gave them writes them. */
function Marks({ label, marks }: { readonly label: string; readonly marks: readonly (readonly [string, string])[] }) {
  return (
    <li>
      {label}: <code>{marks.map(([name, value]) => `${name}=${value}`).join(" ")}</code>
    </li>
  );
}
