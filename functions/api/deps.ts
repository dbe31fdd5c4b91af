import type { SetUpDeps, SignInDeps } from "#core/access/index.ts";
import type { ConnectDeps } from "#core/channels/connected/index.ts";
import type { Manifest } from "#core/channels/manifest.ts";

/** Everything the routes need, built once in `functions/runtime.ts`. */
export interface ApiDeps extends SignInDeps, SetUpDeps, ConnectDeps {
  readonly manifests: readonly Manifest[];
}
