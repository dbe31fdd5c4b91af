import { useChannels } from "../../api/channels.ts";
import { useSavedReplies } from "../../api/inbox.ts";
import type { RuleDraft } from "../../api/rules.ts";
import { listMembers } from "../../api/session.ts";
import { language, t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { quoted } from "../../wording.ts";

/** What a rule names by its id. */
export interface Named {
  readonly channel: (id: string) => string;
  readonly member: (id: string) => string;
  readonly reply: (id: string) => string;
}

/** The names that the workspace gives; a dash for what is gone, an ellipsis until they are read. */
export function useNamed(): Named {
  const channels = useChannels().data?.channels;
  const members = useResource("members", listMembers).data?.members;
  const replies = useSavedReplies().data?.replies;
  const nameIn = (list: readonly { id: string; name: string }[] | undefined, id: string, gone: string): string =>
    list === undefined ? "…" : (list.find((one) => one.id === id)?.name ?? gone);
  return {
    channel: (id) => nameIn(channels, id, "–"),
    member: (id) => nameIn(members, id, t().rules.removedMember),
    reply: (id) => nameIn(replies, id, "–"),
  };
}

const listOf = (type: "conjunction" | "disjunction", items: readonly string[]): string =>
  new Intl.ListFormat(language.value === "uk" ? "uk-UA" : "en-GB", { type }).format(items);
const either = (items: readonly string[]): string => listOf("disjunction", items);

/** What a rule asks for, as a sentence. */
export function whenOfRule({ when }: Pick<RuleDraft, "when">, named: Named): string {
  const texts = t().rules;
  const { kinds = [], channels = [], sentiments = [], intents = [], languages = [], words = [] } = when;
  const any = when.rating ? texts.kind.review : texts.anyKind;
  const what = kinds.length === 0 ? any : either(kinds.map((kind) => texts.kind[kind]));
  const small = (text: string) => text.toLocaleLowerCase(language.value);
  const clauses = [
    sentiments.length > 0 && texts.that.sentiment(either(sentiments.map((one) => small(t().inboxTeam.tone[one])))),
    intents.length > 0 && texts.that.intent(either(intents.map((one) => small(t().inboxTeam.wants[one])))),
    languages.length > 0 && texts.that.language(either(languages.map((one) => texts.language[one]))),
    words.length > 0 && texts.that.words(either(words.map(quoted))),
    when.rating && texts.that.rating(when.rating.from, when.rating.to),
    when.followersFrom && texts.that.followers(new Intl.NumberFormat(language.value).format(when.followersFrom)),
  ].filter((clause) => typeof clause === "string");
  return [texts.arrives(what, either(channels.map(named.channel))), ...clauses].join(", ");
}

/** What a rule does, as the rest of the sentence. */
export function thenOfRule({ deeds }: Pick<RuleDraft, "deeds">, named: Named): string {
  const { will, thenWord } = t().rules;
  const { assign, labels = [], priority, reply, hide, alert, lead } = deeds;
  const acts = [
    assign && will.assign(named.member(assign)),
    labels.length > 0 && will.label(labels.join(", ")),
    priority && will.priority,
    reply && will.draft(named.reply(reply)),
    hide && will.hide,
    alert && will.alert(t().rules.severity[alert]),
    lead && will.lead,
  ].filter((act) => typeof act === "string" && act !== "") as string[];
  return `${thenWord} ${listOf("conjunction", acts)}.`;
}
