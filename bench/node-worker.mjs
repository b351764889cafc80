import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { runInThisContext } from "node:vm";

/** Answers rounds of one contestant: a line of JSON in, a line of JSON out. */
const [bundle, name] = process.argv.slice(2);
runInThisContext(readFileSync(bundle, "utf8"));
for await (const line of createInterface({ input: process.stdin })) {
  const { size } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(globalThis.bench.timed(globalThis.bench.subject, name, size))}\n`);
}
