import { Command } from "commander";
import about from "../../package.json";
import { registerAudit } from "./audit";
import { registerCalc } from "./calc";
import { registerCheckData } from "./check-data";
import { registerDiff } from "./diff";
import { registerDocs } from "./docs";
import { registerEval } from "./eval";
import { registerList } from "./list";
import { registerPassport } from "./passport";
import { registerPortable } from "./portable";
import { registerRepair } from "./repair";
import { registerRestore } from "./restore";
import { registerScrub } from "./scrub";
import { saidOf } from "./system-error";

const program = new Command("policy")
  .description("Industry Policy Workbench on the command line: nothing leaves this machine.")
  .version(about.version)
  .showHelpAfterError()
  .exitOverride((stop) => process.exit(stop.exitCode === 0 ? 0 : 2));

const commands = [
  registerList, registerEval, registerCalc, registerAudit, registerDiff, registerPassport, registerPortable,
  registerRepair, registerRestore, registerScrub, registerDocs, registerCheckData,
];

for (const register of commands) register(program);

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`policy: ${saidOf(error)}\n`);
  process.exit(2);
});
