import { greenBookFactor, paybackTime, presentValue, yearsToRecover } from "../../src/maths/cash-flow";

describe("presentValue", () => {
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

  it("counts from the flow that ends the debt", () => expect(paybackTime(Float64Array.of(-6, 0, 3, 12))).toBe(2.25));
});

describe("yearsToRecover", () => {
  it("is NaN or infinite where the revenue fades before it has repaid", () => {
    expect(yearsToRecover(1000, 40, 0, 0.05)).toBeNaN();
    expect(Number.isFinite(yearsToRecover(1000, 50, 0, 0.05))).toBe(false);
  });
});

describe("greenBookFactor", () => {
  it("counts parts of a year", () => expect(greenBookFactor(0.5)).toBeCloseTo(1 / Math.sqrt(1.035), 14));
});
