/** Pixels of the longer edge: sharp on a tile of the library at twice its size. */
const EDGE = 512;
/** A picture of so many bytes is small itself. */
const SMALL_BYTES = 80_000;
const QUALITY = 0.8;
/** How long a video's first frames are waited for. */
const FRAME_MS = 5_000;
/** Where in a video its picture is taken: the very first frame is often black. Seconds. */
const FRAME_S = 0.5;

export interface SmallPicture {
  readonly blob: Blob;
  readonly type: "image/webp" | "image/jpeg";
}

/** A small picture of a photo, or of a video's beginning; none where the browser cannot make one or none is needed. */
export async function smallPicture(file: File): Promise<SmallPicture | undefined> {
  try {
    if (file.type.startsWith("video/")) return await ofVideo(file);
    if (!file.type.startsWith("image/") || file.size <= SMALL_BYTES) return undefined;
    const picture = await createImageBitmap(file);
    const small = await drawn(picture, picture.width, picture.height);
    picture.close();
    return small;
  } catch {
    return undefined;
  }
}

async function ofVideo(file: File): Promise<SmallPicture | undefined> {
  const video = document.createElement("video");
  const url = URL.createObjectURL(file);
  try {
    const signal = AbortSignal.timeout(FRAME_MS);
    Object.assign(video, { muted: true, playsInline: true, preload: "auto", src: url });
    await happened(video, "loadedmetadata", signal);
    video.currentTime = Math.min(FRAME_S, video.duration / 2);
    await happened(video, "seeked", signal);
    return await drawn(video, video.videoWidth, video.videoHeight);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Waits for an event of a video; fails when the video does, or when `signal` ends first. */
const happened = (video: HTMLVideoElement, name: string, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    video.addEventListener(name, () => resolve(), { once: true, signal });
    video.addEventListener("error", reject, { once: true, signal });
    signal.addEventListener("abort", reject, { once: true });
  });

async function drawn(source: CanvasImageSource, width: number, height: number): Promise<SmallPicture | undefined> {
  const scale = Math.min(1, EDGE / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext("2d");
  if (!context) return undefined;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  const webp = await encoded(canvas, "image/webp");
  if (webp) return webp;
  // A JPEG has no transparency: what would be black is paper.
  context.globalCompositeOperation = "destination-over";
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  return encoded(canvas, "image/jpeg");
}

/** The canvas as a file; none where the browser does not write this type and gives another. */
const encoded = (canvas: HTMLCanvasElement, type: SmallPicture["type"]): Promise<SmallPicture | undefined> =>
  new Promise((resolve) =>
    canvas.toBlob((blob) => resolve(blob?.type === type ? { blob, type } : undefined), type, QUALITY),
  );
