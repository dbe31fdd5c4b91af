import type { FailureEntry } from "../failures.ts";

/** Failures of tasks, and of recommendations that become them. */
export const taskFailures = {
  "too-many-tasks": {
    uk: (p) => ({
      message: `Відкритих завдань уже ${p.most}, більше не можна.`,
      cure: "Завершіть або видаліть ті, що вже не потрібні.",
    }),
    en: (p) => ({
      message: `There are ${p.most} open tasks already, which is as many as there can be.`,
      cure: "Complete or delete those that are no longer needed.",
    }),
  },
  "task-assignee-unknown": {
    uk: () => ({ message: "Такого учасника немає.", cure: "Виберіть когось зі списку або залиште поле порожнім." }),
    en: () => ({ message: "There is no such member.", cure: "Choose somebody from the list, or leave it empty." }),
  },
  "task-exists": {
    uk: () => ({
      message: "Для цього сповіщення вже є відкрите завдання.",
      cure: "Знайдіть його серед завдань і змініть там.",
    }),
    en: () => ({
      message: "This alert has an open task already.",
      cure: "Find it among the tasks and change it there.",
    }),
  },
  "recommendation-gone": {
    uk: () => ({
      message: "Цієї поради вже немає: на неї відповіли або цифри змінилися.",
      cure: "Оновіть сторінку.",
    }),
    en: () => ({
      message: "This recommendation is gone: somebody answered it, or the figures have changed.",
      cure: "Reload the page.",
    }),
  },
  "recommendation-without-plan": {
    uk: () => ({ message: "Ця порада не змінює розкладу.", cure: "Створіть із неї завдання." }),
    en: () => ({ message: "This recommendation changes no schedule.", cure: "Make a task of it." }),
  },
} satisfies Record<string, FailureEntry>;
