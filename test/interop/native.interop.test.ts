import { Refusal } from "../../src/refusal";
import { agrees, nativeWorkbook, provenCases, refusedCases, type NativeCell } from "../functions/native-workbook";
import { readWorkbook, writeWorkbook } from "../../src/xlsx";
import { isThere, recalculated, spreadsheets } from "./spreadsheets";

const proven = nativeWorkbook((definition) => provenCases(definition, 20));
const refused = nativeWorkbook(refusedCases);
const functionsOf = (natives: readonly NativeCell[]): string[] => [...new Set(natives.map(({ sheet }) => sheet))];

/** LibreOffice stores the TRUE of an array formula as 1. */
const stored = (expected: unknown, found: unknown): unknown =>
  typeof expected === "boolean" && typeof found === "number" ? Number(expected) : expected;

/** An error, whoever says it, by its code. */
function codeOf(value: unknown): unknown {
  if (value instanceof Refusal) return value.code;
  return typeof value === "object" && value !== null && "error" in value ? value.error : value;
}

type Values = ReadonlyMap<string, unknown>;

describe.each(spreadsheets)("$name", (program) => {
  const given = isThere(program) ? it : it.skip;
  const calculated = { proven: new Map() as Values, refused: new Map() as Values };

  async function valuesOf({ content }: typeof proven): Promise<Values> {
    const { content: back } = await readWorkbook(recalculated(program, await writeWorkbook(content)));
    return new Map(back.sheets.flatMap(({ name, cells }) =>
      cells.map(({ row, column, value }) => [`${name}!${row},${column}`, value] as const)));
  }

  beforeAll(async () => {
    if (given === it.skip) return;
    calculated.proven = await valuesOf(proven);
    calculated.refused = await valuesOf(refused);
  });

  const differences = (values: Values) => ({ sheet, row, column, formula, outcome }: NativeCell): string[] =>
    (Array.isArray(outcome) ? outcome : [[outcome]]).flatMap((line: readonly unknown[], i: number) =>
      line.flatMap((expected, j) => {
        const found = codeOf(values.get(`${sheet}!${row + i},${column + j}`));
        const wanted = stored(codeOf(expected), found);
        return agrees(found, wanted) ? [] : [`${formula} gives ${JSON.stringify(found)}, not ${String(wanted)}`];
      }));

  given.each(functionsOf(proven.natives))("calculates the native form of %s as the function does", (name) => {
    const natives = proven.natives.filter(({ sheet }) => sheet === name);
    expect(natives.flatMap(differences(calculated.proven))).toEqual([]);
  });

  given.each(functionsOf(refused.natives))("declines with the native form of %s what the function does", (name) => {
    const natives = refused.natives.filter(({ sheet }) => sheet === name);
    expect(natives.flatMap(differences(calculated.refused))).toEqual([]);
  });
});
