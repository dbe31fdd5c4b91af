import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { perform } from "./acts.ts";
import { addComment, personOf } from "./comments.ts";
import { putMedia } from "./publishing.ts";
import { demoAccount, type World } from "./world.ts";

interface SeedPost {
  readonly daysAgo: number;
  /** The files, each with its alternative text. */
  readonly pictures: readonly (readonly [name: string, altText: string])[];
  readonly caption: string;
  readonly likes: number;
  readonly comments: readonly (readonly [person: string, text: string])[];
  readonly isStory?: true;
}

const dayMs = 86_400_000;

const history: readonly SeedPost[] = [
  {
    daysAgo: 7,
    pictures: [["beans", "Пачка зерна з листком на етикетці, навколо розсипані зерна"]],
    caption: "Колумбія Уїла: карамель, червоне яблуко, довгий післясмак. Обсмажили у вівторок. #листок #кава",
    likes: 128,
    comments: [["Олена Ткач", "Пачка вже вдома!"]],
  },
  {
    daysAgo: 5,
    pictures: [
      ["bowl", "Теплий салат із буряком у білій мисці"],
      ["croissant", "Круасан на тарілці"],
    ],
    caption: "Осіннє меню: теплий салат із буряком і круасани, які ми нарешті навчилися шарувати. Гортайте →",
    likes: 214,
    comments: [
      ["Ірина Бойко", "А є щось без глютену?"],
      ["lystok.coffee", "Так: гречаний кекс."],
    ],
  },
  {
    daysAgo: 3,
    pictures: [["night", "Гітара на тлі нічного неба з місяцем"]],
    caption: "У п'ятницю о 19:00 грає «Тихий оркестр». Вхід вільний.",
    likes: 96,
    comments: [],
  },
  {
    daysAgo: 1,
    pictures: [["togo", "Паперовий стакан із листком"]],
    caption: "Зі своєю чашкою на 10 гривень дешевше.",
    likes: 73,
    comments: [["Roman Hill", "Any chance for decaf?"]],
  },
  {
    daysAgo: 0.2,
    pictures: [["story", "Чашка кави згори, напис: сьогодні з 8:00"]],
    caption: "",
    likes: 0,
    comments: [],
    isStory: true,
  },
];

/** Who came and went: days ago, how many. */
const follows: readonly (readonly [daysAgo: number, gained: number, lost: number])[] = [
  [7, 14, 3],
  [6, 9, 4],
  [5, 22, 2],
  [4, 11, 6],
  [3, 17, 1],
  [2, 8, 5],
  [1, 12, 2],
];

/** Gives the demo account a week of history, once. */
export function seedHistory(world: World): void {
  if (world.media.list().length > 0) return;
  for (const { daysAgo, pictures, caption, likes, comments, isStory } of history) {
    const createdAt = world.clock.nowMs() - daysAgo * dayMs;
    const files = pictures.map(([name, altText]) => {
      const file = `seed-${name}.jpg`;
      copyFileSync(new URL(`seed/${name}.jpg`, import.meta.url), join(world.mediaDir, file));
      return { file, kind: "image" as const, altText };
    });
    const media = putMedia(world, {
      accountId: demoAccount.id,
      type: files.length > 1 ? "CAROUSEL_ALBUM" : "IMAGE",
      product: isStory ? "STORY" : "FEED",
      files,
      caption,
      createdAt,
      likes,
    });
    comments.forEach(([person, text], index) => {
      const own = person === demoAccount.username;
      const from = own ? { id: demoAccount.id, username: person } : personOf(person);
      addComment(world, { media }, { from, text, at: createdAt + (index + 1) * 1_800_000 });
    });
  }
  for (const [daysAgo, gained, lost] of follows) {
    perform(world, demoAccount, "follow", { gained, lost, at: world.clock.nowMs() - daysAgo * dayMs });
  }
}
