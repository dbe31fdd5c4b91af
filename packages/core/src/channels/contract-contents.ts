import type { PublishContent, PublishMedia } from "./connector.ts";
import { type Format, formatOf, type Manifest } from "./manifest.ts";
import type { PlatformDouble } from "./platform-double.ts";

type Files = PlatformDouble["media"];

/** What a format may publish, by a name that reads in a sentence; each as its rules allow. */
const kinds: Readonly<Record<string, { allows(format: Format): boolean; make(files: Files): PublishContent }>> = {
  "a text": {
    allows: ({ text, media }) => text.max > 0 && !media.required,
    make: () => ({ text: "Доброго ранку ☕️ 1", media: [] }),
  },
  "a text with a link": {
    allows: ({ text, media }) => text.max > 0 && !media.required,
    make: () => ({ text: "Меню 2", link: "https://lystok.example/menu?utm_source=a&b=1", media: [] }),
  },
  "a picture with a text and a link": {
    allows: ({ text, media }) => text.max > 0 && media.maxImages > 0,
    make: (files) => ({
      text: "Осінь 3\n\nНовий рядок",
      link: "https://lystok.example/autumn",
      media: [picture(files)],
    }),
  },
  "several pictures": {
    allows: ({ text, media }) => text.max > 0 && media.maxImages > 2,
    make: (files) => ({ text: "Альбом 4", media: [picture(files), picture(files), picture(files)] }),
  },
  "a video": {
    allows: ({ text, media }) => text.max > 0 && media.maxVideos > 0 && !media.loneVideo,
    make: (files) => ({ text: "Відео 5", media: [video(files)] }),
  },
  "pictures and a video": {
    allows: ({ text, media }) => text.max > 0 && media.mixed,
    make: (files) => ({ text: "Усе разом 6", media: [picture(files), video(files), picture(files)] }),
  },
  "a picture alone": {
    allows: ({ text, media }) => text.max === 0 && media.maxImages > 0,
    make: (files) => ({ text: "", media: [picture(files)] }),
  },
  "a video alone": {
    allows: ({ text, media }) => text.max === 0 && media.maxVideos > 0,
    make: (files) => ({ text: "", media: [video(files)] }),
  },
};

/** The contents with which a platform's publishing is tried, `format: kind`; the simplest of its usual format first. */
export function contractContentNames({ formats }: Manifest): readonly string[] {
  return formats.flatMap((format) =>
    Object.keys(kinds).flatMap((kind) => (kinds[kind]?.allows(format) ? [`${format.name}: ${kind}`] : [])),
  );
}

/** The content of a name, with files that the platform can fetch. */
export function contractContent(manifest: Manifest, files: Files, name: string): PublishContent {
  const [formatName, kind = ""] = name.split(": ");
  const format = manifest.formats.find((it) => it.name === formatName);
  const content = kinds[kind]?.make(files);
  if (!format || !content) throw new Error(`No content is called ${name}`);
  return format === formatOf(manifest) ? content : { ...content, format: format.name };
}

const picture = ({ image }: Files): PublishMedia => ({
  kind: "image",
  contentType: "image/jpeg",
  altText: "Чашка кави",
  url: image,
});

const video = (files: Files): PublishMedia => ({
  kind: "video",
  contentType: "video/mp4",
  altText: "",
  url: files.video,
});
