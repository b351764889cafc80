import { absoluteAddress, areaAddress, quotedSheet } from "../formulas/addresses";
import type { Texts } from "../refusal";
import { namedCells, outputsFor, type CellPlace, type NamedCell, type OutputDraws, type Question } from "../model";
import { byPlace } from "../xlsx/cell-changes";
import type { CellValue, TableContent, WorkbookContent } from "../xlsx/content";
import { placeOf as keyOf } from "../xlsx/places";
import { placeOf, rangeOf } from "./cell-places";
import type { ThroughSheet } from "./host-runs";
import { startOf } from "./new-sheet";
import { blockAt, inTheWay, writtenPlace, type Place } from "./places";
import { isAbsent, Problem } from "./problem";
import { readContent } from "./read-content";
import { changing, reading, type Remember, type Supports } from "./run";
import { put, type Unanswered } from "./what-if-runs";
import { writeInParts } from "./write-cells";

const tableName = "ScenarioCases";
const selectorName = "scenario_case";

/** Named cases of a workbook: a row for each input, a column for each case. */
export interface Scenarios {
  readonly sheet: string;
  readonly cases: readonly string[];
  readonly chosen: string;
  readonly inputs: readonly ScenarioInput[];
}

export interface ScenarioInput {
  readonly name: string;
  /** The cell that follows this row; absent where none does any more. */
  readonly place?: CellPlace;
  /** Of each case. */
  readonly values: readonly CellValue[];
}

/** On the scenario sheet, counted from zero: title, selector, headings, then a row for each input. */
const layout = { selectorRow: 3, selectorColumn: 1, headRow: 5, liveColumn: 0, cellColumn: 1, tableColumn: 2 } as const;

/** The cases that a workbook has; undefined where it has none. */
export const readScenarios = (): Promise<Scenarios | undefined> =>
  reading(async (context) => scenariosIn(await readContent(context)));

function scenariosIn(content: WorkbookContent): Scenarios | undefined {
  const sheet = content.sheets.find(({ tables }) => tables.some(({ name }) => name === tableName));
  const table = sheet?.tables.find(({ name }) => name === tableName);
  if (!sheet || !table) return undefined;
  const [, ...cases] = table.columns;
  const cells = byPlace(sheet.cells);
  const valueAt = (row: number, column: number): CellValue => cells.get(keyOf({ row, column }))?.value ?? null;
  const followers = followersIn(content);
  return {
    sheet: sheet.name,
    cases,
    chosen: String(valueAt(layout.selectorRow, layout.selectorColumn) ?? ""),
    inputs: rowsOf(table).map((row) => {
      const place = followers.get(`=${quotedSheet(sheet.name)}!$A$${row + 1}`);
      return {
        name: String(valueAt(row, table.area.column) ?? ""),
        ...(place && { place }),
        values: cases.map((_, i) => valueAt(row, table.area.column + 1 + i)),
      };
    }),
  };
}

const rowsOf = ({ area }: TableContent): number[] => Array.from({ length: area.rows - 1 }, (_, i) => area.row + 1 + i);

/** The first cell with each formula: a row's input is the cell that refers to it, wherever that has been moved to. */
function followersIn({ sheets }: WorkbookContent): ReadonlyMap<string, CellPlace> {
  const followers = new Map<string, CellPlace>();
  for (const { name, cells } of sheets) {
    for (const { row, column, formula } of cells) {
      if (formula !== undefined && !followers.has(formula)) followers.set(formula, { sheet: name, row, column });
    }
  }
  return followers;
}

const said = {
  title: { en: "Scenarios", zh: "情景" },
  how: {
    en: "Choose a case in B4: the inputs of the model take its values. Add a case as a new column of the table.",
    zh: "在 B4 选择情景，模型输入即取其数值。在表中新增一列即新增情景。",
  },
  chosen: { en: "Case in use", zh: "当前情景" },
  live: { en: "In use", zh: "当前值" },
  cell: { en: "Cell", zh: "单元格" },
  input: { en: "Input", zh: "输入" },
} satisfies Record<string, Texts>;

/**
 * Makes the first case of the present inputs: a sheet with a native table, a selector and INDEX. The inputs then refer
 * to it, so that the cases also work where this add-in is not.
 */
export function createScenarios(
  inputs: readonly CellPlace[],
  firstCase: string,
  say: (texts: Texts) => string,
  supports: Supports,
): Promise<Place> {
  return changing(supports, async (context, remember) => {
    const content = await readContent(context);
    if (scenariosIn(content)) throw alreadyThere;
    const named = unlikeNames(namedCells(content, inputs));
    const formula = named.find(({ isFormula }) => isFormula);
    if (formula) throw holdsFormula(formula);
    const cells = inputs.map((place) => rangeOf(context, place).load("formulas,numberFormat"));
    await context.sync();
    const start = await startOf(context, { newSheet: say(said.title) }, remember);
    await writeCases(context, start, named, cells, firstCase, say);
    await bindInputs(context, start, cells, remember);
    await nameSelector(context, start, remember);
    await offerCases(context, start.sheet, 1);
    return start;
  });
}

