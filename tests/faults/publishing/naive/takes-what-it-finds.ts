import { dopysEngine, type Engine } from "../engine.ts";

/** Our own engine, that takes what it finds on the platform for what it looks for, whoever else may have put it there. */
export const takesWhatItFinds: Engine = {
  ...dopysEngine,
  name: "takes what it finds",
  settle: (deps, message, delivery) =>
    dopysEngine.settle(
      { ...deps, publishedPosts: { ...deps.publishedPosts, claim: async () => true } },
      message,
      delivery,
    ),
};
