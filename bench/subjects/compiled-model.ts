import { compile, type Model } from "../../src/model";
import type { CellContent } from "../../src/xlsx/content";
import { contestant, numbersFrom, type Subject } from "../subject";

const INPUTS = 5;
const DRAWS = 10_000;

/** Row by row in turns: a choice, an average of what is above, growth less a cost, rounding. */
const formula = (row: number): string => [
  `=IF(B${row - 1}>A1,B${row - 1}*0.5+A2,B${row - 1}/A3)`, `=SUM(B${Math.max(1, row - 10)}:B${row - 1})/10`,
  `=B${row - 1}*(1+A4/100)-A5`, `=ROUND(B${row - 1},2)`,
][row % 4]!;

const sheet = "Model";

function compiled(cells: number): Model {
  const inputs = Array.from({ length: INPUTS }, (_, row): CellContent => ({ row, column: 0, value: 1 }));
  const formulas = Array.from({ length: cells }, (_, row): CellContent =>
    ({ row, column: 1, value: null, formula: row === 0 ? "=A1*A2+A3" : formula(row + 1) }));
  const sheets = [{ name: sheet, cells: [...inputs, ...formulas], tables: [], merges: [], columnWidths: {} }];
  const result = compile({ sheets, names: [], customXml: [] }, {
    inputs: inputs.map(({ row }) => ({ sheet, row, column: 0 })), outputs: [{ sheet, row: cells - 1, column: 1 }],
  });
  if (result.kind === "uncompiled") throw new Error(result.cells[0]!.why.en);
  return result.model;
}

const drawsOf = (numbers: Float64Array): Float64Array[] =>
  Array.from({ length: INPUTS }, (_, input) =>
    numbers.slice(input * DRAWS, (input + 1) * DRAWS).map((value) => input + 0.5 + value));

interface Prepared {
  readonly draws: readonly Float64Array[];
  readonly cells: number;
}

function byHand({ draws, cells }: Prepared): Float64Array {
  const b = new Float64Array(cells + 1);
  return Float64Array.from({ length: DRAWS }, (_, draw) => {
    const [a1, a2, a3, a4, a5] = draws.map((column) => column[draw]!) as unknown as Given;
    b[1] = a1 * a2 + a3;
    for (let row = 2; row <= cells; row++) b[row] = rowByHand(b, row, [a1, a2, a3, a4, a5]);
    return b[cells]!;
  });
}

type Given = readonly [number, number, number, number, number];

function rowByHand(b: Float64Array, row: number, [a1, a2, a3, a4, a5]: Given): number {
  const above = b[row - 1]!;
  if (row % 4 === 0) return above > a1 ? above * 0.5 + a2 : above / a3;
  if (row % 4 === 2) return above * (1 + a4 / 100) - a5;
  if (row % 4 === 3) return (Math.sign(above) * Math.floor(Math.abs(above) * 100 * (1 + 2 ** -51) + 0.5)) / 100;
  let total = 0;
  for (let from = Math.max(1, row - 10); from < row; from++) total += b[from]!;
  return total / 10;
}

const subject: Subject = {
  title: "10,000 draws of a model of n formulas; against a loop written by hand for this model",
  sizes: [1000],
  input: () => numbersFrom(1, INPUTS * DRAWS),
  yardstick: "written by hand",
  limits: { 1000: 1000 },
  tolerance: 1e-9,
  contestants: {
    ours: contestant({
      prepare: (numbers, cells) => ({ draws: drawsOf(numbers), model: compiled(cells) }),
      run: ({ draws, model }: { draws: readonly Float64Array[]; model: Model }) => model.evaluate(draws)[0]!.values,
      digest: (values: Float64Array) => values,
    }),
    "written by hand": contestant({
      prepare: (numbers, cells): Prepared => ({ draws: drawsOf(numbers), cells }),
      run: byHand,
      digest: (values: Float64Array) => values,
    }),
  },
};

export default subject;
