import type { Command } from "commander";
import { cellAddress } from "../formulas/addresses";
import { onSheet } from "../formulas/sheet-names";
import { counted, type Language, type Texts } from "../refusal";
import { type LeftCell, restoration } from "../sharing/portable/restore";
import type { SimulatedInput } from "../sharing/portable/simulated-inputs";
import { readWorkbook, writeWorkbook } from "../xlsx";
import { bytesOf, checkEnding, working } from "./book-file";
import { checkOutput, type CopyFlags, withCopyOptions } from "./copy-options";
import { writeWholeFile } from "./whole-file";

export interface Restored {
  readonly report: {
    readonly restored: readonly { readonly place: string; readonly formula: string }[];
    /** Inputs of a carried simulation. */
    readonly inputs: readonly string[];
    readonly left: readonly LeftCell[];
  };
  readonly macros: boolean;
  save(): Promise<Uint8Array>;
}

/** Brings the formulas of the add-in back into a portable copy, whoever has worked with it since. */
export async function restore(bytes: Uint8Array): Promise<Restored> {
  const file = await readWorkbook(bytes);
  const found = restoration(file.content);
  if (!found) throw new NoPortableCopy();
  const restored = found.restored.map(({ sheet, row, column, formula }) => {
    return { place: onSheet(sheet, cellAddress(row, column)), formula };
  });
  return {
    report: { restored, inputs: found.inputs.map(placeOf), left: found.left },
    macros: file.macros,
    save: () => writeWorkbook(found.content, file),
  };
}

const placeOf = ({ sheet, row, column }: SimulatedInput): string => onSheet(sheet, cellAddress(row, column));

class NoPortableCopy extends Error {
  constructor() {
    super(notPortable.en);
  }
}

const notPortable: Texts = {
  en: "is no portable copy, or its report sheet was deleted by a program that keeps nothing else: there is nothing to restore",
  zh: "不是便携副本，或其报告工作表已被删除：没有可还原的内容",
};

async function run(book: string, { out, force, json, lang }: CopyFlags): Promise<void> {
  checkOutput(book, out, force);
  const { report, macros, save } = await restored(book, lang);
  checkEnding(out, macros);
  await writeWholeFile(out, await save());
  const printed = json ? JSON.stringify(report, undefined, 2) : printedRestoration(report, lang);
  process.stdout.write(`${printed}\n`, () => process.exit(report.left.length > 0 ? 1 : 0));
}

async function restored(book: string, lang: Language): Promise<Restored> {
  try {
    return await restore(await bytesOf(book));
  } catch (error) {
    throw error instanceof NoPortableCopy ? new Error(`${book}: ${notPortable[lang]}`) : error;
  }
}

function printedRestoration({ restored: done, inputs, left }: Restored["report"], language: Language): string {
  const lines = left.map(({ place, original, why }) => `${place}  ${original}  ${why[language]}`);
  const sum = language === "en"
    ? `${counted(done.length, "formula")} restored, ${left.length} left as they are.`
    : `已还原 ${done.length} 个公式，${left.length} 个保持现状。`;
  const drawn = language === "en"
    ? `${counted(inputs.length, "input of the carried simulation has its own value", "inputs of the carried simulation have their own values")} again.`
    : `所附模拟的 ${inputs.length} 个输入已恢复为各自的值或公式。`;
  return [...lines, sum, ...(inputs.length > 0 ? [drawn] : [])].join("\n");
}

const help = `
Formulas are found by what they say, also after rows were inserted or inputs edited; what was replaced is listed and
not touched. Exit code: 0 when all are restored, 1 when some are left, 2 when a file cannot be read or written.`;

export const registerRestore = (program: Command): Command =>
  withCopyOptions(
    program
      .command("restore")
      .description("bring the original formulas back into a portable copy")
      .argument("<book>", "a portable copy; it is not changed"),
  )
    .addHelpText("after", help)
    .action((book: string, flags: CopyFlags) => working(book, flags.lang, () => run(book, flags)));
