import { areaAddress, parseArea } from "../formulas/addresses";
import { freeTableName } from "../formulas/free-names";
import type { Language, Texts } from "../refusal";
import { startOf } from "./new-sheet";
import { blockAt, cellFrom, inTheWay, placeIn, type Place } from "./places";
import type { Remember } from "./run";

/** What readers of the workbook are told of one table in it. */
export interface SourceLine {
  readonly what: string;
  readonly version: string;
  readonly inserted: string;
  readonly source: string;
  readonly certainty: string;
}

const sheetName: Texts = { en: "Sources", zh: "来源" };

const headers = {
  table: { en: "Table", zh: "表格" },
  what: { en: "What", zh: "内容" },
  where: { en: "Where", zh: "位置" },
  version: { en: "Version", zh: "版本" },
  inserted: { en: "Inserted", zh: "插入日期" },
  source: { en: "Source", zh: "来源" },
  certainty: { en: "Certainty", zh: "可靠程度" },
} satisfies Record<string, Texts>;

type Column = keyof typeof headers;
type Cells = Readonly<Record<Column, string>>;

const wishedName = "DataSources";

/**
 * Adds a line to the table of sources, which is made on a sheet of its own where the workbook has none. A list
 * that cannot grow is left as it is, and another is begun. `known` is the name that the register keeps for it;
 * the name under which it is there now is handed back.
 */
export async function listSource(
  context: Excel.RequestContext,
  remember: Remember,
  known: string,
  cells: Cells,
  language: Language,
): Promise<string> {
  const growing = known === "" ? undefined : await growingTable(context, known);
  if (!growing) return makeTable(context, remember, cells, language);
  await addLine(context, remember, growing, cells);
  return growing.table.name;
}

interface Growing {
  readonly table: Excel.Table;
  readonly whole: Place;
  /** The row below it, which is free. */
  readonly below: Place;
}

/** The list, where it can take another line without moving what the user has put below it. */
async function growingTable(context: Excel.RequestContext, name: string): Promise<Growing | undefined> {
  const table = context.workbook.tables.getItemOrNullObject(name).load("name,showTotals");
  const range = table.getRange().load("address");
  table.worksheet.load("name");
  await context.sync();
  if (table.isNullObject || table.showTotals) return undefined;
  const whole = placeIn(table.worksheet.name, range.address);
  const { rows, columns } = parseArea(whole.address)!;
  const below = blockAt(cellFrom(whole, rows, 0), 1, columns);
  return (await inTheWay(context, below)) ? undefined : { table, whole, below };
}

async function makeTable(
  context: Excel.RequestContext,
  remember: Remember,
  cells: Cells,
  language: Language,
): Promise<string> {
  const { tables, names, worksheets } = context.workbook;
  tables.load("items/name");
  names.load("items/name");
  const start = await startOf(context, { newSheet: sheetName[language] }, remember);
  const titles = Object.values(headers).map((title) => title[language]);
  const range = worksheets.getItem(start.sheet).getRange(blockAt(start, 2, titles.length).address);
  range.numberFormat = [titles, titles].map((row) => row.map(() => "@"));
  range.values = [titles, (Object.keys(headers) as Column[]).map((column) => cells[column])];
  const table = tables.add(range, true);
  const name = freeTableName(wishedName, [...tables.items, ...names.items].map((item) => item.name));
  table.name = name;
  await context.sync();
  return name;
}

/** Under the headers that the table has now: the user may have moved, added or renamed columns. */
async function addLine(
  context: Excel.RequestContext,
  remember: Remember,
  { table, whole, below }: Growing,
  cells: Cells,
): Promise<void> {
  const header = table.getHeaderRowRange().load("values");
  await context.sync();
  const line = (header.values[0] as unknown[]).map((title) => cellUnder(String(title), cells));
  const at = (address: string): Excel.Range => context.workbook.worksheets.getItem(whole.sheet).getRange(address);
  const { row, column, rows, columns } = parseArea(whole.address)!;
  remember(async () => {
    at(below.address).clear();
    await context.sync();
    context.workbook.tables.getItem(table.name).resize(at(whole.address));
  });
  const range = at(below.address);
  range.numberFormat = [line.map(() => "@")];
  range.values = [line];
  table.resize(at(areaAddress({ row, column, rows: rows + 1, columns })));
  await context.sync();
}

function cellUnder(title: string, cells: Cells): string {
  const column = (Object.keys(headers) as Column[]).find((name) => Object.values(headers[name]).includes(title));
  return column ? cells[column] : "";
}
