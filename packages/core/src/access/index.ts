export * from "./edit-profile.ts";
export * from "./invite-member.ts";
export * from "./let-acknowledge.ts";
export * from "./model.ts";
export * from "./ports.ts";
export * from "./roles.ts";
export * from "./set-up-workspace.ts";
export * from "./sign-in.ts";
