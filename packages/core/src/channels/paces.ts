import type { Pace } from "./manifest.ts";
import { manifests } from "./manifests.ts";

const paces: ReadonlyMap<string, Pace> = new Map(
  manifests.flatMap(({ platform, pace }) => (pace ? [[platform, pace] as const] : [])),
);

/** The pace of a platform's channels; `undefined` for a platform that Dopys does not know or that publishes nothing. */
export const paceOf = (platform: string): Pace | undefined => paces.get(platform);
