import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { leadFormTexts } from "#core/i18n/lead-form.ts";
import type { Actor } from "#core/kernel/actor.ts";
import { unwrap } from "#core/kernel/result.ts";
import { changeForm, createForm, type FormDraft, type LeadForm, listLeads } from "#core/leads/index.ts";
import { type ApiWorld, apiWorld } from "#tests/support/api-world.ts";
import { startTestDynamo, type TestDynamo } from "#tests/support/dynamo.ts";
import { aPublication } from "#tests/support/publishing-world.ts";
import { createForms, maxFormBytes } from "./forms-app.ts";

const draft: FormDraft = {
  name: "Кава додому",
  language: "uk",
  title: "Кава додому щотижня",
  intro: "Лишіть контакт, ми відповімо.",
  fields: { name: "required", email: "optional", phone: "optional", message: "optional" },
  questions: [{ label: "Скільки пачок?", required: true, options: ["1", "2"] }],
  consent: "Погоджуюся, що «Листок» збереже мої дані, щоб відповісти.",
  thanks: "Дякуємо, ми зателефонуємо.",
  active: true,
};
const right = { name: "Олена", email: "Olena@x.ua", phone: "067 123 45 67", q1: "2", consent: "yes" };

let dynamo: TestDynamo;
let world: ApiWorld;
let forms: ReturnType<typeof createForms>;
let actor: Actor;
let form: LeadForm;
let troubles: unknown[];
let workspaces = 0;
beforeAll(async () => {
  dynamo = await startTestDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(async () => {
  world = apiWorld(dynamo);
  troubles = [];
  forms = createForms(world.deps, (error) => void troubles.push(error));
  actor = { type: "member", workspaceId: `ws_form${workspaces++}`, memberId: "mem_1", role: "owner", language: "uk" };
  form = await aForm({});
});

const aForm = async (change: Partial<FormDraft>) =>
  unwrap(await createForm(world.deps, actor, { clientKey: crypto.randomUUID(), draft: { ...draft, ...change } }));
const open = (path = "") => forms.request(`/f/${form.code}${path}`);
const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";
const leads = async () => unwrap(await listLeads(world.deps, actor, { limit: 50 })).items;

/** Opens the page, waits as people do, and gives what its hidden fields hold. */
async function opened(path = "") {
  const html = await (await open(path)).text();
  world.clock.advance(10_000);
  const names = ["ticket", "consentVersion", "via", "utm_source", "utm_campaign"];
  return Object.fromEntries(names.map((name) => [name, hidden(html, name)]).filter(([, value]) => value !== ""));
}

const post = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  forms.request(`/f/${form.code}`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams(fields).toString(),
  });

describe("a landing form", () => {
  it("speaks its own language, has no script, and lets nothing in from elsewhere", async () => {
    const answer = await open();
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain('<html lang="uk">');
    for (const text of [draft.title, draft.intro, draft.consent, "Скільки пачок?"]) expect(html).toContain(text);
    expect(html).not.toMatch(/<script|<style|style=|javascript:/);
    expect(answer.headers.get("content-security-policy")).toBe(
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("set-cookie")).toBeNull();
    expect(await (await open("/thanks")).text()).toContain("Дякуємо, ми зателефонуємо.");
  });

  it("stores a lead with what was asked and agreed to, and says thanks", async () => {
    const page = await opened();
    const sentAt = world.clock.nowMs();
    const answer = await post({ ...page, ...right });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `/f/${form.code}/thanks`]);
    const [lead] = await leads();
    expect(lead).toMatchObject({ name: "Олена", emails: ["olena@x.ua"], stage: "new", waiting: { since: sentAt } });
    expect(lead?.sources).toMatchObject([
      {
        kind: "form",
        formId: form.id,
        fields: { name: "Олена", email: "Olena@x.ua", "Скільки пачок?": "2" },
        consent: { version: 1, text: draft.consent, at: sentAt },
      },
    ]);
  });

  it("stores once what is sent twice, at once or later", async () => {
    const page = await opened();
    const twice = await Promise.all([post({ ...page, ...right }), post({ ...page, ...right })]);
    world.clock.advance(3_600_000);
    const answers = [...twice, await post({ ...page, ...right })];
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const stored = await leads();
    expect(stored.map(({ sources }) => sources.length)).toEqual([1]);
  });

  it("takes an address that was mended on the same page, and somebody else's, instead of thanking for nothing", async () => {
    const page = await opened();
    await post({ ...page, ...right, email: "olena@gmial.com", phone: "" });
    await post({ ...page, ...right, email: "olena@gmail.com", phone: "" });
    await post({ ...page, ...right, name: "Подруга", email: "", phone: "050 111 22 33" });
    const known = (await leads()).map(({ emails, phones }) => [...emails, ...phones].join());
    expect(known.toSorted()).toEqual(["0501112233", "olena@gmail.com", "olena@gmial.com"]);
  });

  it("says beside each field what is wrong, in its language, and keeps everything typed", async () => {
    const typed = { name: "", email: "olena", phone: "12", message: "Хочу <b>каву</b>", q1: "7" };
    const answer = await post({ ...(await opened()), ...typed });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    const { problems } = leadFormTexts("uk");
    for (const code of ["missing", "email", "phone", "choice", "consent"] as const) {
      expect(html).toContain(problems[code]().replace("'", "&#39;"));
    }
    expect(html).toContain('value="olena"');
    expect(html).toContain("Хочу &lt;b>каву&lt;/b>");
    expect(html).toContain('aria-describedby="email-wrong"');
    expect(html).toContain('role="alert"');
    expect(await leads()).toEqual([]);
    form = await aForm({ language: "en" });
    expect(await (await post({ ...(await opened()), ...typed })).text()).toContain("This is not an e-mail address.");
  });

  it("takes neither a person without any address nor one who does not agree", async () => {
    const page = await opened();
    const nobody = await post({ ...page, ...right, email: "", phone: "" });
    expect(await nobody.text()).toContain(leadFormTexts("uk").problems.contact());
    expect((await post({ ...page, ...right, consent: "" })).status).toBe(422);
    expect(await leads()).toEqual([]);
  });

  it("keeps the consent that was read, though the form has another by now", async () => {
    const page = await opened();
    const changed = unwrap(
      await changeForm(world.deps, actor, {
        formId: form.id,
        version: form.version,
        draft: { ...draft, consent: "Інший текст" },
      }),
    );
    expect(changed.consents.map(({ version, text }) => [version, text])).toEqual([
      [1, draft.consent],
      [2, "Інший текст"],
    ]);
    await post({ ...page, ...right });
    await post({ ...(await opened()), ...right, email: "x@x.ua", phone: "" });
    const texts = (await leads()).map(({ sources }) => sources[0]?.consent?.version);
    expect(texts.sort()).toEqual([1, 2]);
  });

  it("that is closed or nowhere takes nothing and says so", async () => {
    const page = await opened();
    form = unwrap(
      await changeForm(world.deps, actor, {
        formId: form.id,
        version: form.version,
        draft: { ...draft, active: false },
      }),
    );
    expect((await open()).status).toBe(410);
    expect((await post({ ...page, ...right })).status).toBe(410);
    const nowhere = await forms.request("/f/0000000000", { headers: { "accept-language": "uk" } });
    expect([nowhere.status, await nowhere.text()]).toEqual([404, expect.stringContaining("Такої форми немає")]);
    expect(await leads()).toEqual([]);
  });
});

