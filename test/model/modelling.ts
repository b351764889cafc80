import { parseCell } from "../../src/formulas/addresses";
import { compile, type Model, type UncompiledCell } from "../../src/model";
import type { CellContent, CellValue, NameContent, TableContent, WorkbookContent } from "../../src/xlsx/content";

export type Written = CellValue | readonly [formula: string, rows: number, columns: number];

/** A workbook from addresses: `=…` is a formula, with how far it spills where it does. */
export function workbook(
  cells: Readonly<Record<string, Written>>,
  { names = [], tables = [] }: { names?: readonly NameContent[]; tables?: readonly TableContent[] } = {},
): WorkbookContent {
  const sheets = new Map<string, CellContent[]>([["Sheet1", []]]);
  for (const [address, written] of Object.entries(cells)) {
    const [sheet, cell] = address.includes("!") ? address.split("!") as [string, string] : ["Sheet1", address];
    if (!sheets.has(sheet)) sheets.set(sheet, []);
    sheets.get(sheet)!.push({ ...parseCell(cell)!, ...contentOf(written) });
  }
  return {
    sheets: [...sheets].map(([name, found], i) =>
      ({ name, cells: found, tables: i === 0 ? tables : [], merges: [], columnWidths: {} })),
    names, customXml: [],
  };
}

function contentOf(written: Written): Pick<CellContent, "value" | "formula" | "spill"> {
  if (Array.isArray(written)) {
    const [formula, rows, columns] = written as readonly [string, number, number];
    return { value: null, formula, spill: { rows, columns } };
  }
  const value = written as CellValue;
  return typeof value === "string" && value.startsWith("=") ? { value: null, formula: value } : { value };
}

export const at = (address: string) => {
  const [sheet, cell] = address.includes("!") ? address.split("!") as [string, string] : ["Sheet1", address];
  return { sheet, ...parseCell(cell)! };
};

export function modelOf(content: WorkbookContent, inputs: readonly string[], outputs: readonly string[]): Model {
  const compiled = compile(content, { inputs: inputs.map(at), outputs: outputs.map(at) });
  if (compiled.kind === "model") return compiled.model;
  throw new Error(compiled.cells.map(({ formula, why }) => `${formula}: ${why.en}`).join("\n"));
}

export function faultsOf(
  content: WorkbookContent, inputs: readonly string[], outputs: readonly string[],
): UncompiledCell[] {
  const compiled = compile(content, { inputs: inputs.map(at), outputs: outputs.map(at) });
  return compiled.kind === "uncompiled" ? [...compiled.cells] : [];
}

const unlikely = "no result yet";

/** What a formula gives as the sheet would show it, with other cells around it. */
export function valueOf(
  formula: string, cells: Readonly<Record<string, Written>> = {}, more: Parameters<typeof workbook>[1] = {},
): CellValue {
  return gridOf(formula, cells, more)[0]![0]!;
}

/** All that a formula fills. */
export function gridOf(
  formula: string, cells: Readonly<Record<string, Written>> = {}, more: Parameters<typeof workbook>[1] = {},
): CellValue[][] {
  const content = workbook({ ...cells, AZ1: [formula, 1, 1] }, more);
  const sheets = content.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map((cell) =>
    (cell.formula === formula ? { ...cell, value: unlikely } : cell)) }));
  const computed = modelOf({ ...content, sheets }, [], ["AZ1"]).check();
  const rows: CellValue[][] = [];
  for (const { place, computed: value } of computed.filter(({ place }) => place.column >= 51)) {
    (rows[place.row] ??= [])[place.column - 51] = value;
  }
  return rows;
}
