import type { ConsentTexts } from "../../google/consent.ts";

export const consentTexts: ConsentTexts = {
  uk: {
    title: "Dopys просить доступ до Google Analytics",
    asks: "Переглядати дані ваших ресурсів Google Analytics.",
  },
  en: {
    title: "Dopys wants access to Google Analytics",
    asks: "See the data of your Google Analytics properties.",
  },
};
