import { expect, it } from "vitest";
import { unneutralWording } from "./neutral.ts";
import { defaultRequestSettings } from "./settings.ts";

it.each([
  ["Якщо вам усе сподобалося, залиште відгук.", "selective"],
  ["Якщо ви задоволені, напишіть про нас у Google", "selective"],
  ["If you were happy with us, please leave a review", "selective"],
  ["If you enjoyed your visit, tell others.", "selective"],
  ["We ask our happy customers for a word.", "selective"],
  ["Якщо щось не так, спершу напишіть нам.", "selective"],
  ["Not satisfied? No: not satisfied people should contact us first.", "selective"],
  ["Если вам понравилось, оставьте отзыв", "selective"],
  ["Поставте нам п'ять зірок", "praise"],
  ["Поставте п’ять зірок", "praise"],
  ["Please give us 5 stars", "praise"],
  ["A 5/5 would help", "praise"],
  ["Оцініть нас ⭐⭐⭐⭐⭐", "praise"],
  ["Залиште гарний відгук", "praise"],
  ["We would love a positive review", "praise"],
  ["За відгук даруємо знижку 10%", "reward"],
  ["Напишіть і отримайте подарунок", "reward"],
  ["Get a discount for your review", "reward"],
  ["Leave a review and win a prize", "reward"],
  ["Review us and get 10% off", "reward"],
])("%j is not neutral: %s", (text, bias) => {
  expect(unneutralWording(text)?.bias).toBe(bias);
});

it.each([
  "Розкажіть, як усе пройшло: і добре, і погане.",
  "Нам важлива будь-яка думка. Це займе хвилину.",
  "Тут можна залишити відгук, хоч яким він буде.",
  "Tell us how it was, good or bad.",
  "Your review helps other people choose.",
  "We met you on 5 May at 12 Rynok Square.",
  ...Object.values(defaultRequestSettings.texts).flatMap(({ subject, body }) => [subject, body]),
])("%j asks everybody alike", (text) => {
  expect(unneutralWording(text)).toBeUndefined();
});
