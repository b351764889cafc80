import { quantilesOf } from "../../src/maths/distributions";
import { sampler } from "../../src/maths/sampler";
import { contestant, type Subject } from "../subject";
import { momentsOf } from "../moments";

const subject: Subject = {
  title: "n PERT draws on 2, 5, 11, the distribution's table made anew each time, against numpy's beta",
  sizes: [1_000_000],
  input: () => new Float64Array(0),
  yardstick: "numpy",
  targets: { 1_000_000: 1 },
  tolerance: 0.01,
  contestants: {
    ours: contestant({
      prepare: (_, draws) => draws,
      run: (draws: number) => {
        const values = new Float64Array(draws);
        const pert = quantilesOf({ kind: "pert", min: 2, mode: 5, max: 11 });
        sampler([pert], { draws, seed: 1, method: "plain" }).fill([values]);
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
def run(size): return 2 + 9 * generator.beta(7 / 3, 11 / 3, size)
def digest(values): return [values.mean(), values.std()]
`,
    },
  },
};

export default subject;
