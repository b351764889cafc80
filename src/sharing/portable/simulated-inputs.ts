import { parseCell, type Area } from "../../formulas/addresses";
import { sheetAndAddress } from "../../formulas/sheet-names";
import type { CellContent, CellValue, SheetContent, WorkbookContent } from "../../xlsx/content";
import { isAdded } from "./report-reading";

/** An input of the model as it was before a simulation drew it. */
export interface SimulatedInput extends Area {
  readonly sheet: string;
  /** Its formula, or what it holds. */
  readonly formula: string | number | boolean;
}

export interface WithoutSimulation {
  readonly content: WorkbookContent;
  readonly inputs: readonly SimulatedInput[];
}

/**
 * A portable copy without the simulation that it carries. Its inputs say themselves what they were, as
 * `=IF(draw=0,base,INDEX(draws,draw))`, wherever rows have come since: a base on the sheet of the simulation may have
 * been changed, and stays so.
 */
export function withoutSimulation(content: WorkbookContent): WithoutSimulation {
  const simulation = content.sheets.find((sheet) => isAdded(sheet, "simulation"));
  if (!simulation) return { content, inputs: [] };
  const inputs: SimulatedInput[] = [];
  const kept = content.sheets.filter((sheet) => sheet !== simulation && !isAdded(sheet, "draws"));
  const sheets = kept.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => {
      const was = isAdded(sheet, "report") ? undefined : beforeSimulation(cell, simulation);
      if (!was) return cell;
      const { row, column } = cell;
      const formula = was.formula ?? literal(was.value);
      inputs.push({ sheet: sheet.name, row, column, rows: 1, columns: 1, formula });
      return was;
    }),
  }));
  return { content: { ...content, sheets }, inputs };
}

const literal = (value: CellValue): string | number | boolean =>
  value === null ? "" : typeof value === "object" ? value.error : value;

function beforeSimulation(cell: CellContent, simulation: SheetContent): CellContent | undefined {
  const base = baseIn(cell.formula ?? "", simulation.name);
  if (base === undefined) return undefined;
  if (base.startsWith("(")) return { ...cell, formula: `=${base.slice(1, -1)}` };
  const place = parseCell(sheetAndAddress(base).address);
  const held = simulation.cells.find(({ row, column }) => row === place?.row && column === place.column);
  return withoutFormula({ ...cell, value: held?.value ?? null });
}

function withoutFormula({ formula: _, ...rest }: CellContent): CellContent {
  return rest;
}

function baseIn(formula: string, sheet: string): string | undefined {
  const name = `'?${sheet.replaceAll("'", "''").replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}'?!`;
  const address = "\\$?[A-Z]+\\$?\\d+";
  const cell = `${name}${address}`;
  const [draws, comma] = [`${cell}:(?:${name})?${address}`, "\\s*,\\s*"];
  const pattern = `^=IF\\(${cell}\\s*=\\s*0${comma}(.+?)${comma}INDEX\\(${draws}${comma}${cell}\\)\\)$`;
  return new RegExp(pattern, "is").exec(formula)?.[1];
}
