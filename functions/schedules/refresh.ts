import { connectorFor } from "#core/channels/catalog.ts";
import { renewTokens } from "#core/channels/connected/index.ts";
import { systemClock } from "#core/kernel/clock.ts";
import { log } from "../log.ts";
import { apps, channels, http, sealer, tokenRenewals, workspaces } from "../runtime.ts";

/** Every ten minutes: renews the tokens that end soon. */
export async function handler(): Promise<void> {
  const renewals = await renewTokens({
    workspaces: workspaces(),
    channels: channels(),
    renewals: tokenRenewals(),
    apps,
    connectorFor,
    http: http(),
    sealer: await sealer(),
    clock: systemClock,
  });
  log.info("refresh", renewals);
}
