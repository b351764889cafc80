import type { Command } from "commander";
import { cellAddress } from "../formulas/addresses";
import { onSheet } from "../formulas/sheet-names";
import { counted, type Language, type Texts } from "../refusal";
import { readWorkbook, writeWorkbook, type WorkbookFile } from "../xlsx";
import { byPlace } from "../xlsx/cell-changes";
import type { CellContent, CellValue, WorkbookContent } from "../xlsx/content";
import { type ImproperFormula, improperFormulas } from "../xlsx/improper-formulas";
import { placeOf } from "../xlsx/places";
import { bytesOf, checkEnding, working } from "./book-file";
import { checkOutput, type CopyFlags, withCopyOptions } from "./copy-options";
import { shown } from "./portable-report";
import { recalculate, withEngine } from "./recalculation";
import { writeWholeFile } from "./whole-file";

export interface RepairedCell {
  readonly place: string;
  /** As it stood in the file. */
  readonly stored: string;
  readonly formula: string;
  readonly before: CellValue;
  readonly after: CellValue;
}

export interface Repaired {
  readonly report: readonly RepairedCell[];
  readonly warnings: readonly Texts[];
  readonly macros: boolean;
  save(): Promise<Uint8Array>;
}

/** Writes formulas that Excel would leave at #NAME? as it stores them itself, with their results. */
export async function repair(bytes: Uint8Array, language: Language): Promise<Repaired> {
  const file = await readWorkbook(bytes);
  const found = improperFormulas(file);
  const calculated = () => withEngine(language, (engine) => recalculate(file.content, engine, file));
  const content = found.length === 0 ? file.content : (await calculated()).content;
  return {
    report: repairedCells(found, file.content, content),
    warnings: file.warnings,
    macros: file.macros,
    save: () => writeWorkbook(content, withoutImproper(file, found)),
  };
}

function repairedCells(
  found: readonly ImproperFormula[],
  before: WorkbookContent,
  after: WorkbookContent,
): RepairedCell[] {
  const cellsOf = ({ sheets }: WorkbookContent) => new Map(sheets.map(({ name, cells }) => [name, byPlace(cells)]));
  const [former, present] = [cellsOf(before), cellsOf(after)];
  return found.map(({ sheet, row, column, stored }) => {
    const [was, is] = [former, present].map((cells) => cells.get(sheet)?.get(placeOf({ row, column })));
    return {
      place: onSheet(sheet, cellAddress(row, column)),
      stored,
      formula: is?.formula ?? "",
      before: was?.value ?? null,
      after: is?.value ?? null,
    };
  });
}

/** The file as if those formulas were not in it yet: they are then written anew. */
function withoutImproper(file: WorkbookFile, found: readonly ImproperFormula[]): WorkbookFile {
  const sheets = file.content.sheets.map((sheet) => {
    const places = new Set(found.filter((each) => each.sheet === sheet.name).map(placeOf));
    if (places.size === 0) return sheet;
    const without = (cell: CellContent) => (places.has(placeOf(cell)) ? { ...cell, formula: undefined } : cell);
    return { ...sheet, cells: sheet.cells.map(without) };
  });
  return { ...file, content: { ...file.content, sheets } };
}

async function run(book: string, { out, force, json, lang }: CopyFlags): Promise<void> {
  checkOutput(book, out, force);
  const { report, warnings, macros, save } = await repair(await bytesOf(book), lang);
  checkEnding(out, macros);
  if (report.length > 0) await writeWholeFile(out, await save());
  for (const warning of warnings) process.stderr.write(`${warning[lang]}\n`);
  const printed = json ? JSON.stringify(report, undefined, 2) : printedRepair(report, lang);
  process.stdout.write(`${printed}\n`, () => process.exit(0));
}

function printedRepair(report: readonly RepairedCell[], language: Language): string {
  const lines = report.map(({ place, stored, formula, before, after }) =>
    `${place}  ${stored}  →  ${formula}  ${shown(before)} → ${shown(after)}`);
  return [...lines, sums[language](report.length)].join("\n");
}

const sums: Record<Language, (count: number) => string> = {
  en: (count) => (count === 0 ? "Nothing to repair; no file was written." : `${counted(count, "formula")} repaired.`),
  zh: (count) => (count === 0 ? "没有需要修复的公式，未写入文件。" : `已修复 ${count} 个公式。`),
};

const help = `
A formula that was typed or changed without the add-in stays at #NAME? for good. This writes such formulas as Excel
stores them when the add-in is there, with their results. Exit code: 0, or 2 when a file cannot be read or written.`;

export const registerRepair = (program: Command): Command =>
  withCopyOptions(
    program
      .command("repair")
      .description("write formulas that are stuck at #NAME? as Excel stores them with the add-in")
      .argument("<book>", "an .xlsx or .xlsm file; it is not changed"),
  )
    .addHelpText("after", help)
    .action((book: string, flags: CopyFlags) => working(book, flags.lang, () => run(book, flags)));
