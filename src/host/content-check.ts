import { Refusal, type Texts } from "../refusal";
import type { Area, CellContent, SheetContent, TableContent, WorkbookContent } from "../xlsx/content";

const lastRow = 1_048_576;
const lastColumn = 16_384;

const refuse = (subject: string, fragment: Texts): never => {
  throw new Refusal("invalid", fragment, subject);
};

/** Refuses what Excel would not hold, before anything of the present workbook is touched. */
export function checkContent({ sheets, names }: WorkbookContent): void {
  if (!sheets.some(({ hidden }) => !hidden)) {
    refuse("workbook", { en: "has no sheet to show", zh: "没有可显示的工作表" });
  }
  checkDistinct(sheets.map(({ name }) => name), "sheet");
  checkDistinct([...names, ...sheets.flatMap(({ tables }) => tables)].map(({ name }) => name), "name");
  sheets.forEach(checkSheet);
}

function checkDistinct(words: readonly string[], kind: string): void {
  const seen = new Set<string>();
  for (const word of words) {
    const key = word.toLowerCase();
    if (seen.has(key)) refuse(`${kind} ${word}`, { en: "is there twice", zh: "重复出现" });
    seen.add(key);
  }
}

const isSheetName = (name: string): boolean =>
  /^(?!')[^[\]:*?/\\]{1,31}(?<!')$/.test(name) && name.trim() !== "";

function checkSheet(sheet: SheetContent): void {
  const { name, cells, merges, tables } = sheet;
  if (!isSheetName(name)) {
    refuse(`sheet ${name}`, {
      en: "needs a name of 1 to 31 characters without [ ] : * ? / \\",
      zh: "的名称须为 1 至 31 个字符，且不含 [ ] : * ? / \\",
    });
  }
  for (const cell of cells) checkCell(cell, name);
  for (const area of merges) checkArea(area, name);
  for (const table of tables) checkTable(table, name);
  if (overlap(tables.map(({ area }) => area))) {
    refuse(`sheet ${name}`, { en: "has tables that overlap", zh: "中的表格相互重叠" });
  }
  if (overlap(merges)) {
    refuse(`sheet ${name}`, { en: "has merged cells that overlap", zh: "中的合并单元格相互重叠" });
  }
}

function checkCell({ row, column, value, formula, spill }: CellContent, sheet: string): void {
  checkArea({ row, column, rows: spill?.rows ?? 1, columns: spill?.columns ?? 1 }, sheet);
  const infinite = typeof value === "number" && !Number.isFinite(value);
  const isFormula = formula === undefined || formula.startsWith("=");
  if (!infinite && isFormula) return;
  refuse(`sheet ${sheet}`, {
    en: `has a cell that cannot be read (row ${row + 1}, column ${column + 1})`,
    zh: `中有无法读取的单元格（第 ${row + 1} 行第 ${column + 1} 列）`,
  });
}

const isCount = (value: number, from: number, to: number): boolean =>
  Number.isInteger(value) && value >= from && value <= to;

function checkArea({ row, column, rows, columns }: Area, sheet: string): void {
  const inside = isCount(row, 0, lastRow - 1) && isCount(column, 0, lastColumn - 1)
    && isCount(rows, 1, lastRow - row) && isCount(columns, 1, lastColumn - column);
  if (!inside) {
    refuse(`sheet ${sheet}`, {
      en: "reaches beyond the 1,048,576 rows and 16,384 columns of a sheet",
      zh: "超出了工作表的 1,048,576 行和 16,384 列",
    });
  }
}

function checkTable({ name, area, columns }: TableContent, sheet: string): void {
  checkArea(area, sheet);
  checkDistinct(columns, `table ${name}, column`);
  if (columns.length !== area.columns || area.rows < 2) {
    refuse(`table ${name}`, { en: "does not fit its cells", zh: "与其单元格不符" });
  }
}

/** Sweeps down the rows: only areas that share a row can share a cell. */
function overlap(areas: readonly Area[]): boolean {
  const sorted = [...areas].sort((one, other) => one.row - other.row);
  let open: Area[] = [];
  for (const area of sorted) {
    open = open.filter(({ row, rows }) => row + rows > area.row);
    if (open.some((other) => shareColumn(area, other))) return true;
    open.push(area);
  }
  return false;
}

const shareColumn = (one: Area, other: Area): boolean =>
  one.column < other.column + other.columns && other.column < one.column + one.columns;
