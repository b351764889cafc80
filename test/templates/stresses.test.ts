import type { Engine } from "../../src/host/engine";
import { createHeadlessEngine } from "../../src/host/engine-headless";
import { boundStress, namedInputs, readyModel, stresses, type BoundStress, type CellPlace } from "../../src/model";
import { layOut, templates, toContent, type PlacedTemplate } from "../../src/templates";
import { stressedInputs } from "../../src/templates/stressed-inputs";
import type { WorkbookContent } from "../../src/xlsx/content";
import { calculated, cellOf } from "./laid-out";

jest.setTimeout(60_000);

/** The cells that a stress changes by their keys, a key alone for all its numbers that are not 0, and what follows. */
interface Expected {
  readonly inputs: readonly string[];
  readonly outputs: Readonly<Record<string, "up" | "down">>;
}

const cells = (key: string, ...at: readonly number[]): string[] => at.map((each) => `${key}.${each}`);

/**
 * Told from the templates themselves: what an input is by its label and value, which way an output goes by `moves` or
 * by the sense of its formula. Where a template lacks a stress here, none of its inputs is such a thing.
 */
const expected: Readonly<Record<string, Readonly<Record<string, Expected>>>> = {
  // The first of the three makers has the largest output.
  "single-oem-stress": { "oem-exit": { inputs: ["makers.exit.1"], outputs: { tail_loss: "up", expected_loss: "up" } } },
  "capacity-audit": {
    "oem-exit": { inputs: ["plants.output.1"], outputs: { util: "down", low_share: "up" } },
    demand: { inputs: ["plants.output"], outputs: { util: "down", idle: "up" } },
  },
  "cluster-benchmark": {
    "oem-exit": { inputs: ["makers.monthly.1"], outputs: { low_share: "up" } },
    demand: { inputs: ["own_output", "makers.monthly"], outputs: { own_ratio: "up" } },
  },
  "readiness-scorecard": { subsidy: { inputs: ["deal"], outputs: { fiscal_load: "down" } } },
  // Received are 1, 0, 2.5 and 3.5 from the fifth year on: a year later 0, 1, 0 and, with what would come after, 6.
  "deal-appraisal": {
    "delay-1": { inputs: cells("received", 5, 6, 7, 8), outputs: { npv: "down", irr: "down" } },
    "delay-2": { inputs: cells("received", 5, 7, 8), outputs: { npv: "down", irr: "down" } },
  },
  // What was granted is paid already: no stress withdraws it.
  "exit-dashboard": {},
  "fiscal-exposure": {
    subsidy: { inputs: ["support"], outputs: { breakeven: "down", after: "down" } },
    guarantee: { inputs: ["register.pd", "weight", "called"], outputs: { exposure: "up", expected: "up", room: "down" } },
  },
  "target-tracker": {},
  // The countervailing duties are set firm by firm, and stay.
  "export-entry": {
    tariff: {
      inputs: ["mfn", "markets.duty", "tariff", "tariff_later"], outputs: { landed: "up", room: "down", mode_pays: "down" },
    },
    demand: { inputs: ["volume"], outputs: { mode_saving: "down" } },
  },
  "io-impact": { demand: { inputs: ["sectors.demand"], outputs: { jobs: "down", made: "down" } } },
  "carbon-ledger": { demand: { inputs: ["goods", "parts"], outputs: { cost_first: "down", cost_last: "down" } } },
  "supply-network": { demand: { inputs: ["sales"], outputs: { density: "down" } } },
  // The use of a full year is reached over 0, 0.3, 0.55, 0.8 and 1.
  "shared-platform": {
    demand: { inputs: ["demand"], outputs: { utilisation: "down", npv: "down" } },
    "delay-1": { inputs: cells("ramp", 2, 3, 4, 5), outputs: { npv: "down", breakeven: "up" } },
    "delay-2": { inputs: cells("ramp", 2, 3, 4, 5, 6), outputs: { npv: "down", breakeven: "up" } },
  },
  "complementary-specialisation": {},
};

let engine: Engine;
beforeAll(async () => {
  engine = await createHeadlessEngine({ language: "en" });
});
afterAll(() => engine.dispose());

function boundIn(content: WorkbookContent): BoundStress[] {
  const { declared, isOfTemplate } = stressedInputs(content);
  const others = namedInputs(content).filter(({ name }) => !isOfTemplate(name));
  return stresses.map((stress) => boundStress(stress, others, declared));
}

