import { describe, expect, it } from "vitest";
import { filtersOf, withFilter } from "./filters.ts";

const of = (search: string) => filtersOf(new URLSearchParams(search));

describe("the filters of the register", () => {
  it("are what the address says, and open where it says nothing", () => {
    expect(of("")).toEqual({ state: "open" });
    expect(of("state=closed&side=threat&severity=high")).toEqual({ state: "closed", side: "threat", severity: "high" });
  });

  it("leave out what an address should not hold", () => {
    expect(of("state=gone&side=both&severity=<b>")).toEqual({ state: "open" });
  });

  it("stand in the address only where they are not usual, beside what else is in it", () => {
    const change = (search: string, filter: object) => withFilter(new URLSearchParams(search), filter).toString();
    expect(change("x=1", { state: "closed" })).toBe("x=1&state=closed");
    expect(change("x=1&state=closed&side=threat", { state: "open", side: undefined })).toBe("x=1");
  });
});
