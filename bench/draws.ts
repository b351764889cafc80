import { momentsOf } from "./moments";
import { contestant, type Subject } from "./subject";

interface Draws {
  readonly title: string;
  readonly draw: (count: number) => Float64Array;
  /** In Python, from numpy's `generator` and `size`. */
  readonly numpy: string;
}

/** A million draws: two programs' draws have their moments in common, nothing else. */
export const draws = ({ title, draw, numpy }: Draws): Subject => ({
  title,
  sizes: [1_000_000],
  input: () => new Float64Array(0),
  yardstick: "numpy",
  targets: { 1_000_000: 1 },
  tolerance: 0.01,
  contestants: {
    ours: contestant({ prepare: (_, count) => count, run: draw, digest: momentsOf }),
  },
  peers: {
    numpy: {
      needs: ["numpy"],
      code: `
import numpy
generator = numpy.random.default_rng(1)
def prepare(numbers, size): return size
def run(size): return ${numpy}
def digest(values): return [values.mean(), values.std()]
`,
    },
  },
});
