import type { ApiClient } from "./client.ts";

const competitors = [
  { platform: "instagram", page: "https://www.instagram.com/zerno.kyiv/", name: "Зерно" },
  { platform: "instagram", page: "@parovoz.coffee", name: "Паровоз" },
  { platform: "instagram", page: "morning.bar" },
  { platform: "facebook", page: "kava.na.podoli", name: "Кава на Подолі" },
] as const;

/** Watches the pages of the neighbours. */
export async function watchCompetitors(client: ApiClient): Promise<void> {
  for (const competitor of competitors) await client.ask("POST", "/api/competitors", competitor);
}
