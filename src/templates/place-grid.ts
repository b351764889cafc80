import type { Area } from "../formulas/addresses";
import { contentsOf, sourcesOf, standingOf } from "./given";
import { headHeight, nameOf, put, target, widenFor, type Draft, type DraftSheet, type Home } from "./draft";
import { headerOf } from "./place-table";
import { heading } from "./place-text";
import { validate } from "./place-validation";
import type { ListBlock, MatrixBlock, MatrixFormula, MatrixGiven } from "./template";
import { standings } from "./words";

export function placeList(draft: Draft, sheet: DraftSheet, block: ListBlock): void {
  const { language } = draft;
  heading(draft, sheet, block.title);
  const top = sheet.row;
  const labels: Area = { row: top + 1, column: 0, rows: block.rows.length, columns: 1 };
  put(sheet, top, 0, block.label[language], "head");
  target(draft, `${block.key}.labels`, { sheet: sheet.name, block, run: "down", area: labels, label: block.label });
  block.rows.forEach((text, i) => {
    const home: Home = { block, run: "down", area: labels };
    put(sheet, labels.row + i, 0, text[language], "label", { home });
  });
  block.columns.forEach((_, i) => placeListColumn(draft, sheet, block, i, { ...labels, column: i + 1 }));
  sheet.row = labels.row + labels.rows + 1;
}

function placeListColumn(draft: Draft, sheet: DraftSheet, block: ListBlock, i: number, area: Area): void {
  const column = block.columns[i]!;
  const numberFormat = column.unit.format;
  put(sheet, area.row - 1, area.column, headerOf(column, draft.language), "head");
  widenFor(sheet, area.column, headerOf(column, draft.language));
  sheet.heights[area.row - 1] = headHeight;
  target(draft, `${block.key}.${column.key}`, { sheet: sheet.name, block, run: "down", area, label: column.header });
  if (column.spills) {
    const home: Home = { block, run: "cell", area };
    const spill = { rows: area.rows, columns: 1 };
    return put(sheet, area.row, area.column, column.formula, "working", { numberFormat, home, spill });
  }
  const home: Home = { block, run: "down", area };
  for (let at = 0; at < area.rows; at++) {
    put(sheet, area.row + at, area.column, column.formula, "working", { numberFormat, home });
  }
}

export function placeMatrix(draft: Draft, sheet: DraftSheet, block: MatrixBlock): void {
  const { language } = draft;
  heading(draft, sheet, block.title);
  const top = sheet.row;
  const { rows, columns } = { rows: block.rows.length, columns: block.columns.length };
  const area: Area = { row: top + 1, column: 1, rows, columns };
  const heads: Area = { ...area, row: top, rows: 1 };
  const labels: Area = { ...area, column: 0, columns: 1 };
  const home: Home = { block, run: "body", area };
  const place = { sheet: sheet.name, block, label: block.title };
  const name = "given" in block.body && { name: nameOf(draft, block.key) };
  target(draft, block.key, { ...place, run: "body", area, ...name });
  target(draft, `${block.key}.rows`, { ...place, run: "down", area: labels });
  target(draft, `${block.key}.columns`, { ...place, run: "across", area: heads });
  put(sheet, top, 0, headerOf({ header: block.corner, unit: block.unit }, language), "head");
  const above: Home = { block, run: "across", area: heads };
  const beside: Home = { block, run: "down", area: labels };
  block.columns.forEach((text, i) => put(sheet, top, 1 + i, text[language], "head", { home: above }));
  block.rows.forEach((text, i) => put(sheet, area.row + i, 0, text[language], "label", { home: beside }));
  block.columns.forEach((text, i) => widenFor(sheet, 1 + i, text[language]));
  sheet.heights[top] = headHeight;
  sheet.row = area.row + rows;
  if ("given" in block.body) placeBodyGiven(draft, sheet, block, block.body, area);
  else placeBodyFormula(sheet, block, block.body, home);
  sheet.row++;
}

function placeBodyGiven(
  draft: Draft, sheet: DraftSheet, block: MatrixBlock, { given }: MatrixGiven, area: Area,
): void {
  const { language } = draft;
  const all = given.flat();
  const fits = given.length === area.rows && given.every((line) => line.length === area.columns);
  if (!fits) throw new Error(`${block.key}: another size than its labels`);
  const numberFormat = block.unit.format;
  given.forEach((line, i) =>
    line.forEach((each, j) => {
      const [content] = contentsOf(each, language);
      put(sheet, area.row + i, area.column + j, content!, each.standing, { numberFormat });
    }),
  );
  if (block.allowed) validate(draft, sheet, area, block.allowed);
  const said = [standings[standingOf(all)][language], ...sourcesOf(all, language)];
  put(sheet, sheet.row++, 0, said.join(": "), "note");
}

function placeBodyFormula(
  sheet: DraftSheet, { unit }: MatrixBlock, { formula, spills }: MatrixFormula, home: Home,
): void {
  const { row, column, rows, columns } = home.area;
  const numberFormat = unit.format;
  if (spills) {
    const spilled = { numberFormat, home: { ...home, run: "cell" }, spill: { rows, columns } } as const;
    return put(sheet, row, column, formula, "working", spilled);
  }
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) put(sheet, row + i, column + j, formula, "working", { numberFormat, home });
  }
}
