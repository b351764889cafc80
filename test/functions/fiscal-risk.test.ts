import fc from "fast-check";
import { calling, column, refusal, row } from "./calling";

const exposure = calling("FISCAL_EXPOSURE");
const breakeven = calling("FISCAL_BREAKEVEN");
const guarantee = calling("GUARANTEE_LOSS");
const clawback = calling("CLAWBACK_DUE");
const trigger = calling("EXIT_TRIGGER");
const count = calling("TRIGGER_COUNT");
const npv = calling("PROJECT_NPV");

const yuan = fc.integer({ min: 0, max: 1_000_000 });
const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);

describe("FISCAL_EXPOSURE", () => {
  it("counts guarantees at face value unless told", () => {
    expect(exposure(2, 3, 5, 100)).toBe(0.1);
    expect(exposure(2, 3, 5, 100, 0.2)).toBe(0.06);
  });

  it("does not depend on the unit", () => {
    const some = yuan.filter((n) => n > 0);
    fc.assert(fc.property(yuan, yuan, yuan, some, share, yuan, (a, b, c, revenue, weight, other) => {
      const whole = exposure(a, b, c, revenue, weight, other) as number;
      const tenThousands = exposure(a / 1e4, b / 1e4, c / 1e4, revenue / 1e4, weight, other / 1e4) as number;
      expect(tenThousands).toBeCloseTo(whole, 6);
    }));
  });

  it.each([
    ["no revenue", [1, 1, 1, 0], "#DIV/0! revenue must be above 0"],
    ["a negative revenue", [1, 1, 1, -5], "#DIV/0! revenue must be above 0"],
    ["a negative loan", [1, -1, 1, 5], "#NUM! loans must not be below 0"],
    ["a weight above 1", [1, 1, 1, 5, 1.1], "#NUM! guarantee_weight must not be above 1"],
  ])("refuses %s", (_, args, said) => expect(refusal(exposure(...args))).toBe(said));
});

describe("FISCAL_BREAKEVEN", () => {
  it("is support over revenue where neither grows nor is discounted", () => expect(breakeven(1000, 125)).toBe(8));

  it("is a year more of interest where growth equals the rate", () => {
    expect(breakeven(1000, 125, 0.05, 0.05)).toBeCloseTo(8.4, 12);
  });

  it("is where the discounted revenue has paid the support back", () => {
    const rates = fc.integer({ min: 0, max: 12 }).map((percent) => percent / 100);
    fc.assert(fc.property(fc.integer({ min: 1, max: 25 }), rates, rates, (years, growth, rate) => {
      const revenue = Array.from({ length: years }, (_, t) => 100 * (1 + growth) ** t);
      const support = npv(rate, column([0, ...revenue]));
      expect(breakeven(support, 100, growth, rate)).toBeCloseTo(years, 6);
    }));
  });

  it("passes smoothly through growth equal to the rate", () => {
    for (const gap of [1e-6, 1e-9, 1e-12]) expect(breakeven(1000, 100, 0.05, 0.05 + gap)).toBeCloseTo(10.5, 3);
  });

  it("takes no time to recover nothing", () => expect(breakeven(0, 100, 0.02, 0.05)).toBe(0));

  it.each([
    ["support that revenue never repays", [1000, 40, 0, 0.05], "#NUM! support is never recovered"],
    ["support that it repays only at infinity", [1000, 50, 0, 0.05], "#NUM! support is never recovered"],
    ["no revenue", [1000, 0], "#NUM! annual_revenue must be above 0"],
    ["a negative support", [-1, 10], "#NUM! support must not be below 0"],
  ])("refuses %s", (_, args, said) => expect(refusal(breakeven(...args))).toBe(said));
});

describe("GUARANTEE_LOSS", () => {
  it("is exposure × lgd × pd in one year", () => expect(guarantee(1000, 0.05, 0.4)).toBeCloseTo(20, 12));

  it("is everything that can be lost where default is certain, and nothing in no time", () => {
    expect(guarantee(1000, 1, 0.4, 3)).toBe(400);
    expect(guarantee(1000, 1, 0.4, 0)).toBe(0);
    expect(guarantee(1000, 0, 0.4, 3)).toBe(0);
  });

  it("grows with the years, and never beyond what can be lost", () => {
    const time = fc.integer({ min: 0, max: 40 });
    fc.assert(fc.property(yuan, share, share, time, share, (sum, pd, lgd, years, coverage) => {
      const loss = guarantee(sum, pd, lgd, years, coverage) as number;
      expect(guarantee(sum, pd, lgd, years + 1, coverage)).toBeGreaterThanOrEqual(loss - 1e-9);
      expect(loss).toBeLessThanOrEqual(sum * lgd * coverage + 1e-9);
    }));
  });

  it("keeps its digits where default is rare", () => expect(guarantee(1e12, 1e-12, 1, 2)).toBeCloseTo(2, 9));

  it.each([
    ["a probability above 1", [1, 1.1, 0.5], "#NUM! pd must not be above 1"],
    ["a negative loss rate", [1, 0.1, -0.5], "#NUM! lgd must not be below 0"],
    ["a coverage above 1", [1, 0.1, 0.5, 1, 2], "#NUM! coverage must not be above 1"],
  ])("refuses %s", (_, args, said) => expect(refusal(guarantee(...args))).toBe(said));
});

