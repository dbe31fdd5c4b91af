import type { Machine } from "../machine.ts";
import { type Figures, must, until } from "./figures.ts";
import type { DemoWorkspace } from "./set-up.ts";
import { demoToday } from "./zone.ts";

const readers = [
  { email: "kerivnyk@lystok.example", name: "Тарас", language: "uk" },
  { email: "investor@lystok.example", name: "Emma", language: "en" },
];

/** Has the weekly report of the seven days up to today mailed to two readers, asking for it twice. */
export async function reportStep(
  machine: Machine,
  { client }: DemoWorkspace,
  figures: Figures,
  say: (line: string) => void,
): Promise<void> {
  const { report } = await client.ask<{ report: { id: string } }>("POST", "/api/reports", {
    name: "Тижневий звіт",
    schedule: { kind: "weekly", weekday: 1, time: "09:00" },
    recipients: readers,
  });
  const today = demoToday();
  const period = { from: today.subtract({ days: 6 }).toString(), to: today.toString() };
  await client.ask("POST", `/api/reports/${report.id}/send`, { period });
  await client.ask("POST", `/api/reports/${report.id}/send`, { period });
  const addressed = () =>
    (machine.cloud.mail?.listMails() ?? []).filter((mail) =>
      mail.to.some((to) => readers.some(({ email }) => to.includes(email))),
    );
  await until("each reader's mail is delivered", 60_000, async () => {
    const { deliveries } = await client.ask<{ deliveries: { state: string }[] }>(
      "GET",
      `/api/reports/${report.id}/deliveries`,
    );
    return deliveries.length === 2 && deliveries.every(({ state }) => state === "delivered");
  });
  await until("the second request is worked off", 30_000, async () => queueIsEmpty(machine));
  const mails = addressed();
  figures.mails = mails.length;
  must(mails.length === 2, `one mail a reader: ${mails.length}`);
  for (const { html = "", text = "", attachments, subject } of mails) {
    must(/^(Тиждень|Week) \d+: /.test(subject ?? ""), `the subject says the result: ${subject}`);
    must(html.includes("cid:reach") && text.length > 200, "HTML with charts and plain text");
    const types = attachments.map(({ contentType }) => contentType);
    must(types.includes("application/pdf") && types.includes("image/png"), `PDF and chart images: ${types}`);
  }
  say(`the weekly report is mailed once to each of two readers: "${mails.map(({ subject }) => subject).join('", "')}"`);
}

/** Whether nothing waits on the report queue and no report is being built. */
async function queueIsEmpty(machine: Machine): Promise<boolean> {
  const { GetQueueAttributesCommand, SQSClient } = await import("@aws-sdk/client-sqs");
  const sqs = new SQSClient({
    endpoint: machine.cloud.gatewayUrl,
    region: machine.cloud.region,
    credentials: machine.cloud.operatorCredentials,
  });
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: machine.cloud.resource("Report").ref, AttributeNames: ["All"] }),
  );
  sqs.destroy();
  const { ApproximateNumberOfMessages: visible, ApproximateNumberOfMessagesNotVisible: inHand } = Attributes;
  return visible === "0" && inHand === "0";
}
