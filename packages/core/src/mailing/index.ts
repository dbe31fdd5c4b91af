export * from "./lift-suspension.ts";
export * from "./model.ts";
export * from "./ports.ts";
export * from "./read-members-mail.ts";
export * from "./read-suspension.ts";
export * from "./suspend-address.ts";
