import { fillNormal, streams } from "../../src/maths/random";
import { contestant, type Subject } from "../subject";
import { momentsOf } from "../moments";

const subject: Subject = {
  title: "n standard normal draws, against numpy's Generator",
  sizes: [1_000_000],
  input: () => new Float64Array(0),
  yardstick: "numpy",
  targets: { 1_000_000: 1 },
  tolerance: 0.01,
  contestants: {
    ours: contestant({
      prepare: (_, count) => count,
      run: (count: number) => {
        const values = new Float64Array(count);
        const [bits, spare] = streams(1, 2);
        fillNormal({ bits: bits!, spare: spare! }, values);
        return values;
      },
      digest: momentsOf,
    }),
  },
  peers: {
    numpy: {
      needs: ["numpy"],
      code: `
import numpy
generator = numpy.random.default_rng(1)
def prepare(numbers, size): return size
def run(size): return generator.standard_normal(size)
def digest(values): return [values.mean(), values.std()]
`,
    },
  },
};

export default subject;