describe("CLAWBACK_DUE", () => {
  it("is the missing share of the grant, and nothing where the promise was kept", () => {
    expect(clawback(200, 100, 75)).toBe(50);
    expect(clawback(200, 100, 100)).toBe(0);
    expect(clawback(200, 100, 130)).toBe(0);
    expect(clawback(200, 100, 0)).toBe(200);
  });

  it("forgives a shortfall of exactly the tolerance, whatever the rounding", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 99 }), (percent) => {
      expect(clawback(1000, 100, 100 - percent, percent / 100)).toBe(0);
      expect(clawback(1000, 100, 99 - percent, percent / 100)).toBeGreaterThan(0);
    }));
  });

  it.each([
    ["no promise", [1, 0, 0], "#DIV/0! promised must be above 0"],
    ["a negative delivery", [1, 5, -1], "#NUM! delivered must not be below 0"],
    ["a negative rate", [1, 5, 1, 0, -0.1], "#NUM! rate must not be below 0"],
  ])("refuses %s", (_, args, said) => expect(refusal(clawback(...args))).toBe(said));
});

describe("EXIT_TRIGGER", () => {
  it("needs the periods in a row, strictly beyond the threshold", () => {
    expect(trigger(column([9, 11, 9, 11, 9]), 10)).toBe(false);
    expect(trigger(column([9, 9]), 10)).toBe(true);
    expect(trigger(row([10, 10]), 10)).toBe(false);
    expect(trigger(column([12, 11, 11]), 10, "above", 3)).toBe(true);
  });

  it("breaks the run at n/a and at a blank", () => {
    for (const gap of ["n/a", "N/A", null, ""]) expect(trigger(column([9, gap, 9]), 10)).toBe(false);
    expect(trigger(column(["n/a", 9, 9]), 10)).toBe(true);
  });

  it("is FALSE where fewer numbers are known than must be in a row", () => {
    expect(trigger(column([1]), 10)).toBe(false);
    expect(trigger(column(["n/a", "n/a"]), 10)).toBe(false);
    expect(trigger(1, 10, "below", 1)).toBe(true);
  });

  it("is pulled below where the mirrored series is pulled above", () => {
    const series = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 2, maxLength: 12 });
    fc.assert(fc.property(series, fc.integer({ min: 1, max: 4 }), (values, run) => {
      const mirrored = values.map((value) => -value);
      expect(trigger(column(mirrored), 0, "above", run)).toBe(trigger(column(values), 0, "below", run));
      expect(trigger(column([...values].reverse()), 0, "below", run)).toBe(trigger(column(values), 0, "below", run));
      if (trigger(column(values), 0, "below", run + 1) === true) expect(trigger(column(values), 0, "below", run)).toBe(true);
    }));
  });

  it.each([
    ["a run of no periods", [column([1, 2]), 10, "below", 0], "#NUM! consecutive must not be below 1"],
    ["half a period", [column([1, 2]), 10, "below", 1.5], "#NUM! consecutive must be a whole number"],
    ["another direction", [column([1, 2]), 10, "under"], '#VALUE! direction must be one of "below", "above"'],
    ["other text in the series", [column([1, "none"]), 10], "#VALUE! series must be a number, not the text “none” (row 2, column 1)"],
  ])("refuses %s", (_, args, said) => expect(refusal(trigger(...args))).toBe(said));
});

describe("TRIGGER_COUNT", () => {
  it("takes directions in words or in signs", () => {
    const [values, thresholds] = [column([1, 9, 1, 9]), column([5, 5, 5, 5])];
    expect(count(values, thresholds, column(["below", "above", "Above", "BELOW"]))).toBe(2);
    expect(count(values, thresholds, column([-1, 1, 1, -1]))).toBe(2);
  });

  it("does not count a value at its threshold, nor one that is not known", () => {
    expect(count(column([5, "n/a", null, 1]), column([5, 5, 5, "n/a"]), column(["below", "below", "below", "below"]))).toBe(0);
  });

  it("adds up over single indicators", () => {
    const indicator = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), fc.constantFrom("below", "above"));
    fc.assert(fc.property(fc.array(indicator, { minLength: 1, maxLength: 8 }), (rows) => {
      const one = rows.map(([value, threshold, side]) => count(value, threshold, side) as number);
      const all = [0, 1, 2].map((k) => column(rows.map((indicatorRow) => indicatorRow[k])));
      expect(count(...all)).toBe(one.reduce((a, b) => a + b, 0));
    }));
  });

  it.each([
    ["an unknown direction", [column([1, 2]), column([1, 2]), column(["below", "under"])],
      '#VALUE! directions must be "below", "above", -1 or 1 (indicator 2)'],
    ["the name of something else", [1, 2, "constructor"], '#VALUE! directions must be "below", "above", -1 or 1 (indicator 1)'],
    ["ranges of different size", [column([1, 2]), column([1]), column(["below", "below"])],
      "#VALUE! thresholds must have as many rows and columns as values"],
  ])("refuses %s", (_, args, said) => expect(refusal(count(...args))).toBe(said));
});
