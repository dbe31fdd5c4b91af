import type { ApiClient } from "./client.ts";
import { demoToday } from "./zone.ts";

const lines = [
  { kind: "ads", name: "Осіннє меню", planned: 15_000_00, spent: null },
  { kind: "content", name: "Фотограф", planned: 8_000_00, spent: 7_500_00 },
  { kind: "content", name: "Копірайтер", planned: 6_000_00, spent: null },
  { kind: "tools", name: "Canva", planned: 520_00, spent: 520_00 },
  { kind: "training", name: "Курс із відео", planned: 3_000_00, spent: null },
] as const;

/** Has what the page's ads cost measured, and plans a budget for this month. */
export async function planMoney(client: ApiClient, page: { readonly id: string }): Promise<void> {
  const { accounts } = await client.ask<{ accounts: { id: string }[] }>("GET", `/api/channels/${page.id}/ad-accounts`);
  await client.ask("PUT", `/api/channels/${page.id}/ad-account`, { accountId: accounts[0]?.id ?? null });
  const month = demoToday().toString().slice(0, 7);
  for (const line of lines) await client.ask("POST", "/api/budget", { month, ...line });
}
