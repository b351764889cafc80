import { contentsOf, sourcesOf, standingOf, textIn, type Given } from "./given";
import type { Texts } from "../refusal";
import { headHeight, nameOf, put, putLabel, target, widen, widenFor, type Draft, type DraftSheet, type Home, type Run } from "./draft";
import { heading } from "./place-text";
import { validate } from "./place-validation";
import type { Role } from "./placed";
import type { Across, CheckRow, ChecksBlock, InputRow, InputsBlock, WorkedBlock, WorkedRow } from "./template";
import { standings, words } from "./words";

/** Where the cells of a row stand; what follows the values comes after the last of them. */
interface Columns {
  readonly unit: number;
  readonly first: number;
  readonly count: number;
  readonly after: number;
}

const alone: Columns = { unit: 2, first: 1, count: 1, after: 3 };

const columnsOf = (across: Across | undefined): Columns =>
  across ? { unit: 1, first: 3, count: across.heads.length, after: 3 + across.heads.length } : alone;

export function placeInputs(draft: Draft, sheet: DraftSheet, block: InputsBlock): void {
  const columns = columnsOf(block.across);
  heading(draft, sheet, block.title);
  placeHeads(draft, sheet, block, columns, [words.standing, words.source]);
  for (const row of block.rows) {
    const home = enter(draft, sheet, block, row, columns, true);
    placeGiven(draft, sheet, row, columns);
    if (row.allowed) validate(draft, sheet, home.area, row.allowed);
    sheet.row++;
  }
  sheet.row++;
}

function placeGiven({ language }: Draft, sheet: DraftSheet, row: InputRow, { first, count, after }: Columns): void {
  const all: readonly Given[] = "standing" in row.given ? [row.given] : row.given;
  const numberFormat = row.unit.format;
  const cells = all.flatMap((given) => contentsOf(given, language).map((content) => ({ content, given })));
  if (cells.length !== count) throw new Error(`${row.key}: not as many values as columns`);
  cells.forEach(({ content, given }, i) => put(sheet, sheet.row, first + i, content, given.standing, { numberFormat }));
  put(sheet, sheet.row, after, standings[standingOf(all)][language], "note");
  const said = [...sourcesOf(all, language), row.note?.[language]].filter(Boolean).join(" ");
  if (said) put(sheet, sheet.row, after + 1, said, "note");
}

export function placeWorked(draft: Draft, sheet: DraftSheet, block: WorkedBlock): void {
  const columns = columnsOf(block.across);
  const isOutput = block.kind === "outputs";
  heading(draft, sheet, block.title);
  const isNoted = block.rows.some(({ note }) => note);
  placeHeads(draft, sheet, block, columns, isNoted ? [words.note] : []);
  for (const row of block.rows) {
    const home = enter(draft, sheet, block, row, columns, isOutput);
    placeFormulas(sheet, row, home, isOutput ? "output" : "working");
    if (row.note) put(sheet, sheet.row, columns.after, row.note[draft.language], "note");
    sheet.row++;
  }
  sheet.row++;
}

function placeFormulas(sheet: DraftSheet, row: WorkedRow, home: Home, role: Role): void {
  const numberFormat = row.unit.format;
  const single: Home = { ...home, run: "cell" };
  const { column, columns } = home.area;
  if (row.opening) put(sheet, sheet.row, column - 1, row.opening, role, { numberFormat, home: single });
  if (row.spills) {
    put(sheet, sheet.row, column, row.formula, role, { numberFormat, home: single, spill: { rows: 1, columns } });
    return;
  }
  for (let i = 0; i < columns; i++) put(sheet, sheet.row, column + i, row.formula, role, { numberFormat, home });
}

type Entry = Pick<InputRow, "key" | "label" | "unit">;

/** Writes label and unit of a row and makes its key known. */
function enter(
  draft: Draft, sheet: DraftSheet, block: InputsBlock | WorkedBlock, { key, label, unit }: Entry, columns: Columns,
  named: boolean,
): Home {
  const area = { row: sheet.row, column: columns.first, rows: 1, columns: columns.count };
  const run: Run = block.across ? "across" : "cell";
  const name = named ? nameOf(draft, key) : undefined;
  target(draft, key, { sheet: sheet.name, block, run, area, label, ...(name && { name }) });
  putLabel(sheet, sheet.row, label[draft.language]);
  put(sheet, sheet.row, columns.unit, unit.text[draft.language], "unit");
  return { block, run, area };
}

