import { Temporal } from "temporal-polyfill";
import { type ActName, perform } from "./acts.ts";
import { addComment } from "./engagement.ts";
import type { Page } from "./model.ts";
import { putPost } from "./publishing.ts";
import { demoPage, type World } from "./world.ts";

interface SeedPost {
  readonly daysAgo: number;
  readonly time: string;
  readonly message: string;
  readonly link?: string;
  readonly likes: number;
  readonly comments: readonly { readonly person: string; readonly message: string; readonly answer?: string }[];
}

const names = [
  "Олена Ткач",
  "Тарас Мельник",
  "Ірина Бойко",
  "Андрій Савчук",
  "Marta Kowalska",
  "Юлія Гнатюк",
  "Дмитро Коваль",
  "Софія Лисенко",
  "Roman Hill",
  "Наталя Кравець",
  "Богдан Шевчук",
  "Катерина Мороз",
  "Павло Руденко",
  "Лідія Гончар",
];

const history: readonly SeedPost[] = [
  {
    daysAgo: 7,
    time: "09:00",
    message: "Доброго ранку. Сьогодні в кав'ярні Колумбія Уїла: карамель, червоне яблуко, довгий післясмак.",
    likes: 11,
    comments: [{ person: "Олена Ткач", message: "Найкраща за осінь. Пачка вже вдома." }],
  },
  {
    daysAgo: 6,
    time: "12:30",
    message: "Осіннє меню вже тут: гарбузовий пиріг, вівсянка з грушею, теплий салат із буряком.",
    link: "https://lystok.example/menu",
    likes: 14,
    comments: [
      {
        person: "Ірина Бойко",
        message: "А є щось без глютену?",
        answer: "Так: гречаний кекс і вівсянка на кокосовому молоці.",
      },
      { person: "Roman Hill", message: "Do you have oat milk?", answer: "Yes, and it costs the same as dairy." },
    ],
  },
  {
    daysAgo: 5,
    time: "18:00",
    message: "У п'ятницю о 19:00 грає «Тихий оркестр». Вхід вільний, столики краще забронювати.",
    likes: 9,
    comments: [{ person: "Тарас Мельник", message: "Будемо вчотирьох." }],
  },
  {
    daysAgo: 3,
    time: "09:00",
    message: "Ми навчили трьох нових бариста. Заходьте знайомитися: Аліна, Марко і Віра.",
    likes: 12,
    comments: [{ person: "Юлія Гнатюк", message: "Марко робить чудовий флет-вайт." }],
  },
  {
    daysAgo: 1,
    time: "12:30",
    message: "Завтра працюємо з 8:00. Кава з собою зі своєю чашкою на 10 гривень дешевша.",
    likes: 7,
    comments: [{ person: "Дмитро Коваль", message: "Чекав на каву 25 хвилин, і вона була холодна." }],
  },
];

/** Gives the demo page a week of history, once. Nobody was subscribed then, so nothing of it is delivered. */
export function seedHistory(world: World): void {
  const page = world.page(demoPage.id);
  if (!page || world.posts.list().length > 0) return;
  for (const post of history) seedPost(world, page, post);
  const at = (daysAgo: number, time: string) => instant(world, daysAgo, time);
  const happen = (name: ActName, input: object) => perform(world, page, name, input);
  happen("recommendation", {
    person: "Софія Лисенко",
    recommends: true,
    message: "Затишно, і каву варять з розумом.",
    at: at(6, "20:10"),
  });
  happen("recommendation", {
    person: "Павло Руденко",
    recommends: false,
    message: "У суботу не було де сісти.",
    at: at(2, "15:40"),
  });
  happen("message", { person: "Наталя Кравець", message: "Добрий день! Чи можна з собакою?", at: at(1, "17:05") });
  const fields = { full_name: "Богдан Шевчук", email: "bohdan@example.com", phone_number: "+380501112233" };
  happen("lead", { fields, at: at(4, "11:20") });
  for (const [daysAgo, gained, lost] of [
    [7, 6, 1],
    [6, 9, 2],
    [5, 4, 0],
    [4, 3, 3],
    [3, 7, 1],
    [2, 2, 1],
    [1, 5, 0],
  ] as const) {
    happen("follow", { gained, lost, at: at(daysAgo, "21:00") });
  }
}

function seedPost(world: World, page: Page, { daysAgo, time, message, link, likes, comments }: SeedPost): void {
  const createdAt = instant(world, daysAgo, time);
  const post = putPost(world, page, { message, link, photoIds: [], createdAt });
  const after = (minutes: number) => createdAt + minutes * 60_000;
  names.slice(0, likes).forEach((person, index) => {
    perform(world, page, "reaction", { person, on: post.id, type: "like", at: after(10 + index * 13) });
  });
  comments.forEach(({ person, message: words, answer }, index) => {
    const from = world.person(person);
    const comment = addComment(world, { nodeId: post.id, from, message: words, at: after(30 + index * 45) });
    if (!answer) return;
    addComment(world, {
      nodeId: comment.id,
      from: { id: page.id, name: page.name },
      message: answer,
      at: after(50 + index * 45),
    });
  });
}

/** A wall-clock time of a day before today, in the page's zone. */
const instant = (world: World, daysAgo: number, time: string): number =>
  Temporal.Instant.fromEpochMilliseconds(world.clock.nowMs())
    .toZonedDateTimeISO(world.currentSettings().insightsZone)
    .toPlainDate()
    .subtract({ days: daysAgo })
    .toZonedDateTime({ timeZone: world.currentSettings().insightsZone, plainTime: time }).epochMilliseconds;
