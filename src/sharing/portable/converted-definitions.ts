import type { Texts } from "../../refusal";
import { nativeText } from "../../formulas/native-rewrite";
import { Unportable } from "../../formulas/unportable";
import type { NameContent, TableContent } from "../../xlsx/content";
import { callsOurs, type Rooms } from "./rooms";
import { asked } from "./texts";

/** A formula that stands in no cell: of a name, or that new rows of a table inherit. */
export interface DefinitionConversion {
  readonly kind: "name" | "column";
  /** Of the name or of the table. */
  readonly name: string;
  readonly column?: string;
  readonly sheet?: string;
  readonly original: string;
  /** Undefined where it could not be written: a name stays as it is, a column loses it. */
  readonly converted?: string;
  readonly why?: Texts;
}

export const convertedNames = (names: readonly NameContent[], rooms: Rooms): DefinitionConversion[] =>
  names.filter(({ formula }) => callsOurs(formula)).map(({ name, formula, sheet }) => ({
    kind: "name",
    name,
    ...(sheet !== undefined && { sheet }),
    original: formula,
    ...definition(formula, sheet ?? rooms.firstSheet, rooms),
  }));

export function withConvertedColumns(
  tables: readonly TableContent[],
  sheet: string,
  rooms: Rooms,
): { tables: readonly TableContent[]; conversions: readonly DefinitionConversion[] } {
  const conversions: DefinitionConversion[] = [];
  const converted = tables.map((table) => {
    const { calculated } = table;
    if (!calculated || !Object.values(calculated).some(callsOurs)) return table;
    const entries = Object.entries(calculated).flatMap(([column, formula]): [string, string][] => {
      if (!callsOurs(formula)) return [[column, formula]];
      const becomes = definition(formula, sheet, rooms);
      conversions.push({ kind: "column", name: table.name, column, original: formula, ...becomes });
      return becomes.converted === undefined ? [] : [[column, becomes.converted]];
    });
    return { ...table, calculated: Object.fromEntries(entries) };
  });
  return { tables: converted, conversions };
}

function definition(formula: string, sheet: string, rooms: Rooms): Pick<DefinitionConversion, "converted" | "why"> {
  if (rooms.options.recipient === "values") return { why: asked };
  try {
    return { converted: nativeText(formula, { ...rooms.roomOfName(sheet), structured: true }).formula };
  } catch (thrown) {
    if (thrown instanceof Unportable) return { why: thrown.why };
    throw thrown;
  }
}
