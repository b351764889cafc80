import type { Texts } from "../../refusal";
import { covers } from "../../formulas/addresses";
import { parsedArgument } from "../../formulas/arguments";
import { nativeText } from "../../formulas/native-rewrite";
import { reasons, Unportable } from "../../formulas/unportable";
import type { CellContent, SheetContent } from "../../xlsx/content";
import { placeOf } from "../../xlsx/places";
import { untrackedReferences } from "./follow";
import type { FormulaContent } from "./plan-options";
import { callsOurs, type Rooms } from "./rooms";
import { asked, type Tier } from "./texts";

export interface CellConversion {
  readonly sheet: string;
  /** As it stood. */
  readonly cell: FormulaContent;
  /** As it stands in the copy, its value not yet calculated. */
  readonly after: CellContent;
  readonly tier: Tier;
  /** Undefined where a value took its place. */
  readonly converted?: string;
  readonly why?: Texts;
  /** What the original refers to and the native form does not. */
  readonly untracked: readonly string[];
}

/** What becomes of a formula; undefined where nothing has to. */
export function convertedCell(
  sheet: SheetContent,
  cell: FormulaContent,
  rooms: Rooms,
  stuck: Texts | undefined,
): CellConversion | undefined {
  if (stuck) return asValue(sheet, cell, stuck);
  if (rooms.options.recipient === "values" && callsOurs(cell.formula)) return asValue(sheet, cell, asked);
  const owner = placeOf(cell) + 2 ** 40 * rooms.indexOf(sheet.name);
  try {
    return written(sheet, cell, rooms, owner);
  } catch (thrown) {
    if (!(thrown instanceof Unportable)) throw thrown;
    rooms.helper.drop(owner);
    return callsOurs(cell.formula) ? asValue(sheet, cell, thrown.why) : undefined;
  }
}

function asValue(sheet: SheetContent, cell: FormulaContent, why: Texts): CellConversion {
  const { value, ...rest } = withoutFormula(cell);
  // A result that is not known must leave a cell behind that can be found again.
  return { sheet: sheet.name, cell, after: { ...rest, value: value ?? "" }, tier: "value", why, ...untracking(cell.formula) };
}

function withoutFormula({ formula: _, spill: __, ...rest }: CellContent): CellContent {
  return rest;
}

function written(
  sheet: SheetContent,
  cell: FormulaContent,
  rooms: Rooms,
  owner: number,
): CellConversion | undefined {
  const { row, column, formula } = cell;
  const native = nativeText(formula, rooms.roomOf({ sheet: sheet.name, row, column }, owner));
  if (native.formula === formula) return undefined;
  const note = [cell.note, ...native.citations].filter((text) => text).join("\n") || undefined;
  const noted = note === undefined ? cell : { ...cell, note };
  if (callsOurs(formula) && parsedArgument(native.formula.slice(1)).kind === "value") {
    return { sheet: sheet.name, cell, after: withoutFormula(noted), tier: "constant", ...untracking(formula) };
  }
  const after = entered(noted, native.formula, native.array, rooms, sheet);
  const tier = rooms.helper.serves(owner) ? "helper" : "native";
  return { sheet: sheet.name, cell, after, tier, converted: native.formula, ...untracking(formula, native.formula) };
}

const untracking = (original: string, converted?: string): Pick<CellConversion, "untracked"> =>
  ({ untracked: untrackedReferences(original, converted) });

function entered(
  cell: CellContent,
  formula: string,
  array: boolean,
  rooms: Rooms,
  { merges }: SheetContent,
): CellContent {
  if (rooms.ability.dynamic) return { ...cell, formula };
  const { spill, ...rest } = cell;
  const isMany = spill !== undefined && spill.rows * spill.columns > 1;
  if (!array && !isMany) return { ...rest, formula };
  if (merges.some((merge) => covers(merge, cell.row, cell.column))) throw new Unportable(reasons.merged);
  return { ...rest, formula, spill: spill ?? { rows: 1, columns: 1 }, legacyArray: true };
}
