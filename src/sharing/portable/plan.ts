import type { Texts } from "../../refusal";
import { newerThan2016 } from "../../formulas/expressions";
import { firstFree } from "../../formulas/free-names";
import { isFunction, isName, tokensOf } from "../../formulas/tokens";
import { reasons } from "../../formulas/unportable";
import type { CellContent, NameContent, SheetContent, TableContent, WorkbookContent } from "../../xlsx/content";
import { type CellConversion, convertedCell } from "./converted-cell";
import { convertedNames, type DefinitionConversion, withConvertedColumns } from "./converted-definitions";
import { HelperSheet } from "./helper-sheet";
import { anchorKey, holdsFormula, type PlanOptions } from "./plan-options";
import type { Recipient } from "./recipient";
import { sheetNames, titles } from "./texts";
import { callsOurs, Rooms } from "./rooms";

/** A formula of the user's own that the recipient's program does not calculate; it is left as it is. */
export interface ForeignFormula {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly why: Texts;
}

export interface PortablePlan {
  readonly recipient: Recipient;
  readonly cells: readonly CellConversion[];
  readonly definitions: readonly DefinitionConversion[];
  readonly foreign: readonly ForeignFormula[];
  /** The workbook without our functions, with the helper sheet where one is needed, without the report. */
  readonly content: WorkbookContent;
  readonly helperSheet?: string;
  /** Expressions whose present value must be known first: with any of these the plan is not ready. */
  readonly wanted: readonly string[];
}

/** How a workbook, with the values that it has now, becomes one that calculates without the add-in. */
export function portablePlan(content: WorkbookContent, options: PlanOptions): PortablePlan {
  const first = plannedWith(content, options, new Set());
  const fixed = new Set(first.cells.filter(isFixedNow).map(({ sheet, cell }) => anchorKey(sheet, cell)));
  return fixed.size > 0 && hasSpillReferences(content) ? plannedWith(content, options, fixed) : first;
}

const isFixedNow = ({ cell, converted }: CellConversion): boolean =>
  converted === undefined && cell.spill !== undefined;

const hasSpillReferences = ({ sheets }: WorkbookContent): boolean =>
  sheets.some(({ cells }) => cells.some(({ formula }) => formula?.includes("#")));

function plannedWith(content: WorkbookContent, options: PlanOptions, fixed: ReadonlySet<string>): PortablePlan {
  const { recipient, language } = options;
  const helperName = freeName(sheetNames.helper[language], content);
  const helper = new HelperSheet(helperName, recipient === "excel365", titles.helper[language]);
  const rooms = new Rooms(content, options, helper, fixed);
  const names = convertedNames(content.names, rooms);
  const stuck = new Set(names.filter(({ converted }) => converted === undefined).map(({ name }) => name.toLowerCase()));
  const cells = content.sheets.flatMap((sheet) => convertedSheet(sheet, rooms, stuck));
  const columns = content.sheets.map((sheet) => withConvertedColumns(sheet.tables, sheet.name, rooms));
  return {
    recipient,
    cells,
    definitions: [...names, ...columns.flatMap(({ conversions }) => conversions)],
    foreign: foreignIn(content, cells, rooms),
    content: portableContent(content, cells, names, columns.map(({ tables }) => tables), helper),
    ...(helper.isUsed && { helperSheet: helper.name }),
    wanted: [...rooms.wanted],
  };
}

function convertedSheet(sheet: SheetContent, rooms: Rooms, stuck: ReadonlySet<string>): CellConversion[] {
  return sheet.cells.filter(holdsFormula).flatMap((cell) => {
    const { formula } = cell;
    const name = stuck.size > 0 ? nameIn(formula, stuck) : undefined;
    if (!callsOurs(formula) && name === undefined && !rooms.mustChange(formula)) return [];
    const conversion = convertedCell(sheet, cell, rooms, name === undefined ? undefined : reasons.name(name));
    return conversion ? [conversion] : [];
  });
}

const nameIn = (formula: string, names: ReadonlySet<string>): string | undefined =>
  tokensOf(formula)
    .filter((token) => isName(token) || isFunction(token))
    .find(({ value }) => names.has(value.toLowerCase()))?.value;

function foreignIn(
  { sheets }: WorkbookContent,
  converted: readonly CellConversion[],
  { ability }: Rooms,
): ForeignFormula[] {
  if (ability.dynamic) return [];
  const done = new Set<CellContent>(converted.map(({ cell }) => cell));
  return sheets.flatMap(({ name: sheet, cells }) => cells.filter(holdsFormula).flatMap((cell) => {
    const { row, column, formula } = cell;
    if (done.has(cell)) return [];
    const newer = newerThan2016(formula);
    return newer ? [{ sheet, row, column, formula, why: reasons.newer(newer) }] : [];
  }));
}

function portableContent(
  content: WorkbookContent,
  conversions: readonly CellConversion[],
  names: readonly DefinitionConversion[],
  tables: readonly (readonly TableContent[])[],
  helper: HelperSheet,
): WorkbookContent {
  const pairs = conversions.map(({ cell, after: becomes }) => [cell, becomes] as const);
  const after = new Map<CellContent, CellContent>(pairs);
  const sheets = content.sheets.map((sheet, i) => ({
    ...sheet,
    tables: tables[i]!,
    cells: sheet.cells.map((cell) => after.get(cell) ?? cell),
  }));
  const helpers = helper.isUsed ? [{ ...blankSheet(helper.name), cells: helper.content(), hidden: true }] : [];
  return { ...content, names: withNames(content.names, names), sheets: [...sheets, ...helpers] };
}

function withNames(names: readonly NameContent[], conversions: readonly DefinitionConversion[]): NameContent[] {
  const converted = new Map(conversions.map((each) => [`${each.sheet ?? ""}!${each.name}`, each.converted]));
  return names.map((name) => {
    const formula = converted.get(`${name.sheet ?? ""}!${name.name}`);
    return formula === undefined ? name : { ...name, formula };
  });
}

export const blankSheet = (name: string): SheetContent => {
  return { name, cells: [], tables: [], merges: [], columnWidths: {} };
};

/** The first of `Name`, `Name 2`, `Name 3` … that no sheet bears. */
export const freeName = (wish: string, { sheets }: WorkbookContent): string =>
  firstFree(wish, sheets.map(({ name }) => name), (count) => `${wish} ${count}`);

/** The cells that a converted cell's results fill: the formula's own and those it spilled over. */
export const extentOf = ({ spill }: CellContent): { rows: number; columns: number } => ({
  rows: spill?.rows ?? 1,
  columns: spill?.columns ?? 1,
});

