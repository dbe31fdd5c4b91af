import type { Texts } from "../../look/language.ts";

/** What the consent dialog asks for. */
export const consentTexts: Record<"title" | "legend", Texts<string>> = {
  title: { uk: "Dopys просить доступ до вашого профілю", en: "Dopys asks for access to your profile" },
  legend: { uk: "Профілі", en: "Profiles" },
};

type Word =
  | "posts"
  | "followers"
  | "likes"
  | "stories"
  | "noPosts"
  | "comments"
  | "noComments"
  | "yourName"
  | "writeComment"
  | "comment"
  | "reply"
  | "hidden"
  | "writeMessage"
  | "message"
  | "writeMention"
  | "mention"
  | "back"
  | "reel"
  | "carousel"
  | "slide";

/** Words of the profile and its posts; counted nouns as one|few|many. */
export const audienceTexts: Texts<Record<Word, string>> = {
  uk: {
    posts: "допис|дописи|дописів",
    followers: "читач|читачі|читачів",
    likes: "вподобання|вподобання|вподобань",
    stories: "Історії за добу",
    noPosts: "Тут ще нічого не опубліковано.",
    comments: "Коментарі",
    noComments: "Ще ніхто нічого не написав.",
    yourName: "Ваше ім'я",
    writeComment: "Ваш коментар",
    comment: "Прокоментувати",
    reply: "Відповісти",
    hidden: "приховано",
    writeMessage: "Ваше повідомлення",
    message: "Написати повідомлення",
    writeMention: "Ваш допис про цей профіль",
    mention: "Згадати профіль",
    back: "До профілю",
    reel: "Reels",
    carousel: "Кілька файлів",
    slide: "Файл",
  },
  en: {
    posts: "post|posts",
    followers: "follower|followers",
    likes: "like|likes",
    stories: "Stories of the last day",
    noPosts: "Nothing has been published here yet.",
    comments: "Comments",
    noComments: "Nobody has written anything yet.",
    yourName: "Your name",
    writeComment: "Your comment",
    comment: "Comment",
    reply: "Reply",
    hidden: "hidden",
    writeMessage: "Your message",
    message: "Send a message",
    writeMention: "Your post about this profile",
    mention: "Mention the profile",
    back: "To the profile",
    reel: "Reel",
    carousel: "Several files",
    slide: "File",
  },
};
