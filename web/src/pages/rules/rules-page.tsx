import { Plus } from "lucide-preact";
import { useSearchParams } from "wouter-preact";
import {
  createRule,
  editRule,
  orderRules,
  type Rule,
  type RuleDraft,
  type RuleList,
  removeRule,
  useRules,
} from "../../api/rules.ts";
import { t } from "../../language.ts";
import { amend, invalidate } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { afterGrace, tell, tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Shown } from "../../ui/states.tsx";
import { RuleForm } from "./rule-form.tsx";
import { RuleItem } from "./rule-item.tsx";
import { useNamed } from "./sentence.ts";
import "./rules.css";

/** The inbox's rules in their order, and the one that is being written. */
export function RulesPage() {
  const rules = useRules();
  const named = useNamed();
  const [params, setParams] = useSearchParams();
  const asked = params.get("edit");
  const edited = rules.data?.rules.find(({ id }) => id === asked);
  const editing = asked === "new" ? asked : edited;
  const texts = t().rules;
  const may = mayI("respond");
  const isFree = editing === undefined;
  const edit = (which: string) => setParams({ edit: which });
  /** Back to the list, with the focus on the rule that was edited. */
  const close = () => {
    setParams({});
    requestAnimationFrame(() => document.getElementById(asked === "new" ? "content" : `rule-${asked}`)?.focus());
  };
  const save = async (draft: RuleDraft, version: number) => {
    const answer =
      editing && editing !== "new" ? await editRule(editing.id, draft, version) : await createRule(draft, version);
    if (!answer.ok) return answer.error;
    invalidate("rules");
    close();
    tell(texts.saved);
    return undefined;
  };
  return (
    <Page
      title={isFree ? texts.title : editing === "new" ? texts.add : texts.editTitle}
      lead={isFree && texts.lead}
      width="narrow"
      actions={
        may &&
        isFree && (
          <Button icon={Plus} onClick={() => edit("new")}>
            {texts.add}
          </Button>
        )
      }
    >
      <Shown of={rules}>
        {(data) =>
          editing !== undefined ? (
            <RuleForm
              key={editing === "new" ? "new" : editing.id}
              rule={editing === "new" ? undefined : editing}
              onSave={(draft) => save(draft, data.version)}
              onClose={close}
            />
          ) : data.rules.length === 0 ? (
            <Empty text={texts.none} />
          ) : (
            <ol class="rules">
              {data.rules.map((rule, i) => (
                <RuleItem
                  key={rule.id}
                  rule={rule}
                  named={named}
                  isFirst={i === 0}
                  isLast={i === data.rules.length - 1}
                  onEdit={() => edit(rule.id)}
                  onMove={(by) => void move(data, i, by)}
                  onSwitch={() => void turn(data, rule)}
                  onRemove={() => remove(data, rule)}
                />
              ))}
            </ol>
          )
        }
      </Shown>
    </Page>
  );
}

/** Shows at once what was asked for, and afterwards what is so. */
async function change(
  show: (rules: readonly Rule[]) => Rule[],
  ask: () => ReturnType<typeof orderRules | typeof editRule>,
) {
  amend<RuleList>("rules", (list) => ({ ...list, rules: show(list.rules) }));
  const answer = await ask();
  if (!answer.ok) tellFailure(answer.error);
  invalidate("rules");
}

const move = ({ rules, version }: RuleList, from: number, by: 1 | -1) => {
  const ordered: Rule[] = [...rules];
  const [moved] = ordered.splice(from, 1);
  if (moved) ordered.splice(from + by, 0, moved);
  return change(
    () => [...ordered],
    () =>
      orderRules(
        ordered.map(({ id }) => id),
        version,
      ),
  );
};

const turn = ({ version }: RuleList, { id, acted: _acted, version: _version, since: _since, ...draft }: Rule) => {
  const turned = { ...draft, enabled: !draft.enabled };
  return change(
    (rules) => rules.map((rule) => (rule.id === id ? { ...rule, enabled: turned.enabled } : rule)),
    () => editRule(id, turned, version),
  );
};

/** Takes a rule away once ten seconds have passed without an undo. */
function remove({ version }: RuleList, rule: Rule): void {
  amend<RuleList>("rules", (list) => ({ ...list, rules: list.rules.filter(({ id }) => id !== rule.id) }));
  const restore = () => invalidate("rules");
  afterGrace(
    t().rules.removed,
    async (leaving) => {
      const answer = await removeRule(rule.id, version, leaving);
      if (!answer.ok) tellFailure(answer.error);
      restore();
    },
    restore,
  );
}
