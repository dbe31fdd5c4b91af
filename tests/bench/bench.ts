import { parseArgs } from "node:util";
import { publishBench } from "./publish/index.ts";

/** The benches by name; each says its own lines and answers the figures that `--json` prints last. */
const benches: Readonly<Record<string, typeof publishBench>> = { publish: publishBench };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "boolean", default: false }, size: { type: "string", default: "10000" } },
});
const bench = benches[positionals[0] ?? ""];
const size = Number(values.size);
if (!bench || !Number.isInteger(size) || size < 1) {
  console.error(`npm run bench -- ${Object.keys(benches).join("|")} [--size N] [--json]`);
  process.exit(2);
}
try {
  const { figures, met } = await bench({
    size,
    say: (line) => (values.json ? console.error(line) : console.log(line)),
  });
  if (values.json) console.log(JSON.stringify(figures));
  process.exit(met ? 0 : 1);
} catch (error) {
  console.error(error);
  process.exit(1);
}
