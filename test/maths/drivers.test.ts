import { driverOf, varianceShare } from "../../src/maths/drivers";
import { quantilesOf } from "../../src/maths/distributions";
import { sampler } from "../../src/maths/sampler";

const n = 20_000;

function uniforms(count: number, min: number, max: number): Float64Array[] {
  const columns = Array.from({ length: count }, () => new Float64Array(n));
  const uniform = quantilesOf({ kind: "uniform", min, max });
  sampler(columns.map(() => uniform), { draws: n, seed: 11, method: "latin" }).fill(columns);
  return columns;
}

const outcomes = (inputs: readonly Float64Array[], model: (x: number[]) => number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => model(inputs.map((column) => column[i]!)));

describe("varianceShare", () => {
  it("finds Ishigami's first-order indices: 0.3139, 0.4424, 0 (a = 7, b = 0.1; Saltelli et al. 2008)", () => {
    const inputs = uniforms(3, -Math.PI, Math.PI);
    const outcome = outcomes(inputs, ([x, y, z]) =>
      Math.sin(x!) + 7 * Math.sin(y!) ** 2 + 0.1 * z! ** 4 * Math.sin(x!));
    [0.3139, 0.4424, 0].forEach((share, i) => {
      expect(Math.abs(varianceShare(inputs[i]!, outcome) - share)).toBeLessThan(0.015);
    });
  });

  it("finds those of Sobol's g-function: Vᵢ = 1 / (3 (1 + aᵢ)²) over Π(1 + Vᵢ) − 1, for a = 0, 1, 4.5, 9", () => {
    const a = [0, 1, 4.5, 9];
    const inputs = uniforms(4, 0, 1);
    const factor = (x: number, i: number): number => (Math.abs(4 * x - 2) + a[i]!) / (1 + a[i]!);
    const outcome = outcomes(inputs, (x) => x.reduce((g, value, i) => g * factor(value, i), 1));
    const parts = a.map((value) => 1 / (3 * (1 + value) ** 2));
    const whole = parts.reduce((total, part) => total * (1 + part), 1) - 1;
    parts.forEach((part, i) => expect(Math.abs(varianceShare(inputs[i]!, outcome) - part / whole)).toBeLessThan(0.015));
  });

  it("gives an input of two values its part: 0.25 of (0.25 + 1/12), by hand", () => {
    const [x, y] = uniforms(2, 0, 1) as [Float64Array, Float64Array];
    const coin = x.map((value) => (value > 0.5 ? 1 : 0));
    expect(varianceShare(coin, coin.map((value, i) => value + y[i]!))).toBeCloseTo(0.75, 2);
  });

  it("is that of two classes for four draws, by hand: 16 of 20 between them, less 2 by chance", () => {
    expect(varianceShare(Float64Array.of(1, 2, 3, 4), Float64Array.of(0, 2, 4, 6))).toBeCloseTo(14 / 20, 14);
  });

  it("counts only classes that hold a draw: 36 draws of a coin leave the third one empty", () => {
    const coin = Float64Array.from({ length: 36 }, (_, i) => (i < 18 ? 0 : 1));
    const outcome = coin.map((side, i) => 2 * side + 2 * (i % 2));
    expect(varianceShare(coin, outcome)).toBeCloseTo((36 - 36 / 34) / 72, 14);
  });

  it("learns nothing from two draws: chance alone would explain them", () => {
    expect(varianceShare(Float64Array.of(1, 2), Float64Array.of(5, 7))).toBe(0);
  });

  it("is 0 for an input that never varies, and nothing for an outcome that never does", () => {
    const [x] = uniforms(1, 0, 1) as [Float64Array];
    expect(varianceShare(x.map(() => 3), x)).toBe(0);
    expect(varianceShare(x, x.map(() => 3))).toBeNaN();
  });
});

describe("driverOf", () => {
  it("tells direction and size of a sum 3x − y: shares 0.9 and 0.1, by hand", () => {
    const [x, y] = uniforms(2, 0, 1) as [Float64Array, Float64Array];
    const outcome = x.map((value, i) => 3 * value - y[i]!);
    const [first, second] = [driverOf(x, outcome), driverOf(y, outcome)];
    expect(first.share).toBeCloseTo(0.9, 2);
    expect(second.share).toBeCloseTo(0.1, 2);
    expect(first.correlation).toBeGreaterThan(0.9);
    expect(second.correlation).toBeLessThan(-0.25);
  });
});