function placeHeads(
  draft: Draft, sheet: DraftSheet, block: InputsBlock | WorkedBlock, columns: Columns, after: readonly Texts[],
): void {
  const { language } = draft;
  const { across } = block;
  put(sheet, sheet.row, 0, across?.label[language] ?? "", "head");
  put(sheet, sheet.row, columns.unit, words.unit[language], "head");
  if (across) placeAcross(draft, sheet, block, across);
  else put(sheet, sheet.row, columns.first, words.value[language], "head");
  after.forEach((text, i) => put(sheet, sheet.row, columns.after + i, text[language], "head"));
  for (let i = 1; i < columns.after + 1; i++) widen(sheet, i, across && i > 2 ? 14 : 18);
  sheet.heights[sheet.row] = headHeight;
  sheet.row++;
}

/** Heads are written once; where they come again they are taken from there. */
function placeAcross(draft: Draft, sheet: DraftSheet, block: InputsBlock | WorkedBlock, across: Across): void {
  const area = { row: sheet.row, column: 3, rows: 1, columns: across.heads.length };
  const isFirst = !draft.targets.has(across.key);
  const home: Home = { block, run: "across", area };
  if (isFirst) target(draft, across.key, { sheet: sheet.name, block, run: "across", area, label: across.label });
  const opens = "rows" in block && block.rows.some((row) => "opening" in row && row.opening);
  put(sheet, sheet.row, 2, opens ? words.opening[draft.language] : "", "head");
  if (isFirst && across.note) put(sheet, sheet.row, 3 + across.heads.length, across.note[draft.language], "note");
  across.heads.forEach((head, i) => {
    const content = isFirst ? textIn(head, draft.language) : `={${across.key}}`;
    put(sheet, sheet.row, 3 + i, content, "head", { home });
    widenFor(sheet, 3 + i, String(textIn(head, draft.language)));
  });
}

export function placeChecks(draft: Draft, sheet: DraftSheet, block: ChecksBlock): void {
  const { language } = draft;
  heading(draft, sheet, words.checks);
  put(sheet, sheet.row, 0, "", "head");
  put(sheet, sheet.row, 1, words.value[language], "head");
  put(sheet, sheet.row, 2, words.result[language], "head");
  widen(sheet, 1, 18);
  widen(sheet, 2, 18);
  sheet.row++;
  for (const row of block.rows) placeCheck(draft, sheet, block, row);
  const all = block.rows.map(({ key }) => `{${key}}`).join(",");
  const last: CheckRow = { key: "checks_pass", label: words.allPass, formula: `=AND(${all})` };
  placeCheck(draft, sheet, block, last, true);
  colourChecks(draft, sheet, block);
  sheet.row++;
}

/** Green or red, the last one too; the word beside it says the same. */
function colourChecks(draft: Draft, sheet: DraftSheet, block: ChecksBlock): void {
  const rows = block.rows.length + 1;
  const area = { row: sheet.row - rows, column: 1, rows, columns: 1 };
  target(draft, "checks", { sheet: sheet.name, block, run: "down", area, label: words.checks });
  sheet.rules.push(
    { on: "{checks}", when: "={checks}", look: "good" },
    { on: "{checks}", when: "=NOT({checks})", look: "bad" },
  );
}

function placeCheck(
  draft: Draft, sheet: DraftSheet, block: ChecksBlock, { key, label, formula }: CheckRow, named = false,
): void {
  const { language } = draft;
  const area = { row: sheet.row, column: 1, rows: 1, columns: 1 };
  const home: Home = { block, run: "cell", area };
  const name = named && { name: nameOf(draft, key) };
  target(draft, key, { sheet: sheet.name, block, run: "cell", area, label, ...name });
  putLabel(sheet, sheet.row, label[language]);
  put(sheet, sheet.row, 1, formula, "check", { home });
  put(sheet, sheet.row, 2, `=IF({${key}},"${words.pass[language]}","${words.fail[language]}")`, "check", { home });
  sheet.row++;
}
