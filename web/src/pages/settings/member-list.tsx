import { UserMinus } from "lucide-preact";
import { useState } from "preact/hooks";
import { roles } from "#core/access/model.ts";
import { changeRole, type listMembers, removeMember } from "../../api/session.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { mayI, me } from "../../session-state.ts";
import { afterGrace, tell, tellFailure } from "../../toasts.ts";
import { IconButton } from "../../ui/button.tsx";
import { AcknowledgeRight } from "./acknowledge-right.tsx";
import { Unmailed } from "./unmailed.tsx";

type Member = Extract<Awaited<ReturnType<typeof listMembers>>, { ok: true }>["value"]["members"][number];

/** Who is in the workspace; for owners with the role of each to be chosen, and the way out. */
export function MemberList({ members }: { readonly members: readonly Member[] }) {
  const [leaving, setLeaving] = useState<readonly string[]>([]);
  const texts = t().settings;
  const own = me.value?.member.id;
  const stay = (id: string) => setLeaving((all) => all.filter((one) => one !== id));

  const assign = async ({ id, name, role: before }: Member, role: Member["role"]) => {
    const answer = await changeRole(id, role);
    invalidate("members");
    if (!answer.ok) return tellFailure(answer.error);
    tell(texts.roleChanged(name, texts.role[role]), async () => {
      const back = await changeRole(id, before);
      invalidate("members");
      if (!back.ok) tellFailure(back.error);
    });
  };
  const remove = ({ id, name }: Member) => {
    setLeaving((all) => [...all, id]);
    afterGrace(
      texts.memberRemoved(name),
      async (pageLeft) => {
        const answer = await removeMember(id, pageLeft);
        invalidate("members");
        if (answer.ok) return;
        stay(id);
        tellFailure(answer.error);
      },
      () => stay(id),
    );
  };

  return (
    <ul class="list">
      {members
        .filter(({ id }) => !leaving.includes(id))
        .map((member) => (
          <li key={member.id} class="list-row member">
            <span class="member-face" aria-hidden="true">
              {member.name.charAt(0)}
            </span>
            <div class="member-who">
              <p class="clip">
                {member.name} {member.id === own && <span class="aside">({texts.thisIsYou})</span>}
              </p>
              <p class="aside small clip">{member.email}</p>
              {(member.role === "viewer" || member.role === "author") && <AcknowledgeRight member={member} />}
              <Unmailed member={member} />
            </div>
            {mayI("manage-members") && member.id !== own ? (
              <div class="push row member-acts">
                <select
                  class="input select-small"
                  aria-label={texts.roleOf(member.name)}
                  title={texts.roleMeans[member.role]}
                  value={member.role}
                  onChange={(event) => {
                    const role = roles.find((one) => one === event.currentTarget.value);
                    if (role) void assign(member, role);
                  }}
                >
                  {roles.map((role) => (
                    <option key={role} value={role}>
                      {texts.role[role]}
                    </option>
                  ))}
                </select>
                <IconButton icon={UserMinus} label={texts.removeMember(member.name)} onClick={() => remove(member)} />
              </div>
            ) : (
              <div class="push member-role">
                <p>{texts.role[member.role]}</p>
                <p class="aside small">{texts.roleMeans[member.role]}</p>
              </div>
            )}
          </li>
        ))}
    </ul>
  );
}
