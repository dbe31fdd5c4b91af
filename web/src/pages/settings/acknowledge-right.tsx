import type { Me } from "../../api/contract.ts";
import { letAcknowledge } from "../../api/session.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { tell, tellFailure } from "../../toasts.ts";

/** Whether a member who neither manages nor owns may acknowledge alerts: management that looks on. Owners decide. */
export function AcknowledgeRight({ member }: { readonly member: Pick<Me["member"], "id" | "acknowledges"> }) {
  const texts = t().alerts;
  const may = member.acknowledges === true;
  if (!mayI("manage-members")) return may ? <p class="aside small">{texts.mayAcknowledge}</p> : null;
  const change = async () => {
    const answer = await letAcknowledge(member.id, !may);
    invalidate("members");
    if (!answer.ok) return tellFailure(answer.error);
    tell(texts.mayAcknowledgeSaved);
  };
  return (
    <label class="check">
      <input type="checkbox" checked={may} onChange={() => void change()} />
      {texts.mayAcknowledge}
    </label>
  );
}
