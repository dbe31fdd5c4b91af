export * from "./check-answers.ts";
export * from "./edit-forms.ts";
export * from "./model.ts";
export * from "./ports.ts";
export * from "./submit-form.ts";
