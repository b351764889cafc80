import { parseA1Ref, stringifyA1Ref, tokenTypes } from "@borgar/fx/xlsx";
import { cellAddress } from "../formulas/addresses";
import { textOf, type Token, tokensOf } from "../formulas/tokens";
import { byPlace } from "../xlsx/cell-changes";
import type { CellContent, CellValue, NameContent, SheetContent, WorkbookContent } from "../xlsx/content";
import { placeOf } from "../xlsx/places";
import { aligned } from "./alignment";

/** What changed of a cell: what was typed, how it is calculated, or only what came of it. */
export type ChangeKind = "input" | "formula" | "result" | "note" | "added" | "removed";

export interface Change {
  readonly kind: ChangeKind;
  readonly sheet: string;
  /** Where it stands now; where it stood, for one that is gone. */
  readonly address: string;
  readonly label: string;
  readonly before?: Held;
  readonly after?: Held;
}

export type Held = Pick<CellContent, "value" | "formula" | "note">;

export interface Comparison {
  readonly sheetsAdded: readonly string[];
  readonly sheetsRemoved: readonly string[];
  readonly changes: readonly Change[];
  readonly names: readonly { readonly name: string; readonly before?: string; readonly after?: string }[];
}

const tolerance = 1e-12;

/** What changed from one workbook to a later one; rows and columns are matched by their labels, then by place. */
export function compare(before: WorkbookContent, after: WorkbookContent): Comparison {
  const named = (content: WorkbookContent) => new Map(content.sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  const [old, present] = [named(before), named(after)];
  const moves = new Map([...present].flatMap(([name, sheet]) => {
    const former = old.get(name);
    return former ? [[name, movesBetween(former, sheet)] as const] : [];
  }));
  return {
    sheetsAdded: after.sheets.filter(({ name }) => !old.has(name.toLowerCase())).map(({ name }) => name),
    sheetsRemoved: before.sheets.filter(({ name }) => !present.has(name.toLowerCase())).map(({ name }) => name),
    changes: after.sheets.flatMap((sheet) => {
      const former = old.get(sheet.name.toLowerCase());
      return former ? changesOf(former, sheet, moves) : [];
    }),
    names: changedNames(before.names, after.names),
  };
}

type Axis = "row" | "column";
type Labels = readonly (string | undefined)[];

/** The first text in each line, to know it by. */
function labelsOf({ cells }: SheetContent, axis: Axis): Labels {
  const across: Axis = axis === "row" ? "column" : "row";
  const first = new Map<number, CellContent>();
  for (const cell of cells) {
    const known = first.get(cell[axis]);
    const isLabel = typeof cell.value === "string" && cell.formula === undefined && cell.value.trim() !== "";
    if (isLabel && (!known || cell[across] < known[across])) first.set(cell[axis], cell);
  }
  const length = cells.reduce((most, cell) => Math.max(most, cell[axis] + 1), 0);
  return Array.from({ length }, (_, at) => {
    const label = first.get(at)?.value;
    return typeof label === "string" ? label.trim() : undefined;
  });
}

class Lines {
  readonly toAfter: ReadonlyMap<number, number>;
  readonly toBefore: ReadonlyMap<number, number>;

  readonly labels: { readonly before: Labels; readonly after: Labels };

  constructor(before: SheetContent, after: SheetContent, axis: Axis) {
    this.labels = { before: labelsOf(before, axis), after: labelsOf(after, axis) };
    const pairs = aligned(this.labels.before, this.labels.after);
    this.toAfter = new Map(pairs);
    this.toBefore = new Map(pairs.map(([one, other]) => [other, one]));
  }
}

interface Moves {
  readonly rows: Lines;
  readonly columns: Lines;
}

/** By the names of sheets in lower case. */
type MovesOfSheets = ReadonlyMap<string, Moves>;

const movesBetween = (before: SheetContent, after: SheetContent): Moves => ({
  rows: new Lines(before, after, "row"),
  columns: new Lines(before, after, "column"),
});

function changesOf(before: SheetContent, after: SheetContent, moves: MovesOfSheets): Change[] {
  const { rows, columns } = moves.get(after.name.toLowerCase())!;
  const { labels } = rows;
  const old = byPlace(before.cells);
  const met = new Set<CellContent>();
  const changes = after.cells.flatMap((cell) => {
    const [row, column] = [rows.toBefore.get(cell.row), columns.toBefore.get(cell.column)];
    const former = row === undefined || column === undefined ? undefined : old.get(placeOf({ row, column }));
    if (former) met.add(former);
    const kind = former ? kindOf(former, cell, (formula) => movedFormula(formula, after.name, moves)) : "added";
    return kind && isContent(cell) ? [change(kind, after.name, cell, labels.after, former, cell)] : [];
  });
  const gone = before.cells.filter((cell) => !met.has(cell) && isContent(cell));
  return [...changes, ...gone.map((cell) => change("removed", after.name, cell, labels.before, cell))];
}

const isContent = ({ value, formula, note }: CellContent): boolean =>
  value !== null || formula !== undefined || note !== undefined;

const held = ({ value, formula, note }: CellContent): Held => ({
  value,
  ...(formula !== undefined && { formula }),
  ...(note !== undefined && { note }),
});

function change(
  kind: ChangeKind,
  sheet: string,
  { row, column }: CellContent,
  labels: Labels,
  before?: CellContent,
  after?: CellContent,
): Change {
  return {
    kind,
    sheet,
    address: cellAddress(row, column),
    label: labels[row] ?? "",
    ...(before && { before: held(before) }),
    ...(after && { after: held(after) }),
  };
}

function kindOf(
  before: CellContent,
  after: CellContent,
  moved: (formula: string) => string,
): ChangeKind | undefined {
  const { formula } = before;
  const isSame = formula === after.formula || (formula !== undefined && moved(formula) === after.formula);
  if (!isSame) return "formula";
  if (!sameValue(before.value, after.value)) return after.formula === undefined ? "input" : "result";
  return before.note === after.note ? undefined : "note";
}

/** The formula as it reads when what it refers to has moved with the rows and columns of its sheet. */
const movedFormula = (formula: string, home: string, moves: MovesOfSheets): string =>
  textOf(tokensOf(formula).map((token) => movedToken(token, home, moves)));

function movedToken(token: Token, home: string, moves: MovesOfSheets): Token {
  const reference = token.type === tokenTypes.REF_RANGE ? parseA1Ref(token.value) : undefined;
  if (!reference || !("range" in reference) || reference.workbookName) return token;
  const there = moves.get((reference.sheetName || home).toLowerCase());
  if (!there) return token;
  const { top, bottom, left, right } = reference.range;
  const at = (lines: Lines, place: number | null | undefined) =>
    typeof place === "number" ? (lines.toAfter.get(place) ?? place) : place;
  const range = {
    ...reference.range,
    top: at(there.rows, top),
    bottom: at(there.rows, bottom),
    left: at(there.columns, left),
    right: at(there.columns, right),
  };
  return { ...token, value: stringifyA1Ref({ ...reference, range } as typeof reference) };
}

function sameValue(one: CellValue, other: CellValue): boolean {
  if (typeof one === "number" && typeof other === "number") {
    return Math.abs(one - other) <= tolerance * Math.max(Math.abs(one), Math.abs(other));
  }
  if (typeof one === "object" && typeof other === "object" && one && other) return one.error === other.error;
  return one === other;
}

function changedNames(before: readonly NameContent[], after: readonly NameContent[]): Comparison["names"] {
  const formulas = (names: readonly NameContent[]) => new Map(names.map(({ name, formula }) => [name, formula]));
  const [old, present] = [formulas(before), formulas(after)];
  return [...new Set([...old.keys(), ...present.keys()])]
    .filter((name) => old.get(name) !== present.get(name))
    .map((name) => ({ name, before: old.get(name), after: present.get(name) }));
}
