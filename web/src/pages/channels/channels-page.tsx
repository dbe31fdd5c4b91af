import { useState } from "preact/hooks";
import { useSearchParams } from "wouter-preact";
import { disconnectChannel, useConnected } from "../../api/channels.ts";
import type { ConnectedChannel } from "../../api/contract.ts";
import { t } from "../../language.ts";
import { invalidate } from "../../resource.ts";
import { mayI } from "../../session-state.ts";
import { afterGrace, tellFailure } from "../../toasts.ts";
import { Page } from "../../ui/page.tsx";
import { Empty, FailureNote, Shown } from "../../ui/states.tsx";
import { CandidatesDialog } from "./candidates-dialog.tsx";
import { ChannelCard } from "./channel-card.tsx";
import { ConnectButtons } from "./connect-buttons.tsx";
import "./channels.css";

/** The connected pages and accounts, what each can do, and when posts fall into it. */
export function ChannelsPage() {
  const channels = useConnected();
  const [params, setParams] = useSearchParams();
  const [leaving, setLeaving] = useState<readonly string[]>([]);
  const texts = t().channels;
  const mayManage = mayI("manage-channels");
  const connectId = params.get("connect");
  const refused = params.get("refused");

  const disconnect = ({ id, name }: ConnectedChannel) => {
    setLeaving((ids) => [...ids, id]);
    const back = () => setLeaving((ids) => ids.filter((one) => one !== id));
    afterGrace(
      texts.disconnected(name),
      async (isLeaving) => {
        const answer = await disconnectChannel(id, isLeaving);
        if (!answer.ok) {
          back();
          return tellFailure(answer.error);
        }
        invalidate("channels", "calendar", "today");
      },
      back,
    );
  };

  return (
    <Page title={texts.title} lead={texts.lead} width="narrow" actions={mayManage && <ConnectButtons />}>
      {refused && (
        <div class="channels-refused">
          <FailureNote failure={{ status: 0, code: refused, ...texts.refused }} />
        </div>
      )}
      <Shown of={channels}>
        {(data) => {
          const shown = data.channels.filter(({ id }) => !leaving.includes(id));
          if (shown.length === 0) {
            return <Empty text={texts.empty}>{mayManage && <ConnectButtons />}</Empty>;
          }
          return (
            <div class="channels">
              {shown.map((channel) => (
                <ChannelCard
                  key={channel.id}
                  channel={channel}
                  mayManage={mayManage}
                  onDisconnect={() => disconnect(channel)}
                />
              ))}
            </div>
          );
        }}
      </Shown>
      {connectId && <CandidatesDialog connectId={connectId} onClose={() => setParams({})} />}
    </Page>
  );
}
