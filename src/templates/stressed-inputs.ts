import { numbersAt, type DeclaredInput, type InputCell } from "../model";
import { absoluteAddress, quotedSheet } from "../formulas/addresses";
import type { SheetContent, TableContent, WorkbookContent } from "../xlsx/content";
import { templates } from "./index";
import { headerOf } from "./place-table";
import type { StressedKey, TableBlock, Template } from "./template";

/** What the templates in a workbook declare of their inputs. */
export interface StressedInputs {
  readonly declared: readonly DeclaredInput[];
  /** Whether a name is of a template, which says itself what answers to a stress. */
  isOfTemplate(name: string): boolean;
}

export function stressedInputs(content: WorkbookContent): StressedInputs {
  const standing = templates.flatMap((template) =>
    prefixesOf(template, content).map((prefix) => ({ template, prefix, content })));
  return {
    declared: standing.flatMap((each) => each.template.stresses.flatMap((key) => declaredIn(each, key))),
    isOfTemplate: (name) => standing.some(({ prefix }) => name.startsWith(`${prefix}_`)),
  };
}

/** A template may stand in a workbook twice: its names then begin with oem and oem2. */
const prefixesOf = ({ prefix }: Template, { names }: WorkbookContent): string[] =>
  names.flatMap(({ name }) => {
    const [, found] = /^([a-z0-9]+)_checks_pass$/.exec(name) ?? [];
    return found?.startsWith(prefix) && /^\d*$/.test(found.slice(prefix.length)) ? [found] : [];
  });

interface Standing {
  readonly template: Template;
  readonly prefix: string;
  readonly content: WorkbookContent;
}

function declaredIn(standing: Standing, { shock, input, largestBy, years }: StressedKey): DeclaredInput[] {
  const cells = cellsOf(standing, input, years && noYear);
  const chosen = largestBy === undefined ? cells : inRowOf(largest(cellsOf(standing, largestBy)), cells);
  if (chosen.length === 0) return [];
  return [{ shock, input: { name: `${standing.prefix}_${input}`, cells: chosen, ...(years && { years }) } }];
}

/** What a blank year holds: without it those after would come a year too early. */
const noYear = 0;

const largest = (cells: readonly InputCell[]): InputCell | undefined =>
  cells.reduce<InputCell | undefined>((most, cell) => (most && most.value >= cell.value ? most : cell), undefined);

const inRowOf = (cell: InputCell | undefined, cells: readonly InputCell[]): InputCell[] =>
  cells.filter(({ place }) => place.row === cell?.place.row);

function cellsOf({ template, prefix, content }: Standing, key: string, blank?: number): InputCell[] {
  const named = content.names.find(({ name }) => name === `${prefix}_${key}`);
  if (named) return numbersAt(content, named.formula, named.name, blank);
  const [tableKey = "", columnKey] = key.split(".");
  for (const sheet of content.sheets) {
    const table = sheet.tables.find(({ name }) => name === `${prefix}_${tableKey}`);
    if (table) return columnCells(content, sheet, table, headersOf(template, tableKey, columnKey));
  }
  return [];
}

const headersOf = ({ sheets }: Template, tableKey: string, columnKey: string | undefined): string[] =>
  sheets
    .flatMap(({ blocks }) => blocks)
    .filter((block): block is TableBlock => block.kind === "table" && block.key === tableKey)
    .flatMap(({ columns }) => columns.filter(({ key }) => key === columnKey))
    .flatMap((column) => [headerOf(column, "en"), headerOf(column, "zh")]);

/** Called by the column and by what its row is about. */
function columnCells(
  content: WorkbookContent, sheet: SheetContent, { area, columns }: TableContent, headers: readonly string[],
): InputCell[] {
  const at = columns.findIndex((header) => headers.includes(header));
  if (at < 0) return [];
  const body = { row: area.row + 1, rows: area.rows - 1, column: area.column + at, columns: 1 };
  const labelOf = (row: number): string =>
    String(sheet.cells.find((cell) => cell.row === row && cell.column === area.column)?.value ?? "");
  return numbersAt(content, `=${quotedSheet(sheet.name)}!${absoluteAddress(body)}`, columns[at]!)
    .map((cell) => ({ ...cell, name: `${columns[at]}: ${labelOf(cell.place.row)}` }));
}
