import { portable } from "../../src/cli/portable";
import { recalculate, withEngine } from "../../src/cli/recalculation";
import { restore } from "../../src/cli/restore";
import type { Distribution } from "../../src/maths/distributions";
import { drawnInputs, readyModel, setupXml, type SimulationSetup } from "../../src/model";
import { readWorkbook, writeWorkbook } from "../../src/xlsx";
import { byPlace } from "../../src/xlsx/cell-changes";
import type { CellContent, CellValue, SheetContent, WorkbookContent } from "../../src/xlsx/content";
import { placeOf } from "../../src/xlsx/places";
import { isThere, recalculated, spreadsheets } from "./spreadsheets";

const distributions: readonly Distribution[] = [
  { kind: "triangular", min: 200, mode: 310, max: 400 },
  { kind: "pert", min: 100, mode: 152, max: 260 },
  { kind: "normal", mean: 98, deviation: 9 },
  { kind: "lognormal", mean: 41, deviation: 12 },
  { kind: "uniform", min: 5, max: 9 },
  { kind: "bernoulli", probability: 0.3 },
  { kind: "discrete", values: [7, 2, 4], weights: [1, 0, 3] },
  { kind: "empirical", values: [3, 1, 4, 1, 5, 9, 2, 6] },
];

const name = (i: number): string => `Maker ${i + 1}`;

const formulaCell = (row: number, formula: string): CellContent => ({ row, column: 1, value: null, formula });

/** Eight makers below a title, their total with a charge for the sixth, and their concentration. */
const plan: SheetContent = {
  name: "Plan 2025",
  tables: [],
  merges: [],
  columnWidths: {},
  cells: [
    { row: 0, column: 0, value: "Output by maker" },
    ...distributions.flatMap((_, i): CellContent[] =>
      [{ row: 2 + i, column: 0, value: name(i) }, { row: 2 + i, column: 1, value: 50 + i }]),
    formulaCell(11, "=SUM(B3:B10)-100*B8"),
    formulaCell(12, "=POLICY.HHI_INDEX(B3:B7)"),
  ],
};

/** All pairs 0.3 but the second and the third, −0.4: a valid matrix. */
const correlations = distributions.map((_, i) => distributions.map((__, j) =>
  (i === j ? 1 : i + j === 3 && i * j === 2 ? -0.4 : i < 5 && j < 5 ? 0.3 : 0)));

const placeAt = (row: number) => ({ sheet: plan.name, row, column: 1 });

const setupOf = (method: SimulationSetup["method"], isCorrelated: boolean): SimulationSetup => ({
  inputs: distributions.map((distribution, i) => ({ place: placeAt(2 + i), name: name(i), distribution })),
  outputs: [
    { place: placeAt(11), name: "Total", threshold: { value: 600, side: "below" } },
    { place: placeAt(12), name: "Concentration", threshold: { value: 2800, side: "above" } },
  ],
  ...(isCorrelated && { correlations }),
  draws: 300,
  seed: 42,
  method,
});

const bookWith = (setup: SimulationSetup): WorkbookContent =>
  ({ sheets: [plan], names: [], customXml: [setupXml(setup)] });

const cellsOf = (content: WorkbookContent, sheet: string) =>
  byPlace(content.sheets.find((each) => each.name === sheet)!.cells);

/** The columns under the heads of the list of draws. */
function columnsIn(content: WorkbookContent, draws: number): Map<string, number[]> {
  const cells = cellsOf(content, "Simulation");
  const at = (row: number, column: number): CellValue => cells.get(placeOf({ row, column }))?.value ?? null;
  const head = [...cells.values()].find(({ column, value, row }) => column === 0 && value === "Draw" && at(row + 2, 0) === 1)!.row;
  return new Map([...cells.values()].filter(({ row, column }) => row === head && column > 0).map(({ column, value }) =>
    [String(value), Array.from({ length: draws }, (_, i) => Number(at(head + 2 + i, column)))]));
}

/** What our simulation draws and gives, from the model as it stands without our engine's copy. */
function ours(content: WorkbookContent, setup: SimulationSetup): Map<string, number[]> {
  const inputs = drawnInputs(setup);
  const places = (cells: readonly { place: SimulationSetup["inputs"][number]["place"] }[]) => cells.map(({ place }) => place);
  const ready = readyModel(content, places(setup.inputs), places(setup.outputs));
  if (ready.kind !== "ready") throw new Error(JSON.stringify(ready));
  const outputs = ready.evaluate(inputs);
  return new Map<string, number[]>([
    ...setup.outputs.map(({ name: of }, i) => [of, [...outputs[i]!.values]] as [string, number[]]),
    ...setup.inputs.map(({ name: of }, i) => [of, [...inputs[i]!]] as [string, number[]]),
  ]);
}

