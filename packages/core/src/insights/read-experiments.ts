import { authorize, type Workspaces } from "../access/index.ts";
import type { Experiment, Experiments } from "../content/index.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Clock } from "../kernel/clock.ts";
import { type Failure, notFound } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { addDays, dayOf, inZone } from "../kernel/time.ts";
import { type Publication, type Publications, publicationIdOf } from "../publishing/index.ts";
import { compareVariants, type VariantComparison } from "./compare-variants.ts";
import { lifetimeOf } from "./count-measurements.ts";
import type { PublicationSamples } from "./ports.ts";

/** At what age both variants are compared for good: most of a post's engagement comes within a week. */
export const comparedAtDays = 7;

/** One variant as it stands. */
export interface ExperimentArm {
  readonly postId: string;
  readonly publicationId: string;
  /** What it shows; `null` while it is not on the calendar. */
  readonly text: string | null;
  readonly state: Publication["state"] | "not-scheduled";
  readonly dueAt: number | null;
  readonly publishedAt: number | null;
  /** Over its life at the age of the comparison; `null` while not known. */
  readonly interactions: number | null;
  readonly reach: number | null;
}

export interface ExperimentResult {
  readonly experiment: Experiment;
  /** `final`: both were compared at seven days. */
  readonly stage: "preparing" | "running" | "final";
  /** The age, in days, at which both are compared; `null` before both are on the platform for a day. */
  readonly comparedAtDays: number | null;
  readonly a: ExperimentArm;
  readonly b: ExperimentArm;
  readonly comparison: VariantComparison | null;
  /** Whether both appeared at the same hour of the day; where not, the time may explain a difference. */
  readonly sameHour: boolean | null;
}

export interface ReadExperimentsDeps {
  readonly experiments: Pick<Experiments, "list">;
  readonly publications: Pick<Publications, "getMany">;
  readonly samples: Pick<PublicationSamples, "lastTwo">;
  readonly workspaces: Pick<Workspaces, "get">;
  readonly clock: Clock;
}

/** Every test of the workspace with what has come of it, the newest first. */
export async function readExperiments(
  deps: ReadExperimentsDeps,
  actor: Actor,
): Promise<Result<readonly ExperimentResult[], Failure>> {
  const allowed = authorize(actor, "read");
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const workspace = await deps.workspaces.get(workspaceId);
  if (!workspace) return err(notFound());
  const all = (await deps.experiments.list(workspaceId)).toSorted((x, y) => y.createdAt - x.createdAt);
  const ids = all.flatMap(({ a, b, channelId }) => [publicationIdOf(a, channelId), publicationIdOf(b, channelId)]);
  const found = ids.length > 0 ? await deps.publications.getMany(workspaceId, ids) : [];
  const byId = new Map(found.map((publication) => [publication.id, publication]));
  return ok(await Promise.all(all.map((experiment) => resultOf(deps, experiment, byId, workspace.timeZone))));
}

async function resultOf(
  deps: ReadExperimentsDeps,
  experiment: Experiment,
  publications: ReadonlyMap<string, Publication>,
  zone: string,
): Promise<ExperimentResult> {
  const { a, b, channelId } = experiment;
  const of = (postId: string) => publications.get(publicationIdOf(postId, channelId));
  const [one, other] = [of(a), of(b)];
  const [at, otherAt] = [one?.publishedAt, other?.publishedAt];
  const published = at !== undefined && otherAt !== undefined;
  const ageDays = published ? Math.floor((deps.clock.nowMs() - Math.max(at, otherAt)) / 86_400_000) : 0;
  const age = published && ageDays >= 1 ? Math.min(ageDays, comparedAtDays) : null;
  const [armA, armB] = await Promise.all([
    arm(deps, experiment, a, one, age, zone),
    arm(deps, experiment, b, other, age, zone),
  ]);
  const counts = [countsOf(armA), countsOf(armB)] as const;
  return {
    experiment,
    stage: age === comparedAtDays ? "final" : one && other ? "running" : "preparing",
    comparedAtDays: age,
    a: armA,
    b: armB,
    comparison: counts[0] && counts[1] ? compareVariants(counts[0], counts[1]) : null,
    sameHour: published ? inZone(at, zone).hour === inZone(otherAt, zone).hour : null,
  };
}

/** A variant with its figures at the same age as the other's: the last ones of its `age`-th day. */
async function arm(
  deps: ReadExperimentsDeps,
  { workspaceId, channelId }: Experiment,
  postId: string,
  publication: Publication | undefined,
  age: number | null,
  zone: string,
): Promise<ExperimentArm> {
  const publicationId = publicationIdOf(postId, channelId);
  const publishedAt = publication?.publishedAt ?? null;
  const shown = {
    postId,
    publicationId,
    text: publication?.content.text ?? null,
    state: publication?.state ?? ("not-scheduled" as const),
    dueAt: publication?.dueAt ?? null,
    publishedAt,
  };
  if (age === null || publishedAt === null) return { ...shown, interactions: null, reach: null };
  const day = addDays(dayOf(publishedAt, zone), age);
  const [sample] = await deps.samples.lastTwo(workspaceId, channelId, publicationId, day);
  const lifetime = sample && lifetimeOf(sample.measurement);
  return {
    ...shown,
    interactions: lifetime?.interactions.available ? lifetime.interactions.value : null,
    reach: lifetime?.reach.available ? lifetime.reach.value : null,
  };
}

const countsOf = ({ interactions, reach }: ExperimentArm) =>
  interactions === null || reach === null ? null : { interactions, reach };
