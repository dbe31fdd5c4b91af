import { expect, it } from "vitest";
import { eachApart } from "./each-apart.ts";

it("does every job though one before it fails, and then throws what failed", async () => {
  const done: string[] = [];
  const broken = new Error("no such workspace");
  const job = (name: string) => async () => done.push(name);
  const all = eachApart({ pages: () => Promise.reject(broken), consent: job("consent"), looks: job("looks") });
  await expect(all).rejects.toMatchObject({ errors: [broken] });
  expect(done).toEqual(["consent", "looks"]);
});

it("answers what each did, one after another", async () => {
  const order: number[] = [];
  const job = (n: number) => async () => {
    order.push(n);
    await Promise.resolve();
    order.push(n);
    return n;
  };
  expect(await eachApart({ one: job(1), two: job(2) })).toEqual({ one: 1, two: 2 });
  expect(order).toEqual([1, 1, 2, 2]);
});
