export * from "./get-review.ts";
export * from "./is-negative.ts";
export * from "./list-reviews.ts";
export * from "./model.ts";
export * from "./ports.ts";
export * from "./read-figures.ts";
export * from "./review-facts.ts";
export * from "./store-review.ts";
