import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { formLine } from "./waiting-line.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A line for rooms: `made` of them exist at most, `shut` says that none may be made now. */
function rooms() {
  const free: number[] = [];
  const served: string[] = [];
  const state = { made: 0, atOnce: 1 };
  const line = formLine<number>({
    free: () => free.pop(),
    make: (waitedMs) => (state.made < state.atOnce || waitedMs >= 250 ? ++state.made : undefined),
    patienceMs: 250,
  });
  const guest = (name: string) => line.join().then((room) => served.push(`${name}:${room}`));
  const leave = (room: number) => {
    free.push(room);
    line.advance();
  };
  return { line, state, served, guest, leave };
}

test("the first is served at once, the next by what comes free, in the order of arrival", async () => {
  const { line, state, served, guest, leave } = rooms();
  for (const name of ["a", "b", "c"]) void guest(name);
  await vi.advanceTimersByTimeAsync(100);
  expect(served).toEqual(["a:1"]);
  leave(1);
  leave(1);
  await vi.advanceTimersByTimeAsync(0);
  expect(served).toEqual(["a:1", "b:1", "c:1"]);
  expect([state.made, line.length()]).toEqual([1, 0]);
});

test("one who waited in vain gets a new one, and the next waits as long again", async () => {
  const { state, served, guest } = rooms();
  for (const name of ["a", "b", "c"]) void guest(name);
  await vi.advanceTimersByTimeAsync(249);
  expect(served).toEqual(["a:1"]);
  await vi.advanceTimersByTimeAsync(1);
  expect(served).toEqual(["a:1", "b:2"]);
  await vi.advanceTimersByTimeAsync(250);
  expect(served).toEqual(["a:1", "b:2", "c:3"]);
  expect(state.made).toBe(3);
});

test("what comes free while the first waits makes the second wait its own time", async () => {
  const { served, guest, leave } = rooms();
  for (const name of ["a", "b", "c"]) void guest(name);
  await vi.advanceTimersByTimeAsync(200);
  leave(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(served).toEqual(["a:1", "b:1"]);
  await vi.advanceTimersByTimeAsync(50);
  expect(served).toEqual(["a:1", "b:1", "c:2"]);
});

test("a line that is dispersed leaves nobody waiting", async () => {
  const { line, served, guest } = rooms();
  for (const name of ["a", "b"]) void guest(name);
  line.disperse();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(served).toEqual(["a:1", "b:undefined"]);
  expect(line.length()).toBe(0);
});
