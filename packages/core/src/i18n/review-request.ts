import type { Language } from "../kernel/language.ts";

const en = {
  mail: {
    button: "Say how it was",
    sameForAll: "Everybody gets this same question, and the same ways to leave a review.",
    why: (company: string) => `${company} sends this mail once to those who were customers.`,
    unsubscribe: "Do not ask me again",
  },
  page: {
    title: "How was it?",
    intro: (company: string) => `${company} asks. What you write on this page is read there alone.`,
    verdicts: { good: "Good", mixed: "So-so", bad: "Bad" },
    verdictLegend: "All in all",
    words: "In your words",
    optional: "optional",
    send: "Send",
    chooseVerdict: "Choose one of the three answers, then send.",
    places: "Leave a public review",
    placesIntro: "Whatever you think: here others can read it.",
    write: (place: string) => `Write on ${place}`,
    unsubscribe: "Do not ask me again",
  },
  thanks: {
    title: "Thank you",
    text: (company: string) => `${company} has your answer.`,
  },
  unsubscribe: {
    title: "No more questions?",
    text: (company: string) => `${company} will then never ask you for a review by e-mail again.`,
    button: "Do not ask me again",
    doneTitle: "You will not be asked again",
    done: (company: string) => `${company} will not ask you for a review by e-mail any more.`,
  },
  notFound: {
    title: "This link leads nowhere",
    text: "Perhaps it was not copied to its end, or it is very old. Open it from the mail once more.",
  },
  unreadable: { title: "Not sent", text: "That came in a way we cannot read. Go back and send it once more." },
  broken: { title: "This does not work right now", text: "It will pass. Go back and try again in a minute." },
};

const uk: typeof en = {
  mail: {
    button: "Розповісти",
    sameForAll: "Усі отримують те саме запитання й ті самі способи залишити відгук.",
    why: (company) => `Запитує ${company}. Цей лист надсилають один раз тим, хто був клієнтом.`,
    unsubscribe: "Більше не запитувати",
  },
  page: {
    title: "Як усе пройшло?",
    intro: (company) => `Запитує ${company}. Те, що ви напишете на цій сторінці, прочитають лише там.`,
    verdicts: { good: "Добре", mixed: "Так собі", bad: "Погано" },
    verdictLegend: "Загалом",
    words: "Вашими словами",
    optional: "необов'язково",
    send: "Надіслати",
    chooseVerdict: "Виберіть одну з трьох відповідей і надішліть.",
    places: "Залишити публічний відгук",
    placesIntro: "Хоч якою є ваша думка, тут її зможуть прочитати інші.",
    write: (place) => `Написати на ${place}`,
    unsubscribe: "Більше не запитувати",
  },
  thanks: {
    title: "Дякуємо",
    text: (company) => `${company} прочитає вашу відповідь.`,
  },
  unsubscribe: {
    title: "Більше не запитувати?",
    text: (company) => `Тоді ${company} більше ніколи не проситиме вас про відгук поштою.`,
    button: "Більше не запитувати",
    doneTitle: "Вас більше не запитуватимуть",
    done: (company) => `${company} більше не проситиме вас про відгук поштою.`,
  },
  notFound: {
    title: "Це посилання нікуди не веде",
    text: "Можливо, його скопійовано не повністю або воно дуже давнє. Відкрийте його з листа ще раз.",
  },
  unreadable: {
    title: "Не надіслано",
    text: "Відповідь прийшла в такому вигляді, що її не прочитати. Поверніться й надішліть ще раз.",
  },
  broken: { title: "Зараз це не працює", text: "Це тимчасово. Поверніться й спробуйте ще раз за хвилину." },
};

const texts: Readonly<Record<Language, typeof en>> = { en, uk };

/** What a customer reads who is asked how it was: the mail and its pages. */
export const reviewRequestTexts = (language: Language): typeof en => texts[language];
