import { call, find, type Definition } from "../../src/functions";
import { contestant, numbersFrom, type Subject } from "../subject";

const definition = find("CAPEX_INTENSITY")!;

/** As many calls as there are pairs of numbers. */
const calls = (numbers: Float64Array, made: (investment: number, capacity: number) => number): number => {
  let total = 0;
  for (let at = 0; at < numbers.length; at += 2) total += made(numbers[at]!, numbers[at + 1]!);
  return total;
};

const evaluate = definition.evaluate as unknown as (given: object) => number;

const subject: Subject = {
  title: "n calls of a function of two numbers, by the wrapper and without; against 100 ns a call",
  sizes: [100_000],
  input: (count) => numbersFrom(1, 2 * count).map((value) => value + 1),
  yardstick: "evaluation alone",
  limits: { 100_000: 10 },
  tolerance: 1e-12,
  contestants: {
    ours: contestant({
      prepare: (numbers) => numbers,
      run: (numbers: Float64Array) => calls(numbers, (a, b) => call(definition as Definition, [a, b]) as number),
      digest: (total: number) => [total],
    }),
    "evaluation alone": contestant({
      prepare: (numbers) => numbers,
      run: (numbers: Float64Array) => calls(numbers, (investment, capacity) => evaluate({ investment, capacity })),
      digest: (total: number) => [total],
    }),
  },
};

export default subject;