/** Two inputs of one name would make rows that cannot be told apart: the second says where it stands. */
function unlikeNames(named: readonly NamedCell[]): NamedCell[] {
  return named.map((cell, i) => {
    const isTaken = named.slice(0, i).some(({ name }) => name === cell.name);
    return isTaken ? { ...cell, name: `${cell.name} (${writtenPlace(placeOf(cell.place))})` } : cell;
  });
}

async function writeCases(
  context: Excel.RequestContext,
  start: Place,
  named: readonly NamedCell[],
  cells: readonly Excel.Range[],
  firstCase: string,
  say: (texts: Texts) => string,
): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(start.sheet);
  const top = [[say(said.title), ""], [say(said.how), ""], ["", ""], [say(said.chosen), firstCase]];
  await writeInParts(context, blockAt(start, 4, 2), top, top.map(() => ["@", "@"]));
  const { headRow, tableColumn } = layout;
  const format = (i: number): string => String(cells[i]!.numberFormat[0]![0]);
  const rows = [
    [say(said.live), say(said.cell), say(said.input), firstCase],
    ...named.map(({ place, name }, i) => ["", writtenPlace(placeOf(place)), name, cells[i]!.formulas[0]![0] as unknown]),
  ];
  const formats = rows.map((_, i) => (i === 0 ? ["@", "@", "@", "@"] : [format(i - 1), "@", "@", format(i - 1)]));
  await writeInParts(context, { sheet: start.sheet, address: `A${headRow + 1}` }, rows, formats);
  const table = sheet.tables.add(
    areaAddress({ row: headRow, column: tableColumn, rows: rows.length, columns: 2 }), true);
  table.name = tableName;
  await context.sync();
  const live = sheet.getRange(`A${headRow + 2}:A${headRow + 1 + named.length}`);
  live.formulas = named.map(() => [liveFormula]);
  sheet.getRange("A1").format.font.bold = true;
  sheet.getRange("B4").format.fill.color = "#FFF2CC";
  sheet.getRange("A1:A4").format.columnWidth = 90;
  await context.sync();
}

const liveFormula =
  `=INDEX(${tableName},ROW()-ROW(${tableName}[#Headers]),MATCH($B$4,${tableName}[#Headers],0))`;

async function bindInputs(
  context: Excel.RequestContext,
  start: Place,
  cells: readonly Excel.Range[],
  remember: Remember,
): Promise<void> {
  const before = cells.map(({ formulas }) => formulas as unknown[][]);
  remember(() => cells.forEach((cell, i) => (cell.formulas = before[i]!)));
  cells.forEach((cell, i) => {
    cell.formulas = [[`=${quotedSheet(start.sheet)}!$A$${layout.headRow + 2 + i}`]];
  });
  await context.sync();
}

async function nameSelector(context: Excel.RequestContext, { sheet }: Place, remember: Remember): Promise<void> {
  const { names, worksheets } = context.workbook;
  const cell = worksheets.getItem(sheet).getCell(layout.selectorRow, layout.selectorColumn);
  const present = names.getItemOrNullObject(selectorName);
  await context.sync();
  if (present.isNullObject) {
    remember(() => names.getItem(selectorName).delete());
    names.add(selectorName, cell);
    await context.sync();
  }
}

/**
 * The selector offers the headings of so many cases, and anything where there are none; a host without such rules
 * leaves it to be typed. Some hosts hold a new case against the rule of before, so that is taken away first.
 */
