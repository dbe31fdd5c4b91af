import { useSearch } from "wouter-preact";
import { useChannels } from "../../api/channels.ts";
import { readPost } from "../../api/content.ts";
import { now } from "../../clock.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { me } from "../../session-state.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Shown } from "../../ui/states.tsx";
import { Composer } from "./composer.tsx";
import { draftOf } from "./draft.ts";
import { kept } from "./keeping.ts";
import { startDraft } from "./start.ts";
import "./compose.css";

/** Writing a new post, or changing one that the server holds. */
export function ComposePage({ id }: { readonly id: string | undefined }) {
  const channels = useChannels();
  return (
    <Shown of={channels}>
      {({ channels: all }) =>
        all.length === 0 ? (
          <Page title={t().compose.title} width="narrow">
            <Empty text={t().compose.connectFirst}>
              <LinkButton to="/channels" kind="primary">
                {t().today.connect}
              </LinkButton>
            </Empty>
          </Page>
        ) : id ? (
          <EditPost id={id} channels={all} />
        ) : (
          <NewPost channels={all} />
        )
      }
    </Shown>
  );
}

type Channels = NonNullable<ReturnType<typeof useChannels>["data"]>["channels"];

function NewPost({ channels }: { readonly channels: Channels }) {
  const search = useSearch();
  const asked = new URLSearchParams(search);
  const memory = kept(undefined);
  const draft = startDraft(
    memory?.draft,
    {
      at: asked.get("at") ?? undefined,
      day: asked.get("day") ?? undefined,
      channelId: asked.get("channel") ?? undefined,
      campaignId: asked.get("campaign") ?? undefined,
    },
    channels,
    me.value?.workspace.timeZone ?? "UTC",
    now.value,
  );
  return <Composer key={search} initial={draft} keptAt={memory?.keptAt} channels={channels} isScheduled={false} />;
}

function EditPost({ id, channels }: { readonly id: string; readonly channels: Channels }) {
  const post = useResource(`post:${id}`, () => readPost(id));
  return (
    <Shown of={post}>
      {({ post: stored, assets }) => {
        const memory = kept(id);
        const own = memory?.draft.version === stored.version ? memory : undefined;
        return (
          <Composer
            key={stored.id}
            initial={own?.draft ?? draftOf(stored, assets)}
            keptAt={own?.keptAt}
            channels={channels}
            isScheduled={stored.state === "scheduled" || stored.origin?.kind === "template"}
          />
        );
      }}
    </Shown>
  );
}
