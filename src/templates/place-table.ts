import type { Area } from "../formulas/addresses";
import type { Language, Texts } from "../refusal";
import { contentsOf, sourcesOf, standingOf, type Given } from "./given";
import { headHeight, nameOf, put, target, widenFor, type Draft, type DraftSheet, type Home } from "./draft";
import { heading } from "./place-text";
import { validate } from "./place-validation";
import type { TableBlock, TableColumn, TableRow } from "./template";
import type { UnitOf } from "./units";
import { standings, words } from "./words";

export function placeTable(draft: Draft, sheet: DraftSheet, block: TableBlock): void {
  const { language } = draft;
  heading(draft, sheet, block.title);
  const headers = block.columns.map((column) => headerOf(column, language));
  const all = [...headers, words.standing[language], words.source[language]];
  if (all.some((header) => /[[\]#'@]/.test(header))) throw new Error(`${block.key}: a header holds [ ] # ' or @`);
  const top = sheet.row++;
  all.forEach((header, i) => {
    put(sheet, top, i, header, "head");
    if (i < all.length - 1) widenFor(sheet, i, header);
  });
  sheet.heights[top] = headHeight;
  const body: Area = { row: top + 1, column: 0, rows: block.rows.length, columns: block.columns.length };
  const table = nameOf(draft, block.key);
  block.columns.forEach((column, i) => {
    placeColumn(draft, sheet, block, { column, table, header: headers[i]!, i, body });
  });
  block.rows.forEach((row, i) => placeStanding(draft, sheet, block, row, body.row + i));
  sheet.tables.push({
    name: table,
    area: { row: top, column: 0, rows: body.rows + 1, columns: all.length },
    columns: all,
    calculated: Object.fromEntries(
      block.columns.flatMap(({ formula }, i) => (formula ? [[headers[i]!, formula] as const] : [])),
    ),
    home: { block, run: "down", area: body },
  });
  sheet.row = body.row + body.rows + 1;
}

interface Headed {
  readonly header: Texts;
  readonly unit: UnitOf;
}

/** With its unit. */
export function headerOf({ header, unit }: Headed, language: Language): string {
  const text = unit.text[language];
  if (!text) return header[language];
  return language === "en" ? `${header.en} (${text})` : `${header.zh}（${text}）`;
}

interface PlacedColumn {
  readonly column: TableColumn;
  readonly table: string;
  readonly header: string;
  readonly i: number;
  readonly body: Area;
}

function placeColumn(draft: Draft, sheet: DraftSheet, block: TableBlock, placed: PlacedColumn): void {
  const { column, table, header, i, body } = placed;
  const area: Area = { ...body, column: i, columns: 1 };
  const home: Home = { block, run: "down", area };
  const key = `${block.key}.${column.key}`;
  const label = column.header;
  target(draft, key, { sheet: sheet.name, block, run: "down", area, label, column: { table, header } });
  const numberFormat = column.unit.format;
  block.rows.forEach((row, at) => {
    if (column.formula) return put(sheet, area.row + at, i, column.formula, "working", { numberFormat, home });
    const given = givenIn(row, column.key, block.key);
    const [content] = contentsOf(given, draft.language);
    put(sheet, area.row + at, i, content!, given.standing, { numberFormat });
  });
  if (column.allowed) validate(draft, sheet, area, column.allowed);
}

function givenIn(row: TableRow, column: string, table: string): Given {
  const given = row[column];
  if (!given) throw new Error(`${table}: a row has no ${column}`);
  return given;
}

/** Whether the figures of a row are real, and the sources of those that are. */
function placeStanding(
  { language }: Draft, sheet: DraftSheet, { columns }: TableBlock, row: TableRow, at: number,
): void {
  const given = Object.values(row);
  put(sheet, at, columns.length, standings[standingOf(given)][language], "note");
  put(sheet, at, columns.length + 1, sourcesOf(given, language).join(" "), "note");
}
