import type { Command } from "commander";
import { checkAll } from "../reference/check";

export const registerCheckData = (program: Command): Command =>
  program
    .command("check-data")
    .description("check every data package; exit 1 where something is wrong")
    .action(() => {
      const findings = checkAll();
      for (const { where, message } of findings) process.stdout.write(`${where}: ${message}\n`);
      process.stdout.write(findings.length === 0 ? "All data packages are sound.\n" : `${findings.length} findings.\n`);
      process.exitCode = findings.length === 0 ? 0 : 1;
    });
