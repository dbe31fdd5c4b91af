import { signal } from "@preact/signals";

const query = matchMedia("(max-width: 720px)");

/** Whether the page is as narrow as a phone, where the bar at the foot takes the rail's place. */
export const narrow = signal(query.matches);

query.addEventListener("change", () => {
  narrow.value = query.matches;
});
