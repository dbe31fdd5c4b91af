/**
 * Who may import whom, as docs and CONTRIBUTING.md say it. A breach fails the test command.
 * @type {import("dependency-cruiser").IConfiguration}
 */
const core = "^packages/core/src";
const domains =
  "(content|campaigns|links|short-links|publishing|inbox|reviews|leads|insights|strategy|reports|alerts|mailing|rules|cases|review-requests|access|exchange|sources|ads|visits|competitors|currencies|returns|recommendations|tasks)";
const tests = "\\.test\\.tsx?$|/(contract|platform-double)\\.ts$|/test-support/";

const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

export default {
  forbidden: [
    rule(
      "no-cycles",
      "A cycle means that two things are one.",
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    ),
    rule("no-unresolvable", "Everything imported exists.", {}, { couldNotResolve: true, pathNot: "^aws-lambda$" }),
    rule(
      "kernel-is-alone",
      "The kernel imports nothing of ours.",
      { path: `${core}/kernel/`, pathNot: tests },
      { path: "^(packages|functions|infra|web|tests)/", pathNot: `${core}/kernel/|^tests/support/` },
    ),
    rule(
      "i18n-imports-the-kernel-only",
      "Texts know no domain.",
      { path: `${core}/i18n/`, pathNot: tests },
      { path: "^(packages|functions|infra|web|tests)/", pathNot: `${core}/(kernel|i18n)/` },
    ),
    rule(
      "domains-meet-at-the-index",
      "A domain uses another one by what its index.ts offers.",
      { path: `${core}/${domains}/`, pathNot: tests },
      { path: `${core}/${domains}/`, pathNot: [`${core}/$1/`, `${core}/${domains}/index\\.ts$`] },
    ),
    rule(
      "domains-know-no-adapters",
      "A domain names what it needs as a port.",
      { path: `${core}/${domains}/`, pathNot: tests },
      { path: [`${core}/adapters/`, `${core}/channels/platforms/`, "^(functions|infra|web|packages/local)/"] },
    ),
    rule(
      "platforms-stand-apart",
      "A platform imports the port and the kernel; never another platform or an adapter.",
      { path: `${core}/channels/platforms/([^/]+)/`, pathNot: tests },
      {
        path: "^(packages|functions|infra|web)/",
        pathNot: [
          `${core}/channels/platforms/$1/`,
          `${core}/channels/(meta|google)/`,
          `${core}/channels/[^/]+\\.ts$`,
          `${core}/kernel/`,
        ],
      },
    ),
    rule(
      "shared-rooms-are-no-platforms",
      "What Meta's or Google's platforms share knows none of them; only they use it.",
      { path: `${core}/channels/(meta|google)/`, pathNot: tests },
      {
        path: "^(packages|functions|infra|web)/",
        pathNot: [`${core}/channels/$1/`, `${core}/channels/[^/]+\\.ts$`, `${core}/kernel/`],
      },
    ),
    rule(
      "only-platforms-use-shared-rooms",
      "Generic code asks the connector.",
      {
        path: "^(functions|infra|web)/|^packages/core/src/",
        pathNot: [tests, `${core}/channels/(meta|google|platforms)/`],
      },
      { path: `${core}/channels/(meta|google)/` },
    ),
    rule(
      "adapters-implement-ports",
      "Adapters know the kernel and the domains' indexes.",
      { path: `${core}/adapters/`, pathNot: tests },
      {
        path: "^(packages|functions|infra|web|tests)/",
        pathNot: [`${core}/(adapters|kernel)/`, `${core}/${domains}/`, `${core}/channels/(connected/|[^/]+\\.ts$)`],
      },
    ),
    rule(
      "adapters-are-built-in-one-place",
      "Only functions/runtime.ts builds adapters.",
      { path: "^functions/", pathNot: ["^functions/runtime/", "^functions/runtime\\.ts$", tests] },
      { path: `${core}/adapters/` },
    ),
    rule(
      "infra-knows-no-domain",
      "The stacks know the table's keys and the functions' paths.",
      { path: "^infra/" },
      { path: "^(packages|functions|web|tests)/", pathNot: `${core}/adapters/dynamo/table\\.ts$` },
    ),
    rule(
      "nothing-imports-the-local-cloud",
      "The product does not know that it runs on one machine.",
      { path: `^(functions|infra|web)/|${core}/`, pathNot: tests },
      { path: "^packages/local/" },
    ),
    rule(
      "the-local-cloud-plays-what-it-is-given",
      "The player knows templates and wire formats, not the product.",
      { path: "^packages/local/src/(cloud|sandbox)/", pathNot: tests },
      {
        path: `^(functions|web|infra)/|${core}/`,
        pathNot: [
          `${core}/kernel/`,
          `${core}/channels/(connector|manifest)\\.ts$`,
          `${core}/channels/(platforms/[^/]+|meta|google)/wire[^/]*\\.ts$`,
        ],
      },
    ),
    rule(
      "web-knows-no-adapters",
      "The dashboard knows the API's types, models, texts and charts.",
      { path: "^web/" },
      { path: [`${core}/adapters/`, "^packages/local/", "^infra/", "^functions/(?!api/)"] },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: ["(^|/)dist/", "\\.sst/", "tests/\\.output/"] },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};
