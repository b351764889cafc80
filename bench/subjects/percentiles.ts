import { percentiles } from "../../src/maths/sample";
import { contestant, numbersFrom, type Subject } from "../subject";

const levels = [0.05, 0.1, 0.5, 0.9, 0.95];

const subject: Subject = {
  title: "Five percentiles of n draws, against numpy",
  sizes: [10_000, 1_000_000],
  input: (count) => numbersFrom(3, count),
  yardstick: "numpy",
  targets: { 1_000_000: 1.2 },
  tolerance: 1e-12,
  contestants: {
    ours: contestant({
      prepare: (numbers) => numbers,
      run: (numbers: Float64Array) => percentiles(numbers, levels),
      digest: (result: number[]) => result,
    }),
  },
  peers: {
    numpy: {
      needs: ["numpy"],
      code: `
import numpy
def prepare(numbers, size): return numpy.array(numbers)
def run(values): return numpy.percentile(values, [5, 10, 50, 90, 95])
def digest(result): return result
`,
    },
  },
};

export default subject;
