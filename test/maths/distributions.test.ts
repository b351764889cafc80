import { quantilesOf, type Distribution } from "../../src/maths/distributions";
import { Refusal } from "../../src/refusal";

const probabilities = Float64Array.from({ length: 20_000 }, (_, i) => (i + 0.5) / 20_000);

/** Mean and standard deviation over equal steps of probability. */
function moments(distribution: Distribution): readonly [number, number] {
  const draws = probabilities.slice();
  quantilesOf(distribution).fromUniform(draws);
  const mean = draws.reduce((a, b) => a + b, 0) / draws.length;
  return [mean, Math.sqrt(draws.reduce((total, draw) => total + (draw - mean) ** 2, 0) / draws.length)];
}

/** Published moments, by hand from the formulas named. */
const known: readonly (readonly [string, Distribution, number, number])[] = [
  ["uniform: (a+b)/2, (b−a)/√12", { kind: "uniform", min: 2, max: 8 }, 5, 6 / Math.sqrt(12)],
  ["triangular: (a+m+b)/3, √((a²+m²+b²−am−ab−mb)/18)", { kind: "triangular", min: 2, mode: 5, max: 11 }, 6, Math.sqrt(63 / 18)],
  ["PERT: (a+4m+b)/6, √((μ−a)(b−μ)/7)", { kind: "pert", min: 2, mode: 5, max: 11 }, 5.5, Math.sqrt((3.5 * 5.5) / 7)],
  ["normal", { kind: "normal", mean: 100, deviation: 15 }, 100, 15],
  ["lognormal, by its own mean and deviation", { kind: "lognormal", mean: 3, deviation: 1.2 }, 3, 1.2],
  ["Bernoulli: p, √(p(1−p))", { kind: "bernoulli", probability: 0.3 }, 0.3, Math.sqrt(0.21)],
  ["discrete: 0.2×1 + 0.5×4 + 0.3×10; 0.2×1 + 0.5×16 + 0.3×100 − 5.2²", { kind: "discrete", values: [10, 1, 4], weights: [3, 2, 5] }, 5.2, Math.sqrt(38.2 - 27.04)],
  ["empirical: of 1, 3, 3, 9 each as likely", { kind: "empirical", values: [3, 9, 1, 3] }, 4, 3],
];

const refusalOf = (distribution: Distribution): string => {
  try {
    quantilesOf(distribution);
  } catch (error) {
    return (error as Refusal).message("en");
  }
  return "";
};

