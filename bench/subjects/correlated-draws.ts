import { quantilesOf, type Distribution } from "../../src/maths/distributions";
import { matrix } from "../../src/maths/matrix";
import { percentiles } from "../../src/maths/sample";
import { sampler } from "../../src/maths/sampler";
import type { Sampling } from "../../src/maths/sampling";
import { contestant, type Subject } from "../subject";

const inputs: readonly Distribution[] = [
  { kind: "triangular", min: 2, mode: 5, max: 11 },
  { kind: "triangular", min: 1, mode: 2, max: 3 },
  { kind: "pert", min: 2, mode: 5, max: 11 },
  { kind: "normal", mean: 100, deviation: 15 },
  { kind: "lognormal", mean: 1.05, deviation: 0.3 },
];

const correlations = matrix(5, 5, Float64Array.of(
  1, 0.5, 0.3, 0.2, 0.1, 0.5, 1, 0.4, 0.2, 0.1, 0.3, 0.4, 1, 0.3, 0.2, 0.2, 0.2, 0.3, 1, 0.4, 0.1, 0.1, 0.2, 0.4, 1,
));

const atOnce = 8192;

/** Draws in blocks, calculates a b + c d − 10 e, and takes five percentiles. */
function run(draws: number, method: Sampling["method"]): number[] {
  const source = sampler(inputs.map(quantilesOf), { draws, seed: 1, method, correlations });
  const columns = inputs.map(() => new Float64Array(atOnce));
  const outcomes = new Float64Array(draws);
  for (let from = 0; from < draws; from += atOnce) {
    const block = columns.map((column) => column.subarray(0, Math.min(atOnce, draws - from)));
    source.fill(block);
    const [a, b, c, d, e] = block as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
    for (let i = 0; i < a.length; i++) outcomes[from + i] = a[i]! * b[i]! + c[i]! * d[i]! - 10 * e[i]!;
  }
  return percentiles(outcomes, [0.05, 0.1, 0.5, 0.9, 0.95]);
}

const drawn = (method: Sampling["method"]) => contestant({
  prepare: (_, draws) => draws,
  run: (draws: number) => run(draws, method),
  digest: (result: number[]) => result,
});

const common = `
import math, numpy
C = numpy.array([1,.5,.3,.2,.1,.5,1,.4,.2,.1,.3,.4,1,.3,.2,.2,.2,.3,1,.4,.1,.1,.2,.4,1]).reshape(5, 5)
generator = numpy.random.default_rng(1)
places = numpy.linspace(-9, 9, 20001)
below = numpy.array([0.5 * (1 + math.erf(x / 2 ** .5)) for x in places])
beta = numpy.sort(generator.beta(7 / 3, 11 / 3, 200001))
steps = numpy.linspace(0, 1, 200001)
spread = math.log(1 + (0.3 / 1.05) ** 2)
def triangular(u, a, m, b):
    return numpy.where(u < (m - a) / (b - a), a + numpy.sqrt(u * (b - a) * (m - a)), b - numpy.sqrt((1 - u) * (b - a) * (b - m)))
def prepare(numbers, size): return size
def outcome(a, b, c, d, e): return numpy.percentile(a * b + c * d - 10 * e, [5, 10, 50, 90, 95])
def digest(result): return result
`;

const subject: Subject = {
  title: "n draws of a model with five correlated inputs and five percentiles, against vectorised numpy",
  sizes: [1_000_000],
  input: () => new Float64Array(0),
  yardstick: "numpy, normal copula",
  targets: { 1_000_000: 0.5 },
  tolerance: 0.02,
  contestants: { ours: drawn("plain"), "ours, Latin hypercube by Iman & Conover": drawn("latin") },
  peers: {
    "numpy, normal copula": {
      needs: ["numpy"],
      code: `${common}
def run(size):
    z = generator.standard_normal((size, 5)) @ numpy.linalg.cholesky(C).T
    u = numpy.interp(z[:, :3], places, below)
    return outcome(triangular(u[:, 0], 2, 5, 11), triangular(u[:, 1], 1, 2, 3), 2 + 9 * numpy.interp(u[:, 2], steps, beta),
        100 + 15 * z[:, 3], numpy.exp(math.log(1.05) - spread / 2 + math.sqrt(spread) * z[:, 4]))
`,
    },
    "numpy, Iman & Conover": {
      needs: ["numpy"],
      code: `${common}
def run(size):
    columns = [generator.triangular(2, 5, 11, size), generator.triangular(1, 2, 3, size),
        2 + 9 * generator.beta(7 / 3, 11 / 3, size), generator.normal(100, 15, size),
        generator.lognormal(math.log(1.05) - spread / 2, math.sqrt(spread), size)]
    z = generator.standard_normal((size, 5))
    z = z @ numpy.linalg.inv(numpy.linalg.cholesky(numpy.corrcoef(z.T))).T @ numpy.linalg.cholesky(C).T
    for j, column in enumerate(columns):
        ranks = numpy.empty(size, dtype=numpy.int64)
        ranks[numpy.argsort(z[:, j])] = numpy.arange(size)
        columns[j] = numpy.sort(column)[ranks]
    return outcome(*columns)
`,
    },
  },
};

export default subject;
