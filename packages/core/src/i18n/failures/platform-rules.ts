import type { Language } from "../../kernel/language.ts";
import type { FailureEntry, FailureText } from "../failures.ts";

/** The rules by which platforms refuse content, by a connector's `rule`. */
const platformRules = {
  "community-standards": {
    uk: () => ({ message: "Платформа вважає, що це порушує її правила спільноти.", cure: "Змініть текст або файли." }),
    en: () => ({
      message: "The platform finds that this breaks its community standards.",
      cure: "Change the text or the files.",
    }),
  },
  "format-refused": {
    uk: () => ({ message: "Платформа не прийняла формат файлу.", cure: "Збережіть його як JPEG, PNG або MP4." }),
    en: () => ({ message: "The platform did not accept the file's format.", cure: "Save it as JPEG, PNG or MP4." }),
  },
  "photo-too-large": {
    uk: () => ({ message: "Фото завелике для платформи.", cure: "Зменште його до 4 МБ." }),
    en: () => ({ message: "The picture is too large for the platform.", cure: "Make it smaller than 4 MB." }),
  },
  "photo-unreadable": {
    uk: () => ({
      message: "Платформа не змогла прочитати фото.",
      cure: "Збережіть його як JPEG або PNG і завантажте знову.",
    }),
    en: () => ({
      message: "The platform could not read the picture.",
      cure: "Save it as JPEG or PNG and upload it again.",
    }),
  },
  "file-too-large": {
    uk: () => ({ message: "Файл завеликий для платформи.", cure: "Зменште його й завантажте знову." }),
    en: () => ({ message: "The file is too large for the platform.", cure: "Make it smaller and upload it again." }),
  },
  "file-unreachable": {
    uk: () => ({
      message: "Платформа не змогла забрати файл із нашого сховища.",
      cure: "Перенесіть публікацію на пізніше; якщо повториться, повідомте адміністратора.",
    }),
    en: () => ({
      message: "The platform could not fetch the file from our storage.",
      cure: "Choose a later time; if it happens again, tell your operator.",
    }),
  },
  "jpeg-needed": {
    uk: () => ({
      message: "Платформа приймає фото лише у форматі JPEG.",
      cure: "Збережіть фото як JPEG і завантажте знову.",
    }),
    en: () => ({ message: "The platform takes pictures as JPEG only.", cure: "Save it as JPEG and upload it again." }),
  },
  "ratio-refused": {
    uk: () => ({
      message: "Платформа не прийняла співвідношення сторін фото.",
      cure: "Обріжте його до 4:5, квадрата або 1.91:1.",
    }),
    en: () => ({
      message: "The platform did not accept the picture's shape.",
      cure: "Crop it to 4:5, a square or 1.91:1.",
    }),
  },
  "caption-refused": {
    uk: () => ({
      message: "Платформа не прийняла підпису: він задовгий або в ньому забагато хештегів.",
      cure: "Скоротіть підпис і залиште менше хештегів.",
    }),
    en: () => ({
      message: "The platform did not accept the caption: it is too long or has too many hashtags.",
      cure: "Shorten the caption and keep fewer hashtags.",
    }),
  },
  "too-many-tags": {
    uk: () => ({ message: "У підписі забагато згадок через @.", cure: "Приберіть частину згадок." }),
    en: () => ({ message: "The caption mentions too many people by @.", cure: "Remove some of them." }),
  },
  "carousel-size": {
    uk: () => ({
      message: "Платформа не прийняла кількості файлів у каруселі.",
      cure: "Залиште від 2 до 10 файлів.",
    }),
    en: () => ({
      message: "The platform did not accept the number of files in the carousel.",
      cure: "Keep 2 to 10 files.",
    }),
  },
  "video-unreadable": {
    uk: () => ({
      message: "Платформа не змогла обробити відео.",
      cure: "Збережіть його як MP4 (H.264) і завантажте знову.",
    }),
    en: () => ({
      message: "The platform could not process the video.",
      cure: "Save it as MP4 (H.264) and upload it again.",
    }),
  },
  "link-refused": {
    uk: () => ({ message: "Платформа не приймає цього посилання.", cure: "Перевірте адресу або приберіть її." }),
    en: () => ({ message: "The platform does not accept this link.", cure: "Check the address or remove it." }),
  },
  "link-unreadable": {
    uk: () => ({
      message: "Платформа не змогла відкрити сторінку за посиланням.",
      cure: "Перевірте, чи вона відкрита для всіх.",
    }),
    en: () => ({ message: "The platform could not open the linked page.", cure: "Check that it is open to everyone." }),
  },
  "message-window-closed": {
    uk: () => ({
      message: "Від останнього повідомлення людини минуло понад 24 години, тож платформа не дозволяє писати.",
      cure: "Дочекайтеся, доки людина напише знову.",
    }),
    en: () => ({
      message:
        "More than 24 hours have passed since the person's last message, so the platform does not allow writing.",
      cure: "Wait until the person writes again.",
    }),
  },
  "no-private-reply": {
    uk: () => ({
      message: "Платформа не дозволяє написати цій людині особисто через коментар.",
      cure: "Дайте відповідь під коментарем і запросіть написати вам у повідомлення.",
    }),
    en: () => ({
      message: "The platform does not let this person be written to in private by way of the comment.",
      cure: "Answer below the comment, and ask them to write to you.",
    }),
  },
  "person-unavailable": {
    uk: () => ({
      message: "Ця людина зараз не приймає повідомлень.",
      cure: "Відповідайте там, де вона писала відкрито.",
    }),
    en: () => ({ message: "This person takes no messages at present.", cure: "Answer where they wrote in public." }),
  },
  "not-possible-here": {
    uk: () => ({ message: "Платформа не вміє цього з таким повідомленням.", cure: "Зробіть це на самій платформі." }),
    en: () => ({ message: "The platform cannot do this to such a message.", cure: "Do it on the platform itself." }),
  },
  "refused-by-platform": {
    uk: () => ({
      message: "Платформа не прийняла вмісту й не сказала чому.",
      cure: "Змініть текст, посилання або файли.",
    }),
    en: () => ({
      message: "The platform did not accept the content and did not say why.",
      cure: "Change the text, link or files.",
    }),
  },
} satisfies Record<string, FailureEntry>;

/** What a person is told of a rule by which a platform refused content; a rule unknown here is one without a reason. */
export function platformRuleText(language: Language, rule: string): FailureText {
  const known: Readonly<Record<string, FailureEntry>> = platformRules;
  const entry = Object.hasOwn(known, rule) ? known[rule] : undefined;
  return (entry ?? platformRules["refused-by-platform"])[language]({});
}
