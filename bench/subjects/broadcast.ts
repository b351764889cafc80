import { call, find } from "../../src/functions";
import { contestant, numbersFrom, type Subject } from "../subject";

const definition = find("CAPEX_INTENSITY")!;

type Column = number[][];

const columnsFrom = (numbers: Float64Array): [Column, Column] => {
  const half = numbers.length / 2;
  const cells = (part: Float64Array): Column => Array.from(part, (value) => [value]);
  return [cells(numbers.subarray(0, half)), cells(numbers.subarray(half))];
};

const subject: Subject = {
  title: "One call over two columns of n rows, against a bare loop over the same cells",
  sizes: [10_000, 1_000_000],
  input: (rows) => numbersFrom(2, 2 * rows).map((value) => value + 1),
  yardstick: "bare loop",
  targets: { 10_000: 2, 1_000_000: 2 },
  tolerance: 1e-12,
  contestants: {
    ours: contestant({
      prepare: columnsFrom,
      run: (columns: [Column, Column]) => call(definition, columns) as Column,
      digest: (result: Column) => [result.reduce((total, [value]) => total + value!, 0)],
    }),
    "bare loop": contestant({
      prepare: columnsFrom,
      run: ([investment, capacity]: [Column, Column]) => {
        const result = new Array<number[]>(investment.length);
        for (let i = 0; i < result.length; i++) result[i] = [investment[i]![0]! / capacity[i]![0]!];
        return result;
      },
      digest: (result: Column) => [result.reduce((total, [value]) => total + value!, 0)],
    }),
  },
};

export default subject;
