import type { Command } from "commander";
import { counted, type Language, type Texts } from "../refusal";
import { compare, type Change, type ChangeKind, type Comparison, type Held } from "../sharing/compare";
import { readWorkbook } from "../xlsx";
import { bytesOf, working } from "./book-file";
import { shown } from "./calc-report";
import { languageIn } from "./eval";

interface Flags {
  readonly json?: boolean;
  readonly lang: Language;
}

const kinds: Readonly<Record<ChangeKind, Texts>> = {
  input: { en: "input", zh: "输入" },
  formula: { en: "formula", zh: "公式" },
  result: { en: "result", zh: "结果" },
  note: { en: "note", zh: "附注" },
  added: { en: "added", zh: "新增" },
  removed: { en: "removed", zh: "删除" },
};

const written = (cell: Held | undefined): string => {
  if (!cell) return "–";
  return cell.formula === undefined ? shown(cell.value) : `${cell.formula} = ${shown(cell.value)}`;
};

/** How far a number moved, as a share of what it was. */
function movement({ before, after }: Change): string {
  const [from, to] = [before?.value, after?.value];
  if (typeof from !== "number" || typeof to !== "number" || from === 0 || from === to) return "";
  const percent = (to / from - 1) * 100;
  return `  (${percent > 0 ? "+" : ""}${percent.toPrecision(3)} %)`;
}

function line(change: Change, language: Language): string {
  const { kind, sheet, address, label, before, after } = change;
  const from = kind === "note" ? (before?.note ?? "–") : written(before);
  const to = kind === "note" ? (after?.note ?? "–") : written(after);
  return `${kinds[kind][language]}  ${sheet}!${address}  ${label}  ${from} → ${to}${movement(change)}`;
}

/** A line for each sheet, name and cell that changed, and how many they are. */
export function printedComparison(comparison: Comparison, language: Language): string {
  const { sheetsAdded, sheetsRemoved, changes, names } = comparison;
  const sheet = { en: "sheet", zh: "工作表" }[language];
  const name = { en: "name", zh: "名称" }[language];
  const total = changes.length + names.length + sheetsAdded.length + sheetsRemoved.length;
  return [
    ...sheetsAdded.map((each) => `${kinds.added[language]}  ${sheet} ${each}`),
    ...sheetsRemoved.map((each) => `${kinds.removed[language]}  ${sheet} ${each}`),
    ...names.map((each) => `${name}  ${each.name}  ${each.before ?? "–"} → ${each.after ?? "–"}`),
    ...changes.map((each) => line(each, language)),
    { en: `${counted(total, "difference")}.`, zh: `共 ${total} 处差异。` }[language],
  ].join("\n");
}

async function run(before: string, after: string, { json, lang }: Flags): Promise<void> {
  const read = (path: string) => working(path, lang, async () => (await readWorkbook(await bytesOf(path))).content);
  const comparison = compare(await read(before), await read(after));
  const printed = json ? JSON.stringify(comparison, undefined, 2) : printedComparison(comparison, lang);
  const differs = Object.values(comparison).some(({ length }) => length > 0);
  process.stdout.write(`${printed}\n`, () => process.exit(differs ? 1 : 0));
}

export const registerDiff = (program: Command): Command =>
  program
    .command("diff")
    .description("compare two workbooks: inputs, formulas, results, notes; rows are matched by their labels")
    .argument("<before>", "an .xlsx or .xlsm file")
    .argument("<after>", "an .xlsx or .xlsm file")
    .option("--json", "report as JSON")
    .option("--lang <language>", "of messages: en or zh", languageIn, "en")
    .addHelpText("after", "\nExit code: 0 when they say the same, 1 when they differ, 2 when one cannot be read.")
    .action(run);
