import type { ConsentTexts } from "../../google/consent.ts";
import type { Texts } from "../../look/language.ts";

export const consentTexts: ConsentTexts = {
  uk: {
    title: "Dopys просить доступ до профілю компанії",
    asks: "Переглядати й змінювати профілі ваших компаній на Google.",
  },
  en: {
    title: "Dopys wants access to your business profile",
    asks: "See and change your business profiles on Google.",
  },
};

type Word =
  | "reviews"
  | "noReviews"
  | "write"
  | "yourName"
  | "anonymous"
  | "anonymousPerson"
  | "stars"
  | "comment"
  | "send"
  | "change"
  | "answer"
  | "posts"
  | "noPosts"
  | "more"
  | "examined"
  | "rejected";

export const audienceTexts: Texts<Record<Word, string>> = {
  uk: {
    reviews: "Відгуки",
    noReviews: "Відгуків ще немає.",
    write: "Залишити відгук",
    yourName: "Ваше ім'я",
    anonymous: "Без імені",
    anonymousPerson: "Користувач Google",
    stars: "Зірки",
    comment: "Що сподобалось, а що ні?",
    send: "Опублікувати",
    change: "Змінити відгук",
    answer: "Відповідь власника",
    posts: "Оновлення",
    noPosts: "Дописів ще немає.",
    more: "Докладніше",
    examined: "Google перевіряє",
    rejected: "Google відхилив",
  },
  en: {
    reviews: "Reviews",
    noReviews: "No reviews yet.",
    write: "Write a review",
    yourName: "Your name",
    anonymous: "Without a name",
    anonymousPerson: "A Google user",
    stars: "Stars",
    comment: "What did you like, what not?",
    send: "Publish",
    change: "Change the review",
    answer: "The owner's answer",
    posts: "Updates",
    noPosts: "No posts yet.",
    more: "Learn more",
    examined: "Google is examining it",
    rejected: "Google refused it",
  },
};
