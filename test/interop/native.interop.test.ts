import { agrees, nativeWorkbook, type NativeCell } from "../functions/native-workbook";
import { readWorkbook, writeWorkbook } from "../../src/xlsx";
import { isThere, recalculated, spreadsheets } from "./spreadsheets";

const { content, natives } = nativeWorkbook(20);
const functions = [...new Set(natives.map(({ sheet }) => sheet))];

/** LibreOffice stores the TRUE of an array formula as 1. */
const stored = (expected: unknown, found: unknown): unknown =>
  typeof expected === "boolean" && typeof found === "number" ? Number(expected) : expected;

describe.each(spreadsheets)("$name", (program) => {
  const given = isThere(program) ? it : it.skip;
  const values = new Map<string, unknown>();

  beforeAll(async () => {
    if (given === it.skip) return;
    const { content: back } = await readWorkbook(recalculated(program, await writeWorkbook(content)));
    for (const { name, cells } of back.sheets) {
      for (const { row, column, value } of cells) values.set(`${name}!${row},${column}`, value);
    }
  });

  const differences = ({ sheet, row, column, formula, outcome }: NativeCell): string[] =>
    (Array.isArray(outcome) ? outcome : [[outcome]]).flatMap((line: readonly unknown[], i: number) =>
      line.flatMap((expected, j) => {
        const found = values.get(`${sheet}!${row + i},${column + j}`);
        return agrees(found, stored(expected, found)) ? [] : [`${formula} gives ${JSON.stringify(found)}, not ${String(expected)}`];
      }));

  given.each(functions)("calculates the native form of %s as the function does", (name) => {
    expect(natives.filter(({ sheet }) => sheet === name).flatMap(differences)).toEqual([]);
  });
});
