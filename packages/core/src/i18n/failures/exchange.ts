import type { FailureEntry } from "../failures.ts";
import { formatNumber } from "../format.ts";
import { pluralForm } from "../plural.ts";

const rowsUk = (count: unknown) =>
  `${formatNumber("uk", Number(count))} ${pluralForm("uk", Number(count), { one: "рядок", few: "рядки", many: "рядків" })}`;
const rowsEn = (count: unknown) =>
  `${formatNumber("en", Number(count))} ${pluralForm("en", Number(count), { one: "row", many: "rows" })}`;
const mb = (bytes: unknown) => Number(bytes) / 1_000_000;

/** Failures of a table as a whole, and of taking posts out of Dopys. */
export const exchangeFailures = {
  "import-too-large": {
    uk: (p) => ({
      message: `Файл завеликий: ${formatNumber("uk", mb(p.actual), 1)} МБ, дозволено ${formatNumber("uk", mb(p.allowed))} МБ.`,
      cure: "Поділіть його на кілька файлів.",
    }),
    en: (p) => ({
      message: `The file is too large: ${formatNumber("en", mb(p.actual), 1)} MB, ${formatNumber("en", mb(p.allowed))} MB are allowed.`,
      cure: "Split it into several files.",
    }),
  },
  "import-too-many-rows": {
    uk: (p) => ({ message: `У файлі понад ${rowsUk(p.allowed)}.`, cure: "Поділіть його на кілька файлів." }),
    en: (p) => ({ message: `The file has more than ${rowsEn(p.allowed)}.`, cure: "Split it into several files." }),
  },
  "import-file-differs": {
    uk: () => ({ message: "Надійшов не той файл, що його вибрали.", cure: "Завантажте файл ще раз." }),
    en: () => ({ message: "The file that arrived is not the one that was chosen.", cure: "Upload the file again." }),
  },
  "import-empty": {
    uk: () => ({
      message: "У файлі немає жодного рядка під заголовками.",
      cure: "Додайте рядки й завантажте файл ще раз.",
    }),
    en: () => ({ message: "The file has no row below its headings.", cure: "Add rows and upload it again." }),
  },
  "import-state-refuses": {
    uk: () => ({
      message: "Цей файл зараз не можна перевірити чи імпортувати.",
      cure: "Оновіть сторінку й подивіться, що з ним.",
    }),
    en: () => ({ message: "This file can't be checked or imported now.", cure: "Reload and see where it stands." }),
  },
  "import-has-bad-rows": {
    uk: (p) => ({
      message: `У файлі є помилки: ${rowsUk(p.count)}. Нічого не імпортовано.`,
      cure: "Виправте їх і завантажте файл ще раз або виберіть імпорт без рядків із помилками.",
    }),
    en: (p) => ({
      message: `The file has ${rowsEn(p.count)} with problems. Nothing was imported.`,
      cure: "Correct them and upload the file again, or choose to import without them.",
    }),
  },
  "import-has-no-good-rows": {
    uk: () => ({ message: "У кожному рядку файлу є помилки.", cure: "Виправте їх і завантажте файл ще раз." }),
    en: () => ({ message: "Every row of the file has a problem.", cure: "Correct them and upload the file again." }),
  },
  "import-member-gone": {
    uk: () => ({
      message: "Той, хто почав імпорт, більше не може створювати дописи.",
      cure: "Почніть імпорт ще раз від свого імені: уже створені дописи не повторяться.",
    }),
    en: () => ({
      message: "Whoever began this import may not create posts any more.",
      cure: "Begin it again yourself: posts already made will not be doubled.",
    }),
  },
  "import-rows-gone": {
    uk: () => ({ message: "Перевірених рядків більше немає.", cure: "Завантажте файл ще раз." }),
    en: () => ({ message: "The checked rows are not kept any more.", cure: "Upload the file again." }),
  },
  "export-too-large": {
    uk: (p) => ({
      message: `За цей час понад ${formatNumber("uk", Number(p.allowed))} публікацій: для одного файлу календаря забагато.`,
      cure: "Виберіть коротший період або один канал.",
    }),
    en: (p) => ({
      message: `This period has more than ${formatNumber("en", Number(p.allowed))} publications: too many for one calendar file.`,
      cure: "Choose a shorter period or one channel.",
    }),
  },
  "csv-is-workbook": {
    uk: () => ({
      message: "Це книга Excel, а не CSV.",
      cure: "Збережіть аркуш як «CSV UTF-8 (розділювач — кома)» і завантажте той файл.",
    }),
    en: () => ({
      message: "This is an Excel workbook, not CSV.",
      cure: 'Save the sheet as "CSV UTF-8 (comma delimited)" and upload that file.',
    }),
  },
  "csv-encoding-unknown": {
    uk: () => ({
      message: "Не вдалося певно визначити кодування файлу, тож тексти могли б зіпсуватися.",
      cure: "Збережіть його як CSV у кодуванні UTF-8.",
    }),
    en: () => ({
      message: "The file's encoding is not certain, so texts might be spoiled.",
      cure: "Save it as CSV in UTF-8.",
    }),
  },
  "csv-letters-lost": {
    uk: () => ({
      message: "Замість деяких літер у файлі стоїть знак «�»: їх утрачено ще до того, як файл прочитали.",
      cure: "Збережіть таблицю наново як CSV у кодуванні UTF-8. Програма, що надсилає файл сама, має вказати тип application/octet-stream.",
    }),
    en: () => ({
      message: 'Some letters of the file are replaced by the sign "�": they were lost before the file was read.',
      cure: "Save the table anew as CSV in UTF-8. A program that sends the file should name the type application/octet-stream.",
    }),
  },
  "csv-no-text-column": {
    uk: () => ({
      message: "У першому рядку немає стовпця «Текст».",
      cure: "Назвіть стовпці в першому рядку; візьміть за зразок шаблон.",
    }),
    en: () => ({
      message: 'The first row names no "Text" column.',
      cure: "Name the columns in the first row; take the template as a model.",
    }),
  },
  "csv-needed": {
    uk: () => ({ message: "Тут потрібна таблиця CSV.", cure: "Виберіть файл .csv." }),
    en: () => ({ message: "A CSV table is needed here.", cure: "Choose a .csv file." }),
  },
  "csv-no-person-column": {
    uk: () => ({
      message: "У таблиці немає стовпця, за яким упізнати людину.",
      cure: "Назвіть стовпець у першому рядку: ім'я, пошта або телефон.",
    }),
    en: () => ({
      message: "The table has no column that tells who a person is.",
      cure: "Name one in the first line: name, e-mail or telephone.",
    }),
  },
  "csv-no-email-column": {
    uk: () => ({
      message: "У таблиці немає стовпця з електронною поштою.",
      cure: "Назвіть стовпець у першому рядку: Пошта.",
    }),
    en: () => ({
      message: "The table has no column with e-mail addresses.",
      cure: "Name one in the first line: E-mail.",
    }),
  },
  "csv-no-place-column": {
    uk: () => ({
      message: "У таблиці немає стовпця, де сказано, на якій платформі чи сайті відгук.",
      cure: "Назвіть стовпець у першому рядку: Де.",
    }),
    en: () => ({
      message: "The table has no column that says where a review stands.",
      cure: "Name one in the first line: Place.",
    }),
  },
  "csv-no-date-column": {
    uk: () => ({ message: "У таблиці немає стовпця з датою.", cure: "Назвіть стовпець у першому рядку: Дата." }),
    en: () => ({ message: "The table has no column with the date.", cure: "Name one in the first line: Date." }),
  },
  "csv-no-opinion-column": {
    uk: () => ({
      message: "У таблиці немає ні оцінки, ні тексту відгуку.",
      cure: "Додайте хоча б один стовпець: Оцінка, Рекомендує або Відгук.",
    }),
    en: () => ({
      message: "The table has neither ratings nor texts.",
      cure: "Add at least one column: Rating, Recommends or Review.",
    }),
  },
  "cell-missing": {
    uk: () => ({ message: "Тут порожньо.", cure: "Заповніть клітинку." }),
    en: () => ({ message: "This is empty.", cure: "Fill the cell in." }),
  },
  "review-empty": {
    uk: () => ({ message: "Немає ні оцінки, ні тексту.", cure: "Вкажіть хоча б щось одне." }),
    en: () => ({ message: "There is neither a rating nor a text.", cure: "Give at least one of them." }),
  },
  "rating-malformed": {
    uk: () => ({ message: "Це не оцінка.", cure: "Напишіть ціле число від 1 до 5." }),
    en: () => ({ message: "This is not a rating.", cure: "Write a whole number from 1 to 5." }),
  },
  "verdict-malformed": {
    uk: () => ({ message: "Незрозуміло, чи людина рекомендує.", cure: "Напишіть: так або ні." }),
    en: () => ({ message: "This does not say whether they recommend.", cure: "Write: yes or no." }),
  },
  "answer-day-missing": {
    uk: () => ({ message: "Є відповідь, але немає її дати.", cure: "Вкажіть дату відповіді або приберіть відповідь." }),
    en: () => ({ message: "There is an answer without its date.", cure: "Give the date, or take the answer out." }),
  },
  "answer-before-review": {
    uk: () => ({ message: "Відповідь давніша за відгук.", cure: "Перевірте обидві дати." }),
    en: () => ({ message: "The answer is older than the review.", cure: "Check both dates." }),
  },
  "language-unknown": {
    uk: () => ({ message: "Такою мовою ми не пишемо.", cure: "Напишіть: uk або en." }),
    en: () => ({ message: "We do not write in this language.", cure: "Write: uk or en." }),
  },
  "purchase-too-old": {
    uk: ({ days }) => ({
      message: `Покупка надто давня: минуло понад ${days} днів.`,
      cure: "Запитуйте лише тих, хто купував нещодавно.",
    }),
    en: ({ days }) => ({
      message: `The purchase is too old: more than ${days} days have passed.`,
      cure: "Ask only those who bought lately.",
    }),
  },
  "cell-too-long": {
    uk: ({ most }) => ({ message: `Задовго: щонайбільше ${most} символів.`, cure: "Скоротіть." }),
    en: ({ most }) => ({ message: `Too long: at most ${most} characters.`, cure: "Shorten it." }),
  },
  "lead-stage-unknown": {
    uk: () => ({
      message: "Такого етапу немає.",
      cure: "Напишіть: новий, цільовий, зустріч, виграно або втрачено.",
    }),
    en: () => ({
      message: "There is no such stage.",
      cure: "Write: new, qualified, appointment, won or lost.",
    }),
  },
  "currency-malformed": {
    uk: () => ({ message: "Це не код валюти.", cure: "Напишіть три латинські літери, наприклад UAH." }),
    en: () => ({ message: "This is not a currency's code.", cure: "Write three Latin letters, as in UAH." }),
  },
  "amount-malformed": {
    uk: () => ({ message: "Це не сума.", cure: "Напишіть число, наприклад 12 500,50." }),
    en: () => ({ message: "This is not an amount.", cure: "Write a number, as in 12 500.50." }),
  },
  "day-malformed": {
    uk: () => ({ message: "Такого дня немає.", cure: "Напишіть день так: 2026-11-24 або 24.11.2026." }),
    en: () => ({ message: "There is no such day.", cure: "Write the day as 2026-11-24 or 24.11.2026." }),
  },
  "day-in-future": {
    uk: () => ({ message: "Цей день ще не настав.", cure: "Напишіть день, коли це сталося." }),
    en: () => ({ message: "That day has not come yet.", cure: "Write the day on which it happened." }),
  },
  "csv-column-twice": {
    uk: (p) => ({ message: `Стовпець «${p.heading}» є двічі.`, cure: "Залиште один із них." }),
    en: (p) => ({ message: `The column "${p.heading}" stands twice.`, cure: "Leave one of them." }),
  },
  "csv-broken-quotes": {
    uk: (p) => ({
      message: `У рядку ${p.row} лапки розставлено неправильно, тож далі файл не прочитати.`,
      cure: "Візьміть увесь текст клітинки в лапки, а лапки всередині подвойте — або збережіть файл заново з таблиці.",
    }),
    en: (p) => ({
      message: `In row ${p.row} the quotation marks are broken, so the rest of the file can't be read.`,
      cure: "Put the whole text of the cell in quotation marks and double those inside, or save the file anew from the spreadsheet.",
    }),
  },
} satisfies Record<string, FailureEntry>;