describe("where a visitor came from", () => {
  const link = (workspaceId: string) => ({
    code: `Ab3dE5f${workspaces % 10}`,
    workspaceId,
    publicationId: `pub_${workspaceId}`,
    target: "https://dopys.example/f/x",
    timeZone: "Europe/Kyiv",
    createdAt: 0,
  });
  const published = async (workspaceId: string) => {
    const id = `pub_${workspaceId}`;
    await world.deps.publications.create(aPublication({ id, workspaceId, postId: "post_1", campaignId: "camp_1" }));
    await world.deps.shortLinks.create(link(workspaceId));
  };

  it("is the publication whose short link was followed, with its post and campaign", async () => {
    await published(actor.workspaceId);
    const page = await opened(`?via=${link(actor.workspaceId).code}&utm_source=facebook`);
    expect(page.utm_source).toBe("facebook");
    // The way survives a mistake.
    const html = await (await post({ ...page, ...right, name: "" })).text();
    expect(hidden(html, "via")).toBe(page.via);
    await post({ ...page, ...right });
    expect((await leads())[0]?.sources).toMatchObject([
      {
        publicationId: `pub_${actor.workspaceId}`,
        postId: "post_1",
        campaignId: "camp_1",
        origin: { utm_source: "facebook" },
      },
    ]);
  });

  it("is nobody else's publication, whatever code is made up", async () => {
    await published("ws_stranger");
    await post({ ...(await opened()), ...right, via: link("ws_stranger").code });
    await post({ ...(await opened()), ...right, email: "b@x.ua", phone: "", via: "../../etc" });
    const sources = (await leads()).flatMap((lead) => lead.sources);
    expect(sources.map(({ publicationId }) => publicationId)).toEqual([undefined, undefined]);
  });
});

