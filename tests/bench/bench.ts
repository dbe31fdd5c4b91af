import { parseArgs } from "node:util";
import { intakeBench } from "./intake/index.ts";
import { publishBench } from "./publish/index.ts";
import { rollupBench } from "./rollup/index.ts";

/** Measures; says its own lines and answers the figures that `--json` prints last, and whether they are as promised. */
type Bench = (options: { size: number; say: (line: string) => void }) => Promise<{ figures: object; met: boolean }>;

/** The benches by name, with the size at which their promise is made. */
const benches: Readonly<Record<string, { run: Bench; size: number }>> = {
  publish: { run: publishBench, size: 10_000 },
  intake: { run: intakeBench, size: 20_000 },
  rollup: { run: rollupBench, size: 100_000 },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "boolean", default: false }, size: { type: "string" } },
});
const bench = benches[positionals[0] ?? ""];
const size = Number(values.size ?? bench?.size);
if (!bench || !Number.isInteger(size) || size < 1) {
  console.error(`npm run bench -- ${Object.keys(benches).join("|")} [--size N] [--json]`);
  process.exit(2);
}
try {
  const { figures, met } = await bench.run({
    size,
    say: (line) => (values.json ? console.error(line) : console.log(line)),
  });
  if (values.json) console.log(JSON.stringify(figures));
  process.exit(met ? 0 : 1);
} catch (error) {
  console.error(error);
  process.exit(1);
}
