import { parsedArgument, type CellsArgument, type ParsedArgument, type TableArgument } from "../formulas/arguments";
import type { StatedUnit } from "../reference";
import { CellError, type Texts } from "../refusal";
import { placeIn, writtenPlace, type Place } from "./places";
import { statedUnit } from "./stated-unit";

/** An argument of a call with what it holds now. */
export type ReadArgument =
  | { readonly kind: "omitted" }
  | { readonly kind: "value"; readonly value: unknown }
  /** The place as `Sheet1!B2:B4`. */
  | {
      readonly kind: "cells";
      readonly value: unknown;
      readonly place: string;
      readonly cells: number;
      readonly empty: number;
      /** The unit that a heading or label beside it says. */
      readonly stated?: StatedUnit;
    }
  | { readonly kind: "call"; readonly call: Extract<ParsedArgument, { kind: "call" }>["call"] }
  /** Excel will know its value; from here it cannot be told. */
  | { readonly kind: "untold"; readonly why: Texts }
  /** Excel will not know it either. */
  | { readonly kind: "missing"; readonly why: Texts };

/** More is not read for a preview: the answer would take longer than the user waits. */
const mostCells = 200_000;

const calculated: Texts = { en: "Excel will calculate it.", zh: "由 Excel 计算。" };
const tooMany: Texts = {
  en: "These are too many cells to look at: choose only the filled part of the columns.",
  zh: "单元格过多：请只选择有数据的部分。",
};
const noSuchSheet: Texts = { en: "There is no sheet of this name.", zh: "没有此名称的工作表。" };
const noSuchName: Texts = { en: "There is no range of this name.", zh: "没有此名称的区域。" };
const noSuchColumn: Texts = { en: "There is no such table or column.", zh: "没有此表格或列。" };

/** Reads what argument texts stand for in a formula that stands at `home`. Nothing is written. */
export async function readArguments(
  context: Excel.RequestContext,
  texts: readonly string[],
  home: Place,
): Promise<ReadArgument[]> {
  const read: ReadArgument[] = [];
  for (const text of texts) read.push(await readArgument(context, parsedArgument(text), home));
  return read;
}

async function readArgument(context: Excel.RequestContext, parsed: ParsedArgument, home: Place): Promise<ReadArgument> {
  switch (parsed.kind) {
    case "expression":
      return { kind: "untold", why: calculated };
    case "cells":
      return readCells(context, parsed, home);
    case "name":
      return readName(context, parsed.name);
    case "table":
      return readTable(context, parsed);
    default:
      return parsed;
  }
}

async function readCells(context: Excel.RequestContext, cells: CellsArgument, home: Place): Promise<ReadArgument> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(cells.sheet || home.sheet);
  sheet.load("name");
  await context.sync();
  if (sheet.isNullObject) return { kind: "missing", why: noSuchSheet };
  const range = sheet.getRange(cells.address);
  return contentOf(context, cells.spilled ? range.getSpillingToRangeOrNullObject() : range, sheet.name);
}

async function readName(context: Excel.RequestContext, name: string): Promise<ReadArgument> {
  const item = context.workbook.names.getItemOrNullObject(name);
  const range = item.getRangeOrNullObject();
  range.load("address");
  await context.sync();
  if (item.isNullObject) return { kind: "missing", why: noSuchName };
  if (range.isNullObject) return { kind: "untold", why: calculated };
  return contentOf(context, range);
}

async function readTable(
  context: Excel.RequestContext,
  { table, columns, part }: TableArgument,
): Promise<ReadArgument> {
  if (part !== "data" || columns.length !== 1 || !table) return { kind: "untold", why: calculated };
  const item = context.workbook.tables.getItemOrNullObject(table);
  const column = item.columns.getItemOrNullObject(columns[0]!);
  column.load("name");
  await context.sync();
  if (item.isNullObject || column.isNullObject) return { kind: "missing", why: noSuchColumn };
  return contentOf(context, column.getDataBodyRange());
}

async function contentOf(context: Excel.RequestContext, whole: Excel.Range, sheet?: string): Promise<ReadArgument> {
  whole.load("address,cellCount");
  whole.worksheet.load("name");
  await context.sync();
  if (whole.isNullObject) return { kind: "untold", why: calculated };
  const at = placeIn(sheet ?? whole.worksheet.name, whole.address);
  if (whole.cellCount > mostCells || whole.cellCount < 0) return { kind: "untold", why: tooMany };
  whole.load("values,valueTypes");
  const stated = statedUnit(whole.worksheet, at.address);
  await context.sync();
  const { values, valueTypes } = whole;
  return {
    kind: "cells",
    value: values.map((row, i) => row.map((value: unknown, j) => held(value, valueTypes[i]![j]!))),
    place: writtenPlace(at),
    cells: whole.cellCount,
    empty: valueTypes.flat().filter((type) => type === "Empty").length,
    stated: stated(),
  };
}

const held = (value: unknown, type: string): unknown => (type === "Error" ? new CellError(String(value)) : value);