async function offerCases(context: Excel.RequestContext, name: string, cases: number): Promise<void> {
  const { headRow, tableColumn, selectorRow, selectorColumn } = layout;
  const sheet = context.workbook.worksheets.getItem(name);
  const source = absoluteAddress({ row: headRow, column: tableColumn + 1, rows: 1, columns: cases });
  const { dataValidation } = sheet.getCell(selectorRow, selectorColumn);
  try {
    if (cases === 0) dataValidation.clear();
    else dataValidation.rule = { list: { inCellDropDown: true, source: `=${source}` } };
    await context.sync();
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
}

/** Adds a case of the inputs as they now are, and chooses it. */
export function addCase(name: string, supports: Supports): Promise<void> {
  return addCaseOf(name, (input, chosen) => input.values[chosen] ?? null, supports);
}

/** Adds a case of other values where they are given, by input; else of the values now in use. */
export function addCaseOf(
  name: string,
  valueOf: (input: ScenarioInput, chosen: number) => CellValue,
  supports: Supports,
): Promise<void> {
  return changing(supports, async (context, remember) => {
    const scenarios = scenariosIn(await readContent(context));
    if (!scenarios) throw noCases;
    const { cases, chosen, inputs, sheet } = scenarios;
    if ([...cases, ""].some((other) => other.toLowerCase() === name.trim().toLowerCase())) throw nameTaken(name);
    const at = Math.max(0, cases.indexOf(chosen));
    await writeCase(context, scenarios, [name, ...inputs.map((input) => valueOf(input, at))], remember);
    remember(() => offerCases(context, sheet, cases.length));
    await offerCases(context, sheet, 0);
    await choose(context, sheet, chosen, name, remember);
    await offerCases(context, sheet, cases.length + 1);
  });
}

/** Beside the last case, where the table then reaches; nothing is moved, and nothing there is written over. */
async function writeCase(
  context: Excel.RequestContext,
  { sheet, cases }: Scenarios,
  values: readonly CellValue[],
  remember: Remember,
): Promise<void> {
  const { headRow: row, tableColumn: column } = layout;
  const block = { row, column, rows: values.length, columns: cases.length + 1 };
  const added = areaAddress({ ...block, column: column + block.columns, columns: 1 });
  const occupied = await inTheWay(context, { sheet, address: added });
  if (occupied) throw noRoom(writtenPlace(occupied.place));
  const cells = context.workbook.worksheets.getItem(sheet).getRange(added);
  const last = cells.getOffsetRange(0, -1).load("numberFormat");
  await context.sync();
  const table = context.workbook.tables.getItem(tableName);
  remember(() => {
    table.resize(areaAddress(block));
    cells.clear();
  });
  cells.numberFormat = last.numberFormat as string[][];
  cells.values = values.map((value) => [value]);
  table.resize(areaAddress({ ...block, columns: block.columns + 1 }));
  await context.sync();
}

/** Switches the model to a case. */
export const switchCase = (name: string, supports: Supports): Promise<void> =>
  changing(supports, async (context, remember) => {
    const scenarios = scenariosIn(await readContent(context));
    if (!scenarios) throw noCases;
    await choose(context, scenarios.sheet, scenarios.chosen, name, remember);
  });

async function choose(
  context: Excel.RequestContext,
  sheet: string,
  before: string,
  name: string,
  remember: Remember,
): Promise<void> {
  const cell = context.workbook.worksheets.getItem(sheet).getCell(layout.selectorRow, layout.selectorColumn);
  remember(() => {
    cell.values = [[before]];
  });
  cell.values = [[name]];
  await context.sync();
}

export interface CaseComparison {
  readonly kind: "compared";
  readonly cases: readonly string[];
  /** A row for each output, a value for each case; NaN where it has no number. */
  readonly outputs: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** The outputs of all cases side by side, without switching the sheet. */
export async function compareCases(
  outputs: readonly CellPlace[],
  through?: ThroughSheet,
): Promise<CaseComparison | Unanswered> {
  const content = await reading(readContent);
  const scenarios = scenariosIn(content);
  if (!scenarios) throw noCases;
  const { inputs, cases } = scenarios;
  const bound = inputs.flatMap(({ place, values }) => (place ? [{ place, values }] : []));
  const asked = (): Question<readonly OutputDraws[]> =>
    outputsFor(bound.map(({ values }) => Float64Array.from(values, Number)));
  const result = await put(asked, bound.map(({ place }) => place), outputs, through, content);
  if (result.kind !== "answered") return result;
  const named = namedCells(content, outputs);
  return {
    kind: "compared",
    cases,
    outputs: named.map(({ name }, i) => ({ name, values: [...result.answer[i]!.values] })),
  };
}

const nothing: Texts = { en: "Nothing was changed.", zh: "未作任何更改。" };

const alreadyThere = new Problem(
  nothing,
  { en: "This workbook already has a table of scenarios.", zh: "本工作簿已有情景表。" },
  { en: "Add a case to it.", zh: "请在其中新增情景。" },
);

const noCases = new Problem(
  nothing,
  { en: "This workbook has no table of scenarios.", zh: "本工作簿没有情景表。" },
  { en: "Create one from the current inputs first.", zh: "请先用当前输入创建。" },
);

const noRoom = (where: string): Problem =>
  new Problem(
    nothing,
    { en: `There is content to the right of the cases, in ${where}.`, zh: `情景表右侧（${where}）已有内容。` },
    { en: "Move it away, then add the case.", zh: "请移开后再新增情景。" },
  );

const nameTaken = (name: string): Problem =>
  new Problem(
    nothing,
    name.trim() === ""
      ? { en: "A case needs a name.", zh: "情景需要名称。" }
      : { en: `There already is a case “${name}”.`, zh: `已有名为“${name}”的情景。` },
    { en: "Choose another name.", zh: "请换一个名称。" },
  );

const holdsFormula = ({ name, place }: NamedCell): Problem => {
  const where = writtenPlace(placeOf(place));
  return new Problem(
    nothing,
    { en: `${name} (${where}) holds a formula.`, zh: `${name}（${where}）含有公式。` },
    { en: "Choose cells that hold plain values.", zh: "请选择只含数值的单元格。" },
  );
};

