import { expect, it } from "vitest";
import { filterCount, searchOf, viewOf } from "./filters.ts";

const view = (search: string) => viewOf(new URLSearchParams(search));

it("reads what it has written, and writes nothing of what is usual", () => {
  const search = "?state=snoozed&sort=target&channel=chan_1&assignee=me&label=%D0%9A%D0%B0%D1%81%D0%B0&waiting=overdue";
  expect(searchOf(view(search))).toBe(search);
  expect(searchOf(view("?state=open&sort=activity"))).toBe("");
  expect(filterCount(view(search))).toBe(4);
});

it("takes an unknown value for none, so that an old link still opens", () => {
  expect(view("?state=closed&sentiment=angry&assignee=%3Cscript%3E&sort=x")).toEqual({
    state: "open",
    sort: "activity",
  });
});
