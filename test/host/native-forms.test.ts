import { agrees, nativeWorkbook, provenCases, type NativeCell } from "../functions/native-workbook";
import type { Engine } from "../../src/host/engine";
import { createHeadlessEngine } from "../../src/host/engine-headless";

const { content, natives } = nativeWorkbook((definition) => provenCases(definition, 6));
let engine: Engine;

beforeAll(async () => {
  engine = await createHeadlessEngine({ language: "en" });
  await engine.open(content);
  await engine.calculated();
}, 60_000);

afterAll(() => engine.dispose());

const bySheet = new Map(natives.map(({ sheet }) => [sheet, natives.filter((native) => native.sheet === sheet)]));

function expectAgreement({ sheet, row, column, formula, outcome }: NativeCell): void {
  const rows = Array.isArray(outcome) ? outcome : [[outcome]];
  rows.forEach((line, i) => line.forEach((expected: unknown, j: number) => {
    const found = engine.value(sheet, row + i, column + j);
    if (!agrees(found, expected)) throw new Error(`${formula} gives ${JSON.stringify(found)}, not ${String(expected)}`);
  }));
}

describe("native forms, calculated by the embedded workbook's own engine", () => {
  it.each([...bySheet])("%s gives what the function gives", (_, cells) => cells.forEach(expectAgreement));
});
