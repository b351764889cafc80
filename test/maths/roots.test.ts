import fc from "fast-check";
import { brent, crossings, searched } from "../../src/maths/roots";

/** Alefeld, Potra & Shi (1995), Algorithm 748, TOMS 21(3), test problems with the roots they print. */
const published: readonly (readonly [string, (x: number) => number, number, number, number])[] = [
  ["1: sin x − x/2", (x) => Math.sin(x) - x / 2, Math.PI / 2, Math.PI, 1.895494267034],
  ["3: −40 x e^(−x)", (x) => -40 * x * Math.exp(-x), -9, 31, 0],
  ["8: x² − (1 − x)^5", (x) => x * x - (1 - x) ** 5, 0, 1, 0.34595481584824],
  ["9: (1 + (1 − 5)^4) x − (1 − 5x)^4", (x) => (1 + (1 - 5) ** 4) * x - (1 - 5 * x) ** 4, 0, 1, 0.0036171081789041],
  ["10: e^(−5x)(x − 1) + x^5", (x) => Math.exp(-5 * x) * (x - 1) + x ** 5, 0, 1, 0.51615351875793],
  ["12: x^(1/3) − 5^(1/3)", (x) => Math.cbrt(x) - Math.cbrt(5), 1, 100, 5],
  ["13: x e^(−1/x²)", (x) => (x === 0 ? 0 : x * Math.exp(-1 / (x * x))), -1, 4, 0],
];

function callsOf(f: (x: number) => number, low: number, high: number): number {
  let calls = 0;
  searched(brent({ low, high }), (x) => (calls++, f(x)));
  return calls;
}

describe("brent", () => {
  it.each(published)("solves problem %s", (_, f, low, high, root) => {
    const found = searched(brent({ low, high }), f);
    if (root === 0 && f(found) === 0) return;
    expect(found).toBeCloseTo(root, 9);
  });

  it("solves x³ − 2x − 5 at 2.0945514815423265 (Wallis's own example)", () => {
    expect(searched(brent({ low: 2, high: 3 }), (x) => x ** 3 - 2 * x - 5)).toBeCloseTo(2.0945514815423265, 13);
  });

  it.each<readonly [string, (x: number) => number, number, number]>([
    ["x³ − 2x − 5", (x) => x ** 3 - 2 * x - 5, 2, 3],
    ["x² − 2", (x) => x * x - 2, 0, 2],
    ["cos x − x", (x) => Math.cos(x) - x, 0, 1],
    ["e^x − 3", (x) => Math.exp(x) - 3, 0, 4],
    ["3 − e^x", (x) => 3 - Math.exp(x), 0, 4],
    ["ln x − 1", (x) => Math.log(x) - 1, 1, 10],
    ["1/x − 3", (x) => 1 / x - 3, 0.1, 1],
  ])("needs a quarter of the 53 halvings where a function is smooth: %s", (_, f, low, high) => {
    expect(callsOf(f, low, high)).toBeLessThan(53 / 4);
  });

  it("goes straight to the root of a line, and halves no more than there are digits at a jump", () => {
    expect(callsOf((x) => 2 * x - 1, 0, 3)).toBeLessThanOrEqual(4);
    expect(callsOf((x) => (x < 1.2345 ? -1 : 1), 0, 2)).toBeLessThanOrEqual(2 + 53 + 1);
  });

  it("finds any root of any cubic with one", () => {
    const places = fc.double({ min: -50, max: 50, noNaN: true });
    fc.assert(fc.property(places, fc.double({ min: 0, max: 9, noNaN: true }), (root, k) => {
      const cubic = (x: number) => (x - root) * ((x + 3) ** 2 + k + 0.1);
      expect(searched(brent({ low: -60, high: 70 }), cubic)).toBeCloseTo(root, 9);
    }));
  });

  it("needs no more than 200 steps for a function as flat as x^19 at its root", () => {
    expect(Math.abs(searched(brent({ low: -1, high: 4 }), (x) => x ** 19))).toBeLessThan(1e-2);
  });
});

describe("crossings", () => {
  const points = Array.from({ length: 101 }, (_, i) => -5 + i / 10.1);
  const found = (f: (x: number) => number) => searched(crossings(points, points.map(f)), f);

  it("finds several roots: of (x + 3)(x − 1)(x − 4)", () => {
    const roots = found((x) => (x + 3) * (x - 1) * (x - 4));
    [-3, 1, 4].forEach((root, i) => expect(roots[i]!.at).toBeCloseTo(root, 10));
    expect(roots.map(({ jump }) => jump)).toEqual([false, false, false]);
  });

  it("tells jumps and poles from roots", () => {
    expect(found((x) => (x < 1.234 ? -1 : 1))).toEqual([{ at: expect.closeTo(1.234, 9), jump: true }]);
    expect(found((x) => 1 / (x - 1.234))).toEqual([{ at: expect.closeTo(1.234, 6), jump: true }]);
    expect(found((x) => Math.cbrt(x - 1.234))).toEqual([{ at: expect.closeTo(1.234, 9), jump: false }]);
  });

  it("tells them whatever the function's unit, and wherever they lie", () => {
    for (const unit of [1e-6, 1e6]) {
      expect(found((x) => (x < 1.234 ? -unit : unit))).toEqual([{ at: expect.closeTo(1.234, 9), jump: true }]);
      expect(found((x) => unit * (x - 1.234))).toEqual([{ at: expect.closeTo(1.234, 9), jump: false }]);
    }
    expect(found((x) => (x < 0 ? -1 : 1))).toEqual([{ at: expect.closeTo(0, 9), jump: true }]);
    const far = points.map((point) => point + 1e9);
    const jumps = (x: number): number => (x < 1e9 + 1.234 ? -1 : 1);
    const farOff = searched(crossings(far, far.map(jumps)), jumps);
    expect(farOff).toEqual([{ at: expect.closeTo(1e9 + 1.234, 5), jump: true }]);
  });

  it("takes a wave that dies out further on for steady", () => {
    const wave = (x: number): number => (x - 1.234) * Math.exp(-((x - 1.234) ** 2));
    expect(found(wave)).toEqual([{ at: expect.closeTo(1.234, 9), jump: false }]);
  });

  it("says nothing where there is no value, and nothing where there is no root", () => {
    expect(found((x) => (x < 0 ? NaN : x * x + 1))).toEqual([]);
    expect(found((x) => (Math.abs(x) < 1 ? NaN : x))).toEqual([]);
  });

  it("gives a stretch of zeros once", () => {
    expect(found((x) => Math.max(0, x - 2))).toEqual([{ at: -5, jump: false }]);
  });
});
