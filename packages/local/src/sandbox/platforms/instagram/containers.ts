import type { Container as ContainerOnWire } from "#core/channels/platforms/instagram/wire.ts";
import { badParameter, GraphError } from "../../meta/graph-error.ts";
import { fetchImage, fetchVideo } from "./files.ts";
import type { Account, Container, ContainerType } from "./model.ts";
import type { World } from "./world.ts";

type Params = Readonly<Record<string, string>>;

const lifeMs = 24 * 3_600_000;
const mebibyte = 1024 * 1024;
const maxVideoBytes: Readonly<Record<ContainerType, number>> = {
  IMAGE: 0,
  CAROUSEL: 0,
  VIDEO: 100 * mebibyte,
  REELS: 300 * mebibyte,
  STORIES: 100 * mebibyte,
};

/** `POST /{ig-user}/media`. */
export async function createContainer(world: World, account: Account, params: Params): Promise<{ id: string }> {
  const isPart = params.is_carousel_item === "true";
  const type = typeOf(params, isPart);
  const caption = type === "STORIES" || isPart ? "" : (params.caption ?? "");
  checkCaption(caption);
  const id = world.newId();
  const now = world.clock.nowMs();
  const made = type === "CAROUSEL" ? joined(world, account, params) : await fetched(world, id, type, params);
  const settings = world.currentSettings();
  const slow = made.files.some(({ kind }) => kind === "video") || made.failure !== undefined;
  world.containers.put({
    id,
    accountId: account.id,
    type,
    isPart,
    caption,
    files: made.files,
    createdAt: now,
    readyAt: now + (slow && type !== "CAROUSEL" ? settings.videoProcessingMs : settings.imageProcessingMs),
    failure: settings.failProcessing || made.failure,
  });
  return { id };
}

/** `GET /{container}`. */
export function containerNode(world: World, container: Container): ContainerOnWire {
  const { id, failure } = container;
  const code = statusOf(world, container);
  const words: Readonly<Record<ContainerOnWire["status_code"], string>> = {
    EXPIRED: "Expired: the container was not published within 24 hours.",
    ERROR: `Error: Media upload has failed with error code ${failure}`,
    FINISHED: "Finished: Media has been uploaded and it is ready to be published.",
    IN_PROGRESS: "In Progress: Media is still being processed.",
    PUBLISHED: "Published: Media has been successfully published.",
  };
  return { id, status_code: code, status: words[code] };
}

/** Where a container stands now. */
export function statusOf(world: World, container: Container): ContainerOnWire["status_code"] {
  const now = world.clock.nowMs();
  if (container.mediaId) return "PUBLISHED";
  if (now >= container.createdAt + lifeMs) return "EXPIRED";
  if (now < container.readyAt) return "IN_PROGRESS";
  return container.failure === undefined ? "FINISHED" : "ERROR";
}

/** The container cannot be used yet, or not any more. */
export function assertFinished(world: World, container: Container): void {
  const status = statusOf(world, container);
  if (status === "IN_PROGRESS") {
    throw new GraphError(9007, "The media is not ready for publishing, please wait for a moment.", {
      subcode: 2207027,
    });
  }
  if (status === "EXPIRED") throw new GraphError(-2, "The media builder has expired.", { subcode: 2207020 });
  if (status === "ERROR") throw new GraphError(-1, "Failed to create media.", { subcode: 2207032 });
}

function typeOf(params: Params, isPart: boolean): ContainerType {
  const { media_type: type = params.video_url ? "" : "IMAGE" } = params;
  const allowed: readonly string[] = isPart ? ["IMAGE", "VIDEO"] : ["IMAGE", "CAROUSEL", "REELS", "STORIES"];
  if (!allowed.includes(type)) throw new GraphError(100, `Unknown media type ${type}.`, { subcode: 2207023 });
  return type as ContainerType;
}

function checkCaption(caption: string): void {
  const count = (mark: RegExp) => caption.match(mark)?.length ?? 0;
  if ([...caption].length > 2200 || count(/#[\p{L}\p{N}_]+/gu) > 30) {
    throw new GraphError(36004, "The caption is too long.", { subcode: 2207010 });
  }
  if (count(/@[\p{L}\p{N}_.]+/gu) > 20) throw new GraphError(100, "Too many tags.", { subcode: 2207040 });
}

type Made = Pick<Container, "files" | "failure">;

async function fetched(world: World, id: string, type: ContainerType, params: Params): Promise<Made> {
  const { image_url: image, video_url: video, alt_text: altText = "" } = params;
  if (video && type !== "IMAGE") {
    const found = await fetchVideo(world.mediaDir, id, video, maxVideoBytes[type]);
    return "file" in found ? { files: [found.file] } : { files: [], failure: found.failure };
  }
  if (!image || type === "REELS" || type === "VIDEO")
    throw badParameter(`(${type === "REELS" ? "video_url" : "image_url"}) is required.`);
  return { files: [await fetchImage(world.mediaDir, id, image, { forFeed: type === "IMAGE", altText })] };
}

/** A carousel's parts, each of which must be processed. */
function joined(world: World, account: Account, params: Params): Made {
  const ids = (params.children ?? "").split(",").filter(Boolean);
  if (ids.length < 2 || ids.length > 10) {
    throw new GraphError(100, `A carousel has 2 to 10 parts, not ${ids.length}.`, { subcode: 2207028 });
  }
  const parts = ids.map((id) => {
    const part = world.containers.get(id);
    if (!part?.isPart || part.accountId !== account.id) throw badParameter(`Invalid carousel part ${id}.`);
    assertFinished(world, part);
    return part;
  });
  return { files: parts.flatMap(({ files }) => files) };
}
