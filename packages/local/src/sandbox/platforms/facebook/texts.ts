import type { Texts } from "../../look/language.ts";

/** What the consent dialog asks for. */
export const consentTexts: Record<"title" | "legend", Texts<string>> = {
  title: { uk: "Dopys просить доступ до ваших сторінок", en: "Dopys asks for access to your pages" },
  legend: { uk: "Сторінки", en: "Pages" },
};

type AudienceWord =
  | "followers"
  | "noPosts"
  | "you"
  | "yourName"
  | "comment"
  | "writeComment"
  | "answer"
  | "send"
  | "react"
  | "reactions"
  | "comments"
  | "shares"
  | "hidden"
  | "likedByPage"
  | "actAs"
  | "recommend"
  | "recommendations"
  | "wouldRecommend"
  | "yes"
  | "no"
  | "recommendsIt"
  | "recommendsNot"
  | "yourWords"
  | "publish"
  | "leadForm"
  | "leadLead"
  | "leadByAd"
  | "fullName"
  | "email"
  | "phone"
  | "message"
  | "messages"
  | "writeMessage"
  | "pageWrote"
  | "ownPost"
  | "deliveries"
  | "delivered"
  | "waiting"
  | "givenUp"
  | "held"
  | "thanks";

/** Words of the audience page; a noun that is counted has its forms one, few, many. */
export const audienceTexts: Texts<Record<AudienceWord, string>> = {
  uk: {
    followers: "підписник|підписники|підписників",
    noPosts: "Тут ще немає дописів. Опублікуйте перший у Dopys.",
    you: "Ви",
    yourName: "Ваше ім'я",
    comment: "Коментувати",
    writeComment: "Коментар",
    answer: "Відповісти",
    send: "Надіслати",
    react: "Подобається",
    reactions: "реакція|реакції|реакцій",
    comments: "коментар|коментарі|коментарів",
    shares: "поширення|поширення|поширень",
    hidden: "приховано сторінкою",
    likedByPage: "сподобалося сторінці",
    actAs: "Як відвідувач ви можете",
    recommend: "Залишити рекомендацію",
    recommendations: "Рекомендації",
    wouldRecommend: "Ви радите цю сторінку?",
    yes: "Так, раджу",
    no: "Ні, не раджу",
    recommendsIt: "радить",
    recommendsNot: "не радить",
    yourWords: "Кілька слів",
    publish: "Опублікувати",
    leadForm: "Заповнити форму",
    leadByAd: "Перейшов за рекламою",
    leadLead: "Замовити каву для офісу: залиште контакти, і вам передзвонять.",
    fullName: "Ім'я та прізвище",
    email: "Пошта",
    phone: "Телефон",
    message: "Написати сторінці",
    messages: "Листування",
    writeMessage: "Повідомлення",
    pageWrote: "сторінка",
    ownPost: "Написати на сторінці або згадати її",
    deliveries: "Вебхуки",
    delivered: "доставлено",
    waiting: "чекають",
    givenUp: "не доставлено",
    held: "притримано",
    thanks: "Готово. Dopys дізнається про це за мить.",
  },
  en: {
    followers: "follower|followers",
    noPosts: "There are no posts here yet. Publish the first one in Dopys.",
    you: "You",
    yourName: "Your name",
    comment: "Comment",
    writeComment: "Comment",
    answer: "Reply",
    send: "Send",
    react: "Like",
    reactions: "reaction|reactions",
    comments: "comment|comments",
    shares: "share|shares",
    hidden: "hidden by the page",
    likedByPage: "liked by the page",
    actAs: "As a visitor you can",
    recommend: "Leave a recommendation",
    recommendations: "Recommendations",
    wouldRecommend: "Do you recommend this page?",
    yes: "Yes, I do",
    no: "No, I don't",
    recommendsIt: "recommends",
    recommendsNot: "does not recommend",
    yourWords: "A few words",
    publish: "Publish",
    leadForm: "Fill in the form",
    leadByAd: "Came by an ad",
    leadLead: "Coffee for the office: leave your contacts and the café will call back.",
    fullName: "Full name",
    email: "E-mail",
    phone: "Phone",
    message: "Write to the page",
    messages: "Messages",
    writeMessage: "Message",
    pageWrote: "the page",
    ownPost: "Post on the page or mention it",
    deliveries: "Webhooks",
    delivered: "delivered",
    waiting: "waiting",
    givenUp: "not delivered",
    held: "held back",
    thanks: "Done. Dopys will know in a moment.",
  },
};
