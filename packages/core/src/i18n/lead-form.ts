import type { Language } from "../kernel/language.ts";

const en = {
  fields: { name: "Name", email: "E-mail", phone: "Telephone", message: "Message" } as Record<string, string>,
  optional: "optional",
  choose: "Choose",
  send: "Send",
  privacy: "Privacy notice",
  emptyLabel: "Leave this field empty",
  wrongTitle: "Not sent yet",
  wrong: "Correct what is marked below and send again. Everything you typed is still here.",
  problems: {
    missing: () => "Fill this in.",
    email: () => "This is not an e-mail address. Write it as name@example.com.",
    phone: () => "This is not a telephone number. Write it with all digits, best with the country code: +380…",
    contact: () => "Leave an e-mail address or a telephone number, so that we can answer.",
    choice: () => "Choose one of the answers.",
    consent: () => "Without your consent we may not take your data. Tick the box if you agree.",
    "too-long": (most: number) => `Too long: at most ${most} characters. Shorten it.`,
  },
  again: {
    quick: "That was very fast. Check that all is right and send once more.",
    old: "This page was open for long. Check what you typed and send once more.",
    robot: "Something filled in a field that has to stay empty. It is empty again: send once more.",
  },
  tooMany:
    "Too much has been sent from your network within this hour. Wait an hour and send again; what you typed is still here.",
  tooLarge: { title: "Not sent", text: "That was too much text for this form. Go back and shorten it." },
  unreadable: {
    title: "Not sent",
    text: "The form came in a way we cannot read. Open it in a browser and send it again.",
  },
  thanks: { title: "Thank you", text: "We have received it and will answer you." },
  closed: { title: "This form is closed", text: "Nothing is taken here any more." },
  notFound: {
    title: "There is no such form",
    text: "Perhaps the address was not copied to its end. Check it, or open the post in which you saw it.",
  },
  broken: { title: "The form does not work right now", text: "It will pass. Go back, and send again in a minute." },
};

const uk: typeof en = {
  fields: { name: "Ім'я", email: "Електронна пошта", phone: "Телефон", message: "Повідомлення" },
  optional: "необов'язково",
  choose: "Виберіть",
  send: "Надіслати",
  privacy: "Як ми бережемо ваші дані",
  emptyLabel: "Лишіть це поле порожнім",
  wrongTitle: "Ще не надіслано",
  wrong: "Виправте позначене нижче й надішліть знову. Усе, що ви написали, лишилося.",
  problems: {
    missing: () => "Заповніть це поле.",
    email: () => "Це не адреса електронної пошти. Напишіть її так: name@example.com.",
    phone: () => "Це не номер телефону. Напишіть усі цифри, найкраще з кодом країни: +380…",
    contact: () => "Лишіть пошту або телефон, щоб ми могли відповісти.",
    choice: () => "Виберіть одну з відповідей.",
    consent: () => "Без вашої згоди ми не можемо взяти ваші дані. Поставте позначку, якщо погоджуєтеся.",
    "too-long": (most) => `Задовго: щонайбільше ${most} символів. Скоротіть.`,
  },
  again: {
    quick: "Ви впоралися дуже швидко. Перевірте, чи все правильно, і надішліть ще раз.",
    old: "Ця сторінка була відкрита довго. Перевірте написане й надішліть ще раз.",
    robot: "Щось заповнило поле, яке має бути порожнім. Ми його очистили: надішліть ще раз.",
  },
  tooMany:
    "За цю годину з вашої мережі надійшло забагато заявок. Зачекайте годину й надішліть знову; написане лишилося.",
  tooLarge: { title: "Не надіслано", text: "Для цієї форми тексту забагато. Поверніться й скоротіть його." },
  unreadable: {
    title: "Не надіслано",
    text: "Форма прийшла в такому вигляді, що її не прочитати. Відкрийте її в браузері й надішліть знову.",
  },
  thanks: { title: "Дякуємо", text: "Ми отримали вашу заявку й відповімо." },
  closed: { title: "Форму закрито", text: "Тут більше нічого не приймають." },
  notFound: {
    title: "Такої форми немає",
    text: "Можливо, адресу скопійовано не повністю. Перевірте її або відкрийте допис, у якому ви її побачили.",
  },
  broken: { title: "Форма зараз не працює", text: "Це тимчасово. Поверніться й надішліть ще раз за хвилину." },
};

const texts: Readonly<Record<Language, typeof en>> = { en, uk };

/** What a visitor of a landing form reads. */
export const leadFormTexts = (language: Language): typeof en => texts[language];
