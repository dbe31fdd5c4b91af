import fc from "fast-check";

/*
 * What happens on a page, as the platform itself would tell it in order. Nothing here knows the product: neither its
 * models nor how it reads deliveries.
 */

export const page = "1112223334445";
export const customers = ["5550001", "5550002", "5550003"] as const;

/** One thing that happened. `at` is in whole seconds, as the platform counts; `id` names what it happened to. */
export type PageEvent = { readonly at: number } & (
  | {
      readonly kind: "comment";
      readonly id: string;
      readonly parent?: string;
      readonly by: string;
      readonly text: string;
    }
  /** `top` is the comment that begins the conversation, which may be this one. */
  | {
      readonly kind: "edit" | "hide" | "unhide" | "remove";
      readonly id: string;
      readonly top: string;
      readonly text?: string;
    }
  | {
      readonly kind: "direct";
      readonly id: string;
      readonly person: string;
      readonly own: boolean;
      readonly text: string;
    }
  | {
      readonly kind: "direct-edit" | "direct-removal";
      readonly id: string;
      readonly person: string;
      readonly own: boolean;
      readonly text?: string;
    }
  | {
      readonly kind: "rating";
      readonly id: string;
      readonly verb: "add" | "edit" | "remove";
      readonly by: string;
      readonly good: boolean;
      readonly text: string;
    }
  | { readonly kind: "rating-answer"; readonly id: string; readonly story: string }
  | { readonly kind: "lead"; readonly id: string }
  | { readonly kind: "noise"; readonly what: "reaction" | "own-post" | "read" }
);

/** A choice that `history` turns into the next event that is possible then. */
interface Choice {
  readonly what: number;
  readonly which: number;
  readonly after: number;
  readonly text: string;
}

const choice: fc.Arbitrary<Choice> = fc.record({
  what: fc.nat({ max: 99 }),
  which: fc.nat({ max: 999 }),
  // Mostly seconds, sometimes hours, so that things fall into several hours and days.
  after: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 40_000 })),
  text: fc.constantFrom("Де моє замовлення?", "Жахливо", "Дякую, супер!", "", "🙂 \uFFFD", "how much is it?"),
});

/** What stands on the page so far and may be acted upon. */
interface Standing {
  readonly comments: { id: string; top: string; gone: boolean }[];
  readonly directs: { id: string; person: string; own: boolean; gone: boolean }[];
  readonly ratings: { id: string; by: string; gone: boolean }[];
}

/** A course of events of at most `maxLength`, each later than the one before. */
export const history = (maxLength: number): fc.Arbitrary<readonly PageEvent[]> =>
  fc.array(choice, { minLength: Math.ceil(maxLength / 2), maxLength }).map((choices) => {
    const standing: Standing = { comments: [], directs: [], ratings: [] };
    let at = 1_793_000_000;
    return choices.map((made, index) => {
      at += made.after;
      return { at, ...next(standing, made, `${901 + index}`) };
    });
  });

type Happening = PageEvent extends infer Event ? (Event extends PageEvent ? Omit<Event, "at"> : never) : never;

const pick = <T>(list: readonly T[], which: number): T | undefined => list[which % Math.max(1, list.length)];

function next(standing: Standing, { what, which, text }: Choice, id: string): Happening {
  const by = pick(customers, which) ?? customers[0];
  const comment = pick(
    standing.comments.filter(({ gone }) => !gone),
    which,
  );
  const direct = pick(
    standing.directs.filter(({ gone }) => !gone),
    which,
  );
  const rating = pick(
    standing.ratings.filter(({ gone }) => !gone),
    which,
  );
  if (what < 14) return added(standing, { kind: "comment", id: `1_${id}`, by, text });
  if (what < 20 && comment) return added(standing, { kind: "comment", id: `1_${id}`, parent: comment.top, by, text });
  if (what < 28 && comment)
    return added(standing, { kind: "comment", id: `1_${id}`, parent: comment.top, by: page, text });
  if (what < 44 && comment) return { kind: "edit", id: comment.id, top: comment.top, text: `${text} (${id})` };
  if (what < 52 && comment) return { kind: which % 2 ? "hide" : "unhide", id: comment.id, top: comment.top };
  if (what < 58 && comment) {
    comment.gone = true;
    return { kind: "remove", id: comment.id, top: comment.top };
  }
  if (what < 70) return written(standing, { kind: "direct", id: `m_${id}`, person: by, own: what > 66, text });
  if (what < 77 && direct) return { kind: "direct-edit", ...said(direct), text: `${text} (${id})` };
  if (what < 80 && direct) {
    direct.gone = true;
    return { kind: "direct-removal", ...said(direct) };
  }
  if (what < 85) {
    standing.ratings.push({ id, by, gone: false });
    return { kind: "rating", id, verb: "add", by, good: which % 2 === 0, text };
  }
  if (what < 90 && rating)
    return { kind: "rating", id: rating.id, verb: "edit", by: rating.by, good: which % 3 === 0, text };
  if (what < 92 && rating) {
    rating.gone = true;
    return { kind: "rating", id: rating.id, verb: "remove", by: rating.by, good: false, text: "" };
  }
  if (what < 95 && rating) return { kind: "rating-answer", id: `1_${id}`, story: rating.id };
  if (what < 97) return { kind: "lead", id };
  return { kind: "noise", what: pick(["reaction", "own-post", "read"] as const, which) ?? "reaction" };
}

const said = ({ id, person, own }: { id: string; person: string; own: boolean }) => ({ id, person, own });

function added(standing: Standing, event: Extract<Happening, { kind: "comment" }>): Happening {
  standing.comments.push({ id: event.id, top: event.parent ?? event.id, gone: false });
  return event;
}

function written(standing: Standing, event: Extract<Happening, { kind: "direct" }>): Happening {
  standing.directs.push({ ...said(event), gone: false });
  return event;
}
