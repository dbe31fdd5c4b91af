import { addReview, putReply } from "./reviews.ts";
import { demoLocation, type World } from "./world.ts";

const dayMs = 86_400_000;

const history = [
  {
    daysAgo: 13,
    person: "Марина Лисенко",
    stars: 5,
    comment: "Найкраща кава на Ярославовому Валу. Дякую за тепло!",
    answer: "Дякуємо, Марино! Заходьте ще.",
  },
  { daysAgo: 9, person: "Tom Becker", stars: 4, comment: "Great flat white, slow wifi.", answer: undefined },
  { daysAgo: 6, person: undefined, stars: 3, comment: "", answer: undefined },
  {
    daysAgo: 2,
    person: "Андрій Кравець",
    stars: 1,
    comment: "Чекав на замовлення 40 хвилин, ніхто не вибачився.",
    answer: undefined,
  },
] as const;

/** Gives the demo location two weeks of reviews, once. */
export function seedHistory(world: World): void {
  if (world.reviews.list().length > 0) return;
  for (const { daysAgo, person, stars, comment, answer } of history) {
    const at = world.clock.nowMs() - daysAgo * dayMs;
    const said = { person: person ?? "", isAnonymous: person === undefined, stars, comment, at };
    const review = addReview(world, demoLocation, said);
    if (answer) putReply(world, review, answer);
  }
}