describe("distributions", () => {
  it.each(known)("have their moments: %s", (_, distribution, mean, deviation) => {
    const [found, spread] = moments(distribution);
    expect(Math.abs(found - mean)).toBeLessThan(2e-4 * deviation);
    expect(Math.abs(spread / deviation - 1)).toBeLessThan(1e-3);
  });

  it("have their quantiles", () => {
    expect(quantilesOf({ kind: "triangular", min: 2, mode: 5, max: 11 }).quantile(0.5)).toBeCloseTo(11 - Math.sqrt(27), 12); // by hand
    expect(quantilesOf({ kind: "pert", min: 2, mode: 5, max: 11 }).quantile(0.5)).toBeCloseTo(5.38231256303709, 12); // LibreOffice BETA.INV
    expect(quantilesOf({ kind: "normal", mean: 10, deviation: 2 }).quantile(0.975)).toBeCloseTo(13.919927969080108, 12); // 10 + 2 × 1.95996…
    expect(quantilesOf({ kind: "lognormal", mean: 1, deviation: Math.sqrt(Math.E - 1) }).quantile(0.5)).toBeCloseTo(Math.exp(-0.5), 12); // σ = 1, μ = −½
    const choice = quantilesOf({ kind: "discrete", values: [10, 1, 4], weights: [3, 2, 5] });
    expect([0.19, 0.21, 0.69, 0.71].map((p) => choice.quantile(p))).toEqual([1, 4, 4, 10]);
    const observed = quantilesOf({ kind: "empirical", values: [7, 5] });
    expect([0.49, 0.51].map((p) => observed.quantile(p))).toEqual([5, 7]);
  });

  it("are ordered: a lognormal at 0.975 stands 1.95996… deviations of its logarithm above the middle", () => {
    const standard = quantilesOf({ kind: "lognormal", mean: 1, deviation: Math.sqrt(Math.E - 1) });
    expect(standard.quantile(0.975)).toBeCloseTo(Math.exp(1.959963984540054 - 0.5), 12);
  });

  it("give the least value whose probability is reached", () => {
    expect(quantilesOf({ kind: "discrete", values: [1, 2], weights: [1, 1] }).quantile(0.5)).toBe(1);
    expect(quantilesOf({ kind: "bernoulli", probability: 0.5 }).quantile(0.5)).toBe(0);
    const ends = [0, 1].map((probability) => quantilesOf({ kind: "bernoulli", probability }));
    for (const p of [1e-9, 0.5, 1 - 1e-9]) expect(ends.map(({ quantile }) => quantile(p))).toEqual([0, 1]);
  });

  it("end with the largest value there is, though rounding leaves the last probability short", () => {
    const highest = 1 - 2 ** -53;
    expect(quantilesOf({ kind: "empirical", values: [1, 2, 3] }).quantile(highest)).toBe(3);
    const values = Array.from({ length: 1001 }, (_, i) => i);
    const weights = values.map((value) => (value < 1000 ? 0.1 : 0));
    expect(quantilesOf({ kind: "discrete", values, weights }).quantile(highest)).toBe(999);
  });

  it("draw from normal numbers what they draw from the probabilities below them", () => {
    const scores = Float64Array.of(-3, -0.7, 0, 1.3, 4);
    // Python, math.erfc
    const below = [0.0013498980316301, 0.241963652223073, 0.5, 0.9031995154143897, 0.9999683287581669];
    for (const [, distribution] of known) {
      const { fromNormal, quantile } = quantilesOf(distribution);
      const draws = scores.slice();
      fromNormal(draws);
      draws.forEach((draw, i) => expect(draw).toBeCloseTo(quantile(below[i]!), 7));
    }
  });

  it("keeps PERT within 2e-9 of its range everywhere, also where the mode is at an end", () => {
    for (const mode of [0, 0.1, 0.5, 1]) {
      const { fromUniform, quantile } = quantilesOf({ kind: "pert", min: 0, mode, max: 1 });
      const places = Array.from({ length: 300 }, (_, i) => (i + 0.37) / 300);
      const draws = Float64Array.from(places);
      fromUniform(draws);
      draws.forEach((draw, i) => expect(Math.abs(draw - quantile(places[i]!))).toBeLessThan(2e-9));
    }
  });

  it.each<readonly [string, Distribution]>([
    ["max must be above min", { kind: "uniform", min: 3, max: 3 }],
    ["mode must not be below min", { kind: "triangular", min: 3, mode: 2, max: 4 }],
    ["mode must not be above max", { kind: "pert", min: 3, mode: 5, max: 4 }],
    ["deviation must be above 0", { kind: "normal", mean: 3, deviation: 0 }],
    ["mean must be above 0", { kind: "lognormal", mean: -3, deviation: 1 }],
    ["mean must be above 0", { kind: "lognormal", mean: 0, deviation: 1 }],
    ["deviation must be above 0", { kind: "lognormal", mean: 1, deviation: 0 }],
    ["deviation must be above 0", { kind: "normal", mean: 3, deviation: -1 }],
    ["probability must not be below 0", { kind: "bernoulli", probability: -0.1 }],
    ["values must hold at least one number", { kind: "discrete", values: [], weights: [] }],
    ["probability must not be above 1", { kind: "bernoulli", probability: 30 }],
    ["weights must be as many as values", { kind: "discrete", values: [1, 2], weights: [1] }],
    ["weights must not all be 0", { kind: "discrete", values: [1, 2], weights: [0, 0] }],
    ["weights must not be below 0", { kind: "discrete", values: [1, 2], weights: [2, -1] }],
    ["values must hold at least one number", { kind: "empirical", values: [] }],
    ["max must be a number", { kind: "uniform", min: 3, max: NaN }],
  ])("refuse: %s", (message, distribution) => expect(refusalOf(distribution)).toBe(message));
});
