import { useState } from "preact/hooks";
import type { ApiFailure } from "../../api/client.ts";
import type { ConnectedChannel } from "../../api/contract.ts";
import { chooseAdAccount, listAdAccounts, listChosenAdAccounts } from "../../api/returns.ts";
import { t } from "../../language.ts";
import { invalidate, useResource } from "../../resource.ts";
import { tell, tellFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { FailureNote } from "../../ui/states.tsx";
import { AccessEnd } from "./access-end.tsx";

type Offered = readonly { readonly id: string; readonly name: string; readonly currency: string }[];

/** The ad account whose spending belongs to a channel, and the way to another one. The platform is asked on demand. */
export function AdAccount({ channel, mayManage }: { readonly channel: ConnectedChannel; readonly mayManage: boolean }) {
  const accounts = useResource("ad-accounts", listChosenAdAccounts).data?.accounts;
  const [offered, setOffered] = useState<Offered | undefined>();
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const texts = t().returns;
  if (!channel.manifest.capabilities.ads || !accounts) return null;
  const chosen = accounts.find(({ channelId }) => channelId === channel.id);

  const ask = async () => {
    setFailure(undefined);
    const answer = await listAdAccounts(channel.id);
    if (answer.ok) setOffered(answer.value.accounts);
    else setFailure(answer.error);
  };
  const choose = async (accountId: string) => {
    const answer = await chooseAdAccount(channel.id, accountId || null);
    if (!answer.ok) return tellFailure(answer.error);
    setOffered(undefined);
    invalidate("ad-accounts", "returns", "budget");
    tell(accountId ? texts.accountSaved : texts.accountRemoved);
  };

  return (
    <div class="stack">
      <div class="row row-wrap">
        <h3>{texts.account}</h3>
        <span class="aside small">
          {chosen ? `${chosen.account.name}, ${chosen.account.currency}` : texts.accountNone}
        </span>
        {mayManage && !offered && (
          <Button kind="quiet" onClick={() => void ask()}>
            {texts.accountChange}
          </Button>
        )}
      </div>
      {chosen?.trouble && (
        <p class="note note-wheat">{texts.absent[chosen.trouble === "not-found" ? "account-gone" : "no-permission"]}</p>
      )}
      {failure && <FailureNote failure={failure} />}
      {offered &&
        (offered.length === 0 ? (
          <p class="aside small">{texts.accountsNone}</p>
        ) : (
          <select
            class="input"
            aria-label={texts.account}
            value={chosen?.account.id ?? ""}
            onChange={(event) => void choose(event.currentTarget.value)}
          >
            <option value="">{texts.accountNone}</option>
            {offered.map(({ id, name, currency }) => (
              <option key={id} value={id}>
                {name}, {currency}
              </option>
            ))}
          </select>
        ))}
      {chosen && <p class="aside small">{texts.accountLead}</p>}
      {chosen?.accessEndsAt !== undefined && <AccessEnd at={chosen.accessEndsAt} />}
    </div>
  );
}
