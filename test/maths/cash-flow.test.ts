import { greenBookFactor, paybackTime, presentValue, yearsToRecover } from "../../src/maths/cash-flow";

describe("presentValue", () => {
  it("brings 60 and 60.5 back by 1.1 and 1.21", () => {
    expect(presentValue(Float64Array.of(-100, 60, 60.5), 0.1)).toBeCloseTo(60 / 1.1 + 50 - 100, 12);
  });

  it("loses nothing when flows cancel", () => expect(presentValue(Float64Array.of(1e16, 1, -1e16), 0)).toBe(1));

  it("leaves flows of 0 alone, however far and dear", () => {
    const late = new Float64Array(5000);
    late[0] = 7;
    expect(presentValue(late, -0.9999)).toBe(7);
  });
});

describe("paybackTime", () => {
  it("is undefined where the outlay never comes back", () => {
    expect(paybackTime(Float64Array.of(-5, 2, 2))).toBeUndefined();
    expect(paybackTime(Float64Array.of(-5))).toBeUndefined();
  });

  it("is undefined where nothing was ever owed", () => {
    expect(paybackTime(Float64Array.of(1, 1))).toBeUndefined();
    expect(paybackTime(Float64Array.of(0, 5))).toBeUndefined();
  });

  it("is when the debt first ends, also where another follows", () => {
    expect(paybackTime(Float64Array.of(-5, 5))).toBe(1);
    expect(paybackTime(Float64Array.of(-5, 6, -3, 4))).toBe(5 / 6);
  });

  it("forgives what is missing by rounding, a billionth of a thousandth of the outlay, and no more", () => {
    expect(paybackTime(Float64Array.of(-1e6, 1e6 - 1e-7))).toBeCloseTo(1, 9);
    expect(paybackTime(Float64Array.of(-1e6, 1e6 - 1e-5))).toBeUndefined();
    expect(paybackTime(Float64Array.of(-(2 ** 40), 2 ** 40 - 2 ** 40 * 1e-12))).toBeDefined();
  });

  it("counts from the flow that ends the debt", () => expect(paybackTime(Float64Array.of(-6, 0, 3, 12))).toBe(2.25));
});

describe("yearsToRecover", () => {
  it("is 3 where three years of revenue, growing by 2 %, are worth the support at 5 %", () => {
    const support = 100 / 1.05 + 102 / 1.05 ** 2 + 104.04 / 1.05 ** 3;
    expect(yearsToRecover(support, 100, 0.02, 0.05)).toBeCloseTo(3, 12);
  });

  it("is 2 where revenue grows faster than it is discounted", () => {
    expect(yearsToRecover(100 / 1.01 + 150 / 1.01 ** 2, 100, 0.5, 0.01)).toBeCloseTo(2, 12);
  });

  it("adds the same each year where growth makes up for discounting: 100 at 10 / 1.05 a year", () => {
    expect(yearsToRecover(100, 10, 0.05, 0.05)).toBeCloseTo(10.5, 12);
  });

  it("is NaN or infinite where the revenue fades before it has repaid", () => {
    expect(yearsToRecover(1000, 40, 0, 0.05)).toBeNaN();
    expect(Number.isFinite(yearsToRecover(1000, 50, 0, 0.05))).toBe(false);
  });
});

describe("greenBookFactor", () => {
  it.each([
    [0, 1],
    [30, 1.035 ** -30],
    [31, 1.035 ** -30 / 1.03],
    [75, 1.035 ** -30 * 1.03 ** -45],
    [100, 1.035 ** -30 * 1.03 ** -45 * 1.025 ** -25],
  ])("falls by 3.5 % for 30 years, by 3 % until year 75, then by 2.5 %: year %d", (year, factor) => {
    expect(greenBookFactor(year)).toBeCloseTo(factor, 14);
  });

  it("counts parts of a year", () => expect(greenBookFactor(0.5)).toBeCloseTo(1 / Math.sqrt(1.035), 14));
});
