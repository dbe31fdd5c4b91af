import type { Language } from "../kernel/language.ts";

/** What the fields of the API are called on the dashboard. */
const names: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  workspace: { en: "Workspace", uk: "Робочий простір" },
  name: { en: "Name", uk: "Назва або ім’я" },
  timeZone: { en: "Time zone", uk: "Часовий пояс" },
  language: { en: "Language", uk: "Мова" },
  currency: { en: "Currency", uk: "Валюта" },
  owner: { en: "Owner", uk: "Власник" },
  email: { en: "E-mail", uk: "Електронна пошта" },
  token: { en: "Link from the e-mail", uk: "Посилання з листа" },
  role: { en: "Role", uk: "Роль" },
  platform: { en: "Platform", uk: "Платформа" },
  slots: { en: "Posting schedule", uk: "Розклад публікацій" },
  weekday: { en: "Day of the week", uk: "День тижня" },
  time: { en: "Time", uk: "Час" },
  limit: { en: "How many", uk: "Скільки показати" },
  cursor: { en: "Place in the list", uk: "Місце в списку" },
  folder: { en: "Folder", uk: "Тека" },
  q: { en: "Search", uk: "Пошук" },
  kind: { en: "Kind", uk: "Вид" },
  fileName: { en: "File name", uk: "Назва файлу" },
  contentType: { en: "Type of file", uk: "Тип файлу" },
  bytes: { en: "Size of the file", uk: "Розмір файлу" },
  altText: { en: "Description of the picture", uk: "Опис зображення" },
  state: { en: "State", uk: "Стан" },
  base: { en: "Content", uk: "Вміст" },
  text: { en: "Text", uk: "Текст" },
  link: { en: "Link", uk: "Посилання" },
  mediaIds: { en: "Files", uk: "Файли" },
  format: { en: "Format", uk: "Формат" },
  firstComment: { en: "First comment", uk: "Перший коментар" },
  thread: { en: "Thread", uk: "Гілка" },
  channelId: { en: "Channel", uk: "Канал" },
  channelIds: { en: "Channels", uk: "Канали" },
  variants: { en: "Texts of the channels", uk: "Тексти для каналів" },
  campaignId: { en: "Campaign", uk: "Кампанія" },
  topic: { en: "Topic", uk: "Тема" },
  targetCustomer: { en: "Target customer", uk: "Цільовий клієнт" },
  labels: { en: "Labels", uk: "Мітки" },
  tagging: { en: "Link tags", uk: "Мітки посилань" },
  utm: { en: "UTM tags", uk: "UTM-мітки" },
  source: { en: "utm_source", uk: "utm_source" },
  medium: { en: "utm_medium", uk: "utm_medium" },
  campaign: { en: "utm_campaign", uk: "utm_campaign" },
  content: { en: "utm_content", uk: "utm_content" },
  term: { en: "utm_term", uk: "utm_term" },
  notes: { en: "Notes", uk: "Нотатки" },
  comment: { en: "Comment", uk: "Коментар" },
  note: { en: "Comment", uk: "Коментар" },
  when: { en: "When", uk: "Коли" },
  at: { en: "Date and time", uk: "Дата й час" },
  label: { en: "For whom the link is", uk: "Для кого посилання" },
  days: { en: "Days", uk: "Дні" },
  verdict: { en: "Answer", uk: "Відповідь" },
  aim: { en: "Aim", uk: "Мета" },
  from: { en: "Beginning", uk: "Початок" },
  to: { en: "End", uk: "Кінець" },
  start: { en: "Beginning", uk: "Початок" },
  budget: { en: "Budget", uk: "Бюджет" },
  amount: { en: "Sum", uk: "Сума" },
  colour: { en: "Colour", uk: "Колір" },
  code: { en: "Code", uk: "Код" },
  sites: { en: "Your sites", uk: "Ваші сайти" },
  badRows: { en: "Rows with errors", uk: "Рядки з помилками" },
  address: { en: "Address", uk: "Адреса" },
  template: { en: "Template of the text", uk: "Шаблон тексту" },
  rule: { en: "How often it repeats", uk: "Як часто повторювати" },
  minDays: { en: "Days between repeats", uk: "Днів між повторами" },
  maxRepeats: { en: "How many times at most", uk: "Скільки разів щонайбільше" },
  texts: { en: "Texts", uk: "Тексти" },
  day: { en: "Day", uk: "День" },
  problem: { en: "Problem", uk: "Проблема" },
  kpi: { en: "Figure", uk: "Показник" },
  baseline: { en: "Figure now", uk: "Показник зараз" },
  target: { en: "Target", uk: "Ціль" },
  startDay: { en: "First day", uk: "Перший день" },
  dueDay: { en: "By what day", uk: "До якого дня" },
  gapDays: { en: "Days between the variants", uk: "Днів між варіантами" },
  schedule: { en: "When it goes out", uk: "Коли надсилати" },
  recipients: { en: "Readers", uk: "Читачі" },
  answerMinutes: { en: "Time to acknowledge", uk: "Час на підтвердження" },
  low: { en: "Low severity", uk: "Низька важливість" },
  high: { en: "High severity", uk: "Висока важливість" },
  critical: { en: "Critical severity", uk: "Критична важливість" },
  quiet: { en: "Quiet hours", uk: "Тихі години" },
  holdUpTo: { en: "What waits until morning", uk: "Що чекає до ранку" },
  management: { en: "Management", uk: "Керівництво" },
  acknowledges: { en: "May acknowledge alerts", uk: "Може підтверджувати сповіщення" },
  decision: { en: "Decision", uk: "Рішення" },
  outcome: { en: "Outcome", uk: "Чим закінчилося" },
  ownerId: { en: "Responsible", uk: "Відповідальний" },
  memberId: { en: "Member", uk: "Учасник" },
  country: { en: "Country", uk: "Країна" },
  period: { en: "Period", uk: "Період" },
};

const isIndex = (part: string): boolean => /^\d+$/.test(part);

/**
 * The name of a field as people know it, with its number where it is one of several: `recipients.2.email` is
 * "E-mail, no. 3". A field that no form shows is called by its path.
 */
export function fieldName(language: Language, path: string): string {
  const parts = path.split(".");
  const last = parts.findLast((part) => !isIndex(part)) ?? path;
  const known = Object.hasOwn(names, last) ? names[last] : undefined;
  if (!known) return path;
  const index = parts.findLast(isIndex);
  if (index === undefined) return known[language];
  const number = Number(index) + 1;
  return language === "uk" ? `${known.uk}, № ${number}` : `${known.en}, no. ${number}`;
}
