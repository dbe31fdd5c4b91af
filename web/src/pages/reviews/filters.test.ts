import { expect, it } from "vitest";
import { filtersOf, withFilter } from "./filters.ts";

const of = (query: string) => filtersOf(new URLSearchParams(query));

it("stands on the queue of unanswered reviews, the oldest first", () => {
  expect(of("")).toEqual({ state: "open", order: "oldest" });
});

it("takes what an address asks for, and nothing that no filter has", () => {
  expect(of("state=all&order=newest&opinion=1&language=uk&channelId=chan_1")).toEqual({
    state: "all",
    order: "newest",
    opinion: "1",
    language: "uk",
    channelId: "chan_1",
  });
  expect(of("state=burnt&opinion=6&language=tlh&channelId=a/b")).toEqual({ state: "open", order: "oldest" });
});

it("keeps what is usual out of the address, and the rest of it as it was", () => {
  const params = new URLSearchParams("by=month&opinion=1&state=all");
  expect(withFilter(params, { state: "open", opinion: "2" }).toString()).toBe("by=month&opinion=2");
  expect(withFilter(params, { opinion: undefined }).toString()).toBe("by=month&state=all");
});
