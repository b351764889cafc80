import type { Command } from "commander";
import { catalogue, signature } from "../functions";

export const registerList = (program: Command): Command =>
  program
    .command("list")
    .description("every function with its arguments and its sentence")
    .option("--json", "as JSON")
    .action(({ json }: { json?: boolean }) => {
      const rows = catalogue.map((definition) => ({
        signature: `POLICY.${signature(definition)}`,
        family: definition.family.id,
        summary: definition.summary,
      }));
      const lines = rows.map((row) => `${row.signature}\n    ${row.summary.en} ${row.summary.zh}`);
      process.stdout.write(json ? `${JSON.stringify(rows, undefined, 2)}\n` : `${lines.join("\n")}\n`);
    });
