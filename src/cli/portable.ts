import { Command, InvalidArgumentError } from "commander";
import { carriedSimulation, carriedText } from "../carried/carry";
import type { Engine } from "../host/engine";
import { gridOf } from "../formulas/native-call";
import type { Language, Texts } from "../refusal";
import { type Difference, differencesBetween } from "../sharing/portable/compare";
import { fixedSpills } from "../sharing/portable/fixed-spills";
import { type PortablePlan, portablePlan } from "../sharing/portable/plan";
import type { Grid } from "../sharing/portable/plan-options";
import { type Recipient, recipients } from "../sharing/portable/recipient";
import { withReport } from "../sharing/portable/report-sheet";
import { fewestDraws, mostRepeatable } from "../maths/sampling";
import { readWorkbook, writeWorkbook, type WorkbookFile } from "../xlsx";
import type { WorkbookContent } from "../xlsx/content";
import { bytesOf, checkEnding, working } from "./book-file";
import { checkOutput, type CopyFlags } from "./copy-options";
import { directResults } from "./direct-results";
import { languageIn } from "./eval";
import { printedPlan, type PortableReport, reportOf, summaryOf } from "./portable-report";
import { recalculate, type Recalculation, type RecalculationOptions, withEngine } from "./recalculation";
import { writeWholeFile } from "./whole-file";

export interface PortableOptions {
  readonly recipient: Recipient;
  readonly language: Language;
  /** At most so many draws of the simulation that the workbook keeps; none leaves it out. */
  readonly draws?: number;
}

export interface PortableCopy {
  readonly report: PortableReport;
  readonly warnings: readonly Texts[];
  readonly macros: boolean;
  /** Where the copy would give other results: with any of these it is not made. */
  readonly differences: readonly Difference[];
  save(): Promise<Uint8Array>;
}

/** Makes a portable copy of a workbook and proves it: both are calculated anew and compared, cell by cell. */
export async function portable(bytes: Uint8Array, options: PortableOptions): Promise<PortableCopy> {
  const file = await readWorkbook(bytes);
  return withEngine(options.language, (engine) => copyOf(file, engine, options));
}

async function copyOf(file: WorkbookFile, engine: Engine, options: PortableOptions): Promise<PortableCopy> {
  const { dates1904 } = file;
  const direct = directResults(file.content);
  const isOpen = hasFormulas(direct.content);
  const given = isOpen ? (await proven(direct.content, engine, { dates1904 })).content : direct.content;
  const before = direct.withFormulas(given);
  const plan = await readyPlan(before, engine, options, isOpen);
  const after = await proven(plan.content, engine, { dates1904, steady: true });
  const differences = differencesBetween(before, after.content);
  const carried = options.draws === 0 ? undefined : carriedSimulation(before, after.content, options);
  const calculated = carried?.kind === "carried" ? carried.content : after.content;
  return {
    report: { ...reportOf(plan, before, after, differences), ...(carried && { simulation: summaryOf(carried) }) },
    warnings: file.warnings,
    macros: file.macros,
    differences,
    save: () => {
      const note = carried && carriedText(carried);
      return writeWorkbook(withReport(plan, before, calculated, options.language, note), file);
    },
  };
}

/** Spills are given to the engine as the ranges that they cover, which their own calculation may yet change. */
async function proven(
  content: WorkbookContent,
  engine: Engine,
  options: RecalculationOptions,
): Promise<Recalculation> {
  const first = fixedSpills(content);
  const once = await recalculate(first.content, engine, options);
  if (!first.any) return once;
  const again = fixedSpills(first.withFormulas(once.content));
  const twice = await recalculate(again.content, engine, options);
  return { ...twice, content: again.withFormulas(twice.content) };
}

const hasFormulas = ({ sheets }: WorkbookContent): boolean =>
  sheets.some(({ cells }) => cells.some(({ formula }) => formula !== undefined));

/** A plan may ask for values of expressions; an answer can bring up further questions, but not without end. */
async function readyPlan(
  content: WorkbookContent,
  engine: Engine,
  options: PortableOptions,
  isOpen: boolean,
): Promise<PortablePlan> {
  const measured = new Map<string, Grid>();
  let isReady = isOpen;
  for (;;) {
    const plan = portablePlan(content, { ...options, measured });
    if (plan.wanted.length === 0) return plan;
    if (!isReady) await engine.open(content);
    isReady = true;
    const outcomes = await engine.evaluateAll(plan.wanted);
    plan.wanted.forEach((formula, i) => measured.set(formula, gridOf(outcomes[i]!)));
  }
}

interface Flags extends CopyFlags {
  readonly for: Recipient;
  readonly draws?: number;
  readonly simulation: boolean;
}

async function run(book: string, { out, for: recipient, force, json, lang, ...asked }: Flags): Promise<void> {
  checkOutput(book, out, force);
  const draws = asked.simulation ? asked.draws : 0;
  const copy = await portable(await bytesOf(book), { recipient, language: lang, draws });
  const { report, warnings, differences } = copy;
  checkEnding(out, copy.macros);
  if (differences.length === 0) await writeWholeFile(out, await copy.save());
  for (const warning of warnings) process.stderr.write(`${warning[lang]}\n`);
  const printed = json ? JSON.stringify(report, undefined, 2) : printedPlan(report, lang);
  process.stdout.write(`${printed}\n`, () => process.exit(differences.length > 0 ? 1 : 0));
}

function recipientIn(text: string): Recipient {
  const found = recipients.find((each) => each === text.toLowerCase());
  if (!found) throw new InvalidArgumentError(`One of ${recipients.join(", ")}.`);
  return found;
}

function drawsIn(text: string): number {
  const draws = Number(text);
  if (!(Number.isInteger(draws) && draws >= fewestDraws && draws <= mostRepeatable)) {
    throw new InvalidArgumentError(`A whole number from ${fewestDraws} to ${mostRepeatable}.`);
  }
  return draws;
}

const help = `
Every formula with POLICY functions becomes a native one, or its value with the reason why; both workbooks are
calculated and compared, cell by cell. Exit code: 0 when the copy is made, 1 when it would differ from the workbook
(nothing is written then), 2 when the workbook cannot be read or the copy cannot be written.
A simulation that the workbook keeps goes along, as native formulas that draw the same numbers and a what-if table
that gives their results, unless it cannot be repeated exactly: then the report says why.
"policy restore" brings the original formulas back.`;

export const registerPortable = (program: Command): Command =>
  program
    .command("portable")
    .description("make a copy of a workbook that calculates without this add-in")
    .argument("<book>", "an .xlsx or .xlsm file; it is not changed")
    .requiredOption("-o, --out <copy>", "the file to write")
    .requiredOption("--for <program>", recipients.join(", "), recipientIn)
    .option("--draws <count>", "draws of the simulation to carry, at most (default 10,000; 1,000 for LibreOffice)", drawsIn)
    .option("--no-simulation", "carry no simulation")
    .option("--force", "replace the file when it is there")
    .option("--json", "report as JSON")
    .option("--lang <language>", "of messages and of the report sheet: en or zh", languageIn, "en")
    .addHelpText("after", help)
    .action((book: string, flags: Flags) => working(book, flags.lang, () => run(book, flags)));