const furthest = (one: Map<string, number[]>, other: Map<string, number[]>): number =>
  Math.max(...[...one].flatMap(([of, values]) => {
    const size = Math.max(...values.map(Math.abs));
    return values.map((value, i) => Math.abs(value - other.get(of)![i]!) / size);
  }));

/** With another number in some cells of the sheet of the simulation. */
const edited = (content: WorkbookContent, numbers: ReadonlyMap<number, number>): WorkbookContent => ({
  ...content,
  sheets: content.sheets.map((sheet) => (sheet.name !== "Simulation" ? sheet : {
    ...sheet,
    cells: sheet.cells.map((cell) => {
      const value = numbers.get(placeOf(cell));
      return value === undefined ? cell : { ...cell, value };
    }),
  })),
});

const [libreOffice] = spreadsheets as [(typeof spreadsheets)[number]];
const given = isThere(libreOffice) ? it : it.skip;

describe("a simulation that a portable copy carries, in LibreOffice", () => {
  given.each([
    ["plain", false], ["plain", true], ["latin", false], ["latin", true],
  ] as const)("draws what ours draws, and has the same results: %s, correlated %s", async (method, isCorrelated) => {
    const setup = setupOf(method, isCorrelated);
    const copy = await portable(await writeWorkbook(bookWith(setup)), { recipient: "libreoffice", language: "en" });
    expect(copy.report.simulation).toMatchObject({ draws: 300, sheet: "Simulation" });
    const calculated = await withEngine("en", async (engine) => (await recalculate(bookWith(setup), engine)).content);
    const theirs = await readWorkbook(recalculated(libreOffice, await copy.save()));
    const expected = ours(calculated, setup);
    expect(furthest(expected, columnsIn(theirs.content, 300))).toBeLessThan(1e-9);

    const differences = [...cellsOf(theirs.content, "Simulation").values()].filter(({ formula }) =>
      /^=[A-Z]+\d+-[A-Z]+\d+$/.test(formula ?? ""));
    expect(differences.length).toBeGreaterThan(30);
    for (const { value } of differences) expect(Math.abs(Number(value))).toBeLessThan(1e-6);
  });

  given("follows another distribution and another number without simulation, and gives both back", async () => {
    const setup = setupOf("latin", true);
    const copy = await portable(await writeWorkbook(bookWith(setup)), { recipient: "excel2016", language: "en" });
    const file = await readWorkbook(await copy.save());
    const inputRow = [...cellsOf(file.content, "Simulation").values()].find(({ value }) => value === "Maker 1")!.row;
    const [base, highest] = [placeOf({ row: inputRow + 1, column: 3 }), placeOf({ row: inputRow, column: 6 })];
    const edit = await writeWorkbook(edited(file.content, new Map([[base, 77], [highest, 450]])), file);
    const theirs = (await readWorkbook(recalculated(libreOffice, edit))).content;

    const wider = { ...setup.inputs[0]!, distribution: { kind: "triangular", min: 200, mode: 310, max: 450 } } as const;
    const other = { ...setup, inputs: [wider, ...setup.inputs.slice(1)] };
    const calculated = await withEngine("en", async (engine) => (await recalculate(bookWith(other), engine)).content);
    expect(furthest(ours(calculated, other), columnsIn(theirs, 300))).toBeLessThan(1e-9);
    expect(cellsOf(theirs, plan.name).get(placeOf({ row: 3, column: 1 }))!.value).toBe(77);

    const { report, save } = await restore(edit);
    expect(report.left).toEqual([]);
    const back = (await readWorkbook(await save())).content;
    expect(back.sheets.map((sheet) => sheet.name)).toEqual([plan.name]);
    const cells = cellsOf(back, plan.name);
    distributions.forEach((_, i) => {
      expect(cells.get(placeOf({ row: 2 + i, column: 1 }))).toMatchObject({ value: i === 1 ? 77 : 50 + i });
      expect(cells.get(placeOf({ row: 2 + i, column: 1 }))).not.toHaveProperty("formula");
    });
    expect(cells.get(placeOf({ row: 12, column: 1 }))!.formula).toBe("=POLICY.HHI_INDEX(B3:B7)");
  });
});