describe("attacks", () => {
  afterEach(() => expect(troubles, "failures of ours").toEqual([]));

  it("with markup in every field come back as text", async () => {
    const evil = `"><script>alert(1)</script><img src=x onerror=alert(1)>' onfocus='x`;
    const page = await opened();
    const fields = Object.fromEntries(["name", "email", "phone", "message", "q1", "extra"].map((name) => [name, evil]));
    for (const sent of [fields, { ...fields, extra: "" }]) {
      const html = await (await post({ ...page, ...sent, via: evil, utm_source: evil, consentVersion: evil })).text();
      expect(html).not.toMatch(/<script|<img/);
      expect(html.match(/value="[^"]*onerror[^"]*"/g)?.length).toBeGreaterThan(2);
    }
    form = await aForm({
      title: evil,
      intro: evil,
      consent: evil,
      questions: [{ label: evil, required: false }],
      thanks: evil,
    });
    for (const path of ["", "/thanks", `?utm_source=${encodeURIComponent(evil)}`]) {
      expect(await (await open(path)).text()).not.toMatch(/<script|<img/);
    }
  });

  it.each([
    ["application/json", 415],
    ["multipart/form-data; boundary=x", 415],
    ["text/plain", 415],
    ["", 415],
  ])("of the type %j are refused", async (type, status) => {
    expect((await post({ ...(await opened()), ...right }, { "content-type": type })).status).toBe(status);
    expect(await leads()).toEqual([]);
  });

  it("with a huge body are refused before anything is read", async () => {
    const answer = await post({ ...(await opened()), ...right, message: "x".repeat(maxFormBytes) });
    expect(answer.status).toBe(413);
    expect(await leads()).toEqual([]);
  });

  it("with too long an answer are told how long it may be", async () => {
    const html = await (await post({ ...(await opened()), ...right, message: "ї".repeat(1501) })).text();
    expect(html).toContain(leadFormTexts("uk").problems["too-long"](1500));
  });

  it("with control characters, halves of characters and repeated fields store what can be read", async () => {
    const page = await opened();
    const body = `${new URLSearchParams({ ...page, ...right, name: "" }).toString().replace("name=", "name=%00%D0%9E%0A%ED%A0%BD&name=x")}`;
    const answer = await forms.request(`/f/${form.code}`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body,
    });
    expect(answer.status).toBe(303);
    expect((await leads())[0]?.name).toMatch(/^О[\s\uFFFD]+$/u);
  });

  it.each(["", "x", "__proto__"])("with the ticket %j have to be sent once more, from a fresh page", async (ticket) => {
    const answer = await post({ ...(await opened()), ...right, ticket });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain(leadFormTexts("uk").again.old);
    const fresh = { ...right, ticket: hidden(html, "ticket"), consentVersion: hidden(html, "consentVersion") };
    world.clock.advance(3000);
    expect((await post(fresh)).status).toBe(303);
  });

  it("with another form's ticket, a day-old one, or one sent at once have to be sent once more", async () => {
    const own = await opened();
    form = await aForm({});
    expect((await post({ ...own, ...right })).status).toBe(422);
    const html = await (await open()).text();
    const page = { ticket: hidden(html, "ticket"), consentVersion: "1" };
    const quick = await post({ ...page, ...right });
    expect([quick.status, await quick.text()]).toEqual([422, expect.stringContaining(leadFormTexts("uk").again.quick)]);
    world.clock.advance(3000);
    expect((await post({ ...page, ...right })).status).toBe(303);
    world.clock.advance(25 * 3_600_000);
    expect((await post({ ...page, ...right })).status).toBe(422);
    expect(await leads()).toHaveLength(1);
  });

  it("with a name of which nothing is to be seen lack it, and one that turns its surroundings is stored without that", async () => {
    const page = await opened();
    expect((await post({ ...page, ...right, name: "\u200b\u2060" })).status).toBe(422);
    expect((await post({ ...page, ...right, name: "\u202eОлена\u202c" })).status).toBe(303);
    expect((await leads()).map(({ name }) => name)).toEqual(["Олена"]);
  });

  it("by a robot that fills in what nobody sees store nothing, and a person's autofill loses nothing", async () => {
    const page = await opened();
    const html = await (await post({ ...page, ...right, extra: "https://spam.example" })).text();
    expect(html).not.toContain("spam.example");
    expect(html).toContain('value="Олена"');
    expect(await leads()).toEqual([]);
    expect((await post({ ...page, ...right })).status).toBe(303);
  });

  it("from one address end at twenty an hour, and another address is not held up", async () => {
    const from = (address: string) => ({ "x-forwarded-for": `1.1.1.1, ${address}, 10.0.0.1` });
    const send = async (at: number, address: string) =>
      (await post({ ...(await opened()), ...right, email: `p${at}@x.ua`, phone: "" }, from(address))).status;
    for (let at = 0; at < 20; at++) expect(await send(at, "5.5.5.5")).toBe(303);
    const refused = await post({ ...(await opened()), ...right, email: "z@x.ua", phone: "" }, from("5.5.5.5"));
    expect([refused.status, await refused.text()]).toEqual([429, expect.stringContaining('value="z@x.ua"')]);
    expect(await send(21, "6.6.6.6")).toBe(303);
    world.clock.advance(3_600_000);
    expect(await send(22, "5.5.5.5")).toBe(303);
  });
});

it("says that it is broken when it is, and tells why to whom it concerns", async () => {
  const away = { ...world.deps.leadForms, findByCode: () => Promise.reject(new Error("no table")) };
  forms = createForms({ ...world.deps, leadForms: away }, (error) => void troubles.push(error));
  const answer = await forms.request("/f/x", { headers: { "accept-language": "uk" } });
  expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining("Форма зараз не працює")]);
  expect(troubles).toHaveLength(1);
});
