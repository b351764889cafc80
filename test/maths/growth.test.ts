import { compoundRate, homotheticShift, shiftShare } from "../../src/maths/growth";

describe("compoundRate", () => {
  it("keeps all digits of a small rate", () => expect(compoundRate(1, 1 + 2 ** -40, 1)).toBe(2 ** -40));

  it("keeps them from whatever level", () => {
    expect(compoundRate(1024, 1024 * (1 + 2 ** -40), 1)).toBe(2 ** -40);
    expect(compoundRate(3e200, 6e200, 1)).toBeCloseTo(1, 14);
    expect(compoundRate(1e300, 2e300, 1)).toBeCloseTo(1, 15);
  });

  it("keeps a rise that the ratio would round: 3 and 2⁻⁵⁰ more", () => {
    expect(compoundRate(3, 3 + 2 ** -50, 1) * 3 * 2 ** 50).toBeCloseTo(1, 14);
  });

  it("is 100 % for a doubling, −50 % for a halving, and −100 % for nothing left", () => {
    expect(compoundRate(3, 12, 2)).toBeCloseTo(1, 14);
    expect(compoundRate(4, 2, 1)).toBeCloseTo(-0.5, 14);
    expect(compoundRate(100, 0, 3)).toBe(-1);
  });

  it("spans what no ratio of numbers could: ten times, or a tenth, a period", () => {
    expect(compoundRate(1e-300, 1e300, 600)).toBeCloseTo(9, 12);
    expect(compoundRate(1e300, 1e-300, 600)).toBeCloseTo(-0.9, 12);
  });
});

describe("shiftShare and homotheticShift", () => {
  const growth = {
    region0: Float64Array.of(60, 30, 30, 40),
    region1: Float64Array.of(85, 55, 40, 35),
    nation0: Float64Array.of(400, 150, 150, 400),
    nation1: Float64Array.of(440, 210, 135, 480),
  };

  it("split region B of REAT's shift by hand", () => {
    const { national, mix, competitive } = shiftShare(growth);
    [24, -1, 32].forEach((part, i) => expect([national, mix, competitive][i]).toBeCloseTo(part, 9));
  });

  it("split its competitive part: leads 19/60, 13/30, 13/30, −13/40 over homothetic 640, 240, 240, 640 elevenths", () => {
    const { competitive, allocation } = homotheticShift(growth);
    const expected = (640 * (19 / 60 - 13 / 40) + 240 * (26 / 30)) / 11;
    expect(competitive).toBeCloseTo(expected, 9);
    expect(allocation).toBeCloseTo(32 - expected, 9);
  });
});