const written = ({ sheet, row, column }: CellPlace): string => `${sheet} ${row} ${column}`;

/** The cells of a key that hold a number other than 0; of a cell's own key that cell. */
function cellsFor(placed: PlacedTemplate, key: string): string[] {
  const area = placed.places.get(key);
  if (!area) return [written(cellOf(placed, key))];
  return engine.values(area.sheet, area).flatMap((line, i) => line.flatMap((value, j) =>
    typeof value === "number" && value !== 0
      ? [written({ sheet: area.sheet, row: area.row + i, column: area.column + j })] : []));
}

const directions = { up: 1, down: -1 } as const;

function expectMoves(placed: PlacedTemplate, { inputs, stress }: BoundStress, outputs: Expected["outputs"]): void {
  const places = Object.keys(outputs).map((key) => cellOf(placed, key));
  const ready = readyModel(engine.content(), inputs.map(({ input }) => input.place), places);
  if (ready.kind !== "ready") throw new Error(`${stress.id}: ${JSON.stringify(ready)}`);
  const results = ready.evaluate(inputs.map(({ base, value }) => Float64Array.of(base, value)));
  const found = results.map(({ values: [base, stressed] }) => Math.sign(stressed! - base!));
  expect({ stress: stress.id, found }).toEqual({
    stress: stress.id, found: Object.values(outputs).map((direction) => directions[direction]),
  });
}

const all = templates.flatMap((template) => (["en", "zh"] as const).map((language) => [template.id, language, template] as const));

describe("the stresses of a template", () => {
  const title = "bind to the inputs of %s (%s) that are such things and to no others, and move its results";
  it.each(all)(title, async (id, language, template) => {
    const placed = layOut(template, language);
    await calculated(engine, toContent(placed));
    const bound = boundIn(engine.content());
    const told = expected[id]!;
    const found = bound.map(({ stress, inputs }) =>
      [stress.id, inputs.map(({ input }) => written(input.place)).sort()]);
    const wanted = stresses.map(({ id: stress }) =>
      [stress, (told[stress]?.inputs ?? []).flatMap((key) => cellsFor(placed, key)).sort()]);
    expect(found).toEqual(wanted);
    for (const stress of bound) {
      const known = told[stress.stress.id];
      if (known) expectMoves(placed, stress, known.outputs);
      else expect(stress.missing).toHaveLength(stress.stress.shocks.length);
    }
  });

  it("come a year later over years that the planner has emptied as over years of 0", () => {
    const placed = layOut(templates.find(({ id }) => id === "deal-appraisal")!, "en");
    const { sheet: on, row } = cellOf(placed, "received");
    const content = toContent(placed);
    const sheets = content.sheets.map((sheet) => (sheet.name !== on ? sheet : {
      ...sheet, cells: sheet.cells.filter((cell) => cell.row !== row || cell.value !== 0),
    }));
    const { inputs } = boundIn({ ...content, sheets }).find(({ stress }) => stress.id === "delay-1")!;
    // 1, nothing, 2.5 and 3.5 from the fifth year on become nothing, 1, nothing and all the rest.
    expect(inputs.map(({ input: { place }, base, value }) => [written(place), base, value])).toEqual(
      [[1, 0], [0, 1], [2.5, 0], [3.5, 6]].map(([base, value], i) => [written(cellOf(placed, `received.${5 + i}`)), base, value]),
    );
  });

  it("know a template that stands in the workbook twice, and inputs of the planner beside it", async () => {
    const [platform] = templates.filter(({ id }) => id === "shared-platform");
    const first = layOut(platform!, "en");
    const second = layOut(platform!, "zh", { sheets: [], names: first.names.map(({ name }) => name) });
    const [one, other] = [toContent(first), toContent(second)];
    const content: WorkbookContent = {
      sheets: [...one.sheets, ...other.sheets, {
        name: "Own", cells: [{ row: 0, column: 0, value: 50 }], tables: [], merges: [], columnWidths: {},
      }],
      names: [...one.names, ...other.names, { name: "steel_demand", formula: "=Own!$A$1" }],
      customXml: [],
    };
    const demand = boundIn(content).find(({ stress }) => stress.id === "demand")!;
    // Five cities by four services in each, and one cell of the planner's.
    expect(demand.inputs).toHaveLength(2 * 5 * 4 + 1);
    expect(demand.inputs.at(-1)).toMatchObject({ input: { name: "steel_demand" }, base: 50, value: 35 });
  });
});
