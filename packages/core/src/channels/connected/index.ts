export * from "./calls.ts";
export * from "./connect.ts";
export * from "./events.ts";
export * from "./model.ts";
export * from "./ports.ts";
export * from "./remove-channel.ts";
export * from "./renew-tokens.ts";
export * from "./set-slots.ts";
