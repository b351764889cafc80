import fc from "fast-check";
import { calling, column, refusal, row } from "./calling";

const hhi = calling("HHI_INDEX");
const count = calling("EFFECTIVE_COUNT");
const ratio = calling("CONC_RATIO");
const band = calling("HHI_BAND");
const risk = calling("OEM_CONCENTRATION_RISK");
const shock = calling("OEM_SHOCK_LOSS");
const exit = calling("OEM_EXIT_LOSS");
const captive = calling("CAPTIVE_SUPPLIERS");

const sizes = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 15 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("HHI_INDEX", () => {
  it("is 10,000 for one maker and a quarter of it for four equal ones", () => {
    expect(hhi(7)).toBe(10000);
    expect(hhi(column([1, 1, 1, 1]))).toBe(2500);
    expect(hhi(column([1, 1, 1, 1]), 1)).toBe(0.25);
  });

  it("is 1,300 for 20, 20, 15, 15, 10, 10, 5 and 5", () => {
    expect(hhi(column([20, 20, 15, 15, 10, 10, 5, 5]))).toBeCloseTo(400 + 400 + 225 + 225 + 100 + 100 + 25 + 25, 9);
  });

  it("does not depend on the unit, the order or the shape", () => {
    fc.assert(
      fc.property(sizes, fc.constantFrom(1e-4, 10, 1e8), (values, unit) => {
        const index = hhi(column(values)) as number;
        expect(hhi(row([...values].reverse().map((value) => value * unit)))).toBeCloseTo(index, 6);
      }),
    );
  });

  it("lies between scale / n and scale, and normalised between 0 and scale", () => {
    fc.assert(
      fc.property(sizes, (values) => {
        const index = hhi(column(values), 1) as number;
        expect(index).toBeGreaterThanOrEqual((1 / values.length) * (1 - 1e-12));
        expect(index).toBeLessThanOrEqual(1 + 1e-12);
        expect(hhi(column(values), 1, true)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("normalises to 0 where all are alike and to the scale where there is one, whatever stands at 0 beside it", () => {
    expect(hhi(column([5, 5, 0]), 1, true)).toBe(0);
    expect(hhi(column([5, 0, 0]), 10000, true)).toBe(10000);
  });

  it("is 0.34, and 0.12 normalised, for 20, 50, 20 and 10, as REAT's herf", () => {
    expect(hhi(column([20, 50, 20, 10]), 1)).toBeCloseTo(0.34, 12);
    expect(hhi(column([20, 50, 20, 10]), 1, true)).toBeCloseTo(0.12, 12);
    expect(hhi(column([20, 50, 20, 10]), 10000, true)).toBeCloseTo(1200, 9);
  });

  it("holds at the edge of what a number can hold", () => {
    expect(hhi(column([1e308, 1e308]))).toBe(5000);
    expect(hhi(column([1e-308, 1e-308]))).toBe(5000);
  });

  it.each([
    ["a market of nothing", [column([0, 0])], "#DIV/0! values must not add up to 0"],
    ["a negative maker", [column([5, -1])], "#NUM! values must not be below 0 (row 2, column 1)"],
    ["another scale", [column([5, 1]), 100], "#VALUE! scale must be one of 1, 10000"],
  ])("refuses %s", (_, args, said) => expect(refusal(hhi(...args))).toBe(said));
});

describe("EFFECTIVE_COUNT", () => {
  it("counts equal makers at every order", () => {
    for (const order of [0, 0.5, 1, 2, 3, 50]) expect(count(column([3, 3, 3, 3]), order)).toBeCloseTo(4, 9);
  });

  it("is the inverse of HHI at order 2", () => {
    fc.assert(fc.property(sizes, (values) => {
      const [makers, index] = [count(column(values)) as number, hhi(column(values), 1) as number];
      expect(makers * index).toBeCloseTo(1, 9);
    }));
  });

  it("falls as the order rises", () => {
    fc.assert(
      fc.property(sizes, fc.double({ min: 0, max: 6, noNaN: true }), (values, order) => {
        const [more, fewer] = [order, order + 0.5].map((each) => count(column(values), each) as number);
        expect(fewer).toBeLessThanOrEqual(more! * (1 + 1e-9));
      }),
    );
  });

  it("passes smoothly through order 1, where it is EXP(entropy)", () => {
    const exact = Math.exp(0.5 * Math.log(2) + 0.25 * Math.log(4) * 2);
    for (const order of [1, 1 + 1e-9, 1 - 1e-6]) expect(count(column([2, 1, 1]), order)).toBeCloseTo(exact, 5);
  });

  it("falls from there by half the variance of −LN(s): (LN(2) / 2)² for 2, 1 and 1", () => {
    const exact = 2 ** 1.5;
    for (const beyond of [5e-8, -5e-8, 2e-7, -1e-6]) {
      const change = (count(column([2, 1, 1]), 1 + beyond) as number) / exact - 1;
      expect(change / (-beyond * Math.LN2 ** 2 / 8)).toBeCloseTo(1, 5);
    }
  });

  it("is a whole number at order 0: who is there", () => {
    expect(count(column([1, 2, 0, 3]), 0)).toBe(3);
    expect(count(column([0.1, 0.7, 0.3, 0.3, 5]), 0)).toBe(5);
  });

  it("refuses a negative order", () => expect(refusal(count(column([1, 2]), -1))).toBe("#NUM! order must not be below 0"));
});

describe("CONC_RATIO", () => {
  it("is 1 once n covers all", () => {
    expect(ratio(column([5, 3]), 2)).toBe(1);
    expect(ratio(column([5, 3]), 9)).toBe(1);
  });

  it("counts ties once each", () => expect(ratio(column([2, 2, 2, 2]), 3)).toBe(0.75));

  it.each([[0], [-1], [1.5]])("refuses n = %p", (n) => expect(refusal(ratio(column([1, 2]), n))).toMatch(/^#NUM! n must/));
});

describe("HHI_BAND", () => {
  it("knows the 2023 and the 2010 guidelines", () => {
    expect([999, 1000, 1800, 1801].map((index) => band(index))).toEqual(["unconcentrated", "moderate", "moderate", "high"]);
    expect([1499, 1500, 2500, 2501].map((index) => band(index, "2010"))).toEqual(["unconcentrated", "moderate", "moderate", "high"]);
    expect(band(1900, 2010)).toBe("moderate");
  });

  it("refuses an index beyond 10,000 and another guideline", () => {
    expect(refusal(band(10001))).toBe("#NUM! hhi must not be above 10000");
    expect(refusal(band(1, "1992"))).toBe('#VALUE! guideline must be one of "2023", "2010"');
  });
});

describe("OEM_CONCENTRATION_RISK", () => {
  it("is 1 for one maker and 0.5 for four equal, independent ones", () => {
    expect(risk(9)).toBe(1);
    expect(risk(column([1, 1, 1, 1]))).toBe(0.5);
  });

  it("is the square root of HHI by default", () => {
    fc.assert(fc.property(sizes, (values) => {
      expect(risk(column(values))).toBeCloseTo(Math.sqrt(hhi(column(values), 1) as number), 9);
    }));
  });

  it("is 0.79 for four equal makers whose shocks correlate by one half: √(0.5 + 0.5 / 4)", () => {
    expect(risk(column([1, 1, 1, 1]), 0.5)).toBeCloseTo(Math.sqrt(0.625), 12);
  });

  it("does not depend on concentration when all shocks are one shock", () => {
    fc.assert(fc.property(sizes, (values) => expect(risk(column(values), 1)).toBeCloseTo(1, 9)));
  });

  it("rises with the correlation and in proportion to the dependence", () => {
    fc.assert(
      fc.property(sizes, share, share, (values, rho, linked) => {
        const alone = risk(column(values), rho) as number;
        expect(alone).toBeGreaterThanOrEqual((risk(column(values), rho / 2) as number) - 1e-12);
        expect(risk(column(values), rho, 1, linked)).toBeCloseTo(alone * linked, 9);
      }),
    );
  });

  it("agrees with exact enumeration of exits: volatility √(p(1−p)) gives the standard deviation of the loss", () => {
    fc.assert(
      fc.property(sizes, share, (values, p) => {
        expect(risk(column(values), 0, Math.sqrt(p * (1 - p)))).toBeCloseTo(exit(column(values), p, "sd") as number, 9);
      }),
    );
  });

  it("takes a volatility for each maker: one steady and one volatile half give half the volatility", () => {
    expect(risk(column([5, 5]), 0, column([0, 0.4]))).toBeCloseTo(0.2, 12);
  });

  it.each([
    ["nothing at all", [column([0, 0])], "#DIV/0! oem_values must not add up to 0"],
    ["a correlation above 1", [column([1, 2]), 1.1], "#NUM! correlation must not be above 1"],
    ["a negative volatility", [column([1, 2]), 0, -1], "#NUM! volatility must not be below 0"],
    ["volatilities for other makers", [column([1, 2]), 0, column([1, 2, 3])], "#VALUE! volatility must have as many rows and columns as oem_values"],
    ["a dependence above 1", [column([1, 2]), 0, 1, 2], "#NUM! dependence must not be above 1"],
    ["a negative spillover", [column([1, 2]), 0, 1, 1, -1], "#NUM! spillover must not be below 0"],
  ])("refuses %s", (_, args, said) => expect(refusal(risk(...args))).toBe(said));
});

describe("OEM_SHOCK_LOSS", () => {
  it("is the largest maker's share by default", () => expect(shock(column([50, 30, 20]))).toBe(0.5));

  it("is linear in its rates", () => {
    fc.assert(
      fc.property(sizes, share, share, (values, rate, back) => {
        const whole = shock(column(values)) as number;
        expect(shock(column(values), 1, rate, 0, 1, back)).toBeCloseTo(whole * rate * (1 - back), 9);
      }),
    );
  });

  it("refuses shares beyond 0 to 1", () => {
    expect(refusal(shock(column([1, 2]), 1, 1.5))).toBe("#NUM! loss_rate must not be above 1");
    expect(refusal(shock(column([1, 2]), 0))).toBe("#NUM! k must not be below 1");
  });
});

describe("OEM_EXIT_LOSS", () => {
  it("has a mean that does not depend on concentration", () => {
    fc.assert(fc.property(sizes, share, (values, p) => expect(exit(column(values), p)).toBeCloseTo(p, 9)));
  });

  it("has a tail that does: one maker against ten", () => {
    const ten = exit(column(Array(10).fill(1)), 0.1, "tail") as number;
    expect(exit(5, 0.1, "tail")).toBe(1);
    expect(ten).toBeLessThan(0.5);
  });

  it("is all or nothing for one maker at 10 %: median 0, 95 % quantile 1", () => {
    expect(exit(5, 0.1, "quantile", 0.5)).toBe(0);
    expect(exit(5, 0.1, "quantile", 0.95)).toBe(1);
  });

  it("has no tail below its quantile, and none above the whole", () => {
    fc.assert(
      fc.property(sizes, share, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (values, p, level) => {
        const tail = exit(column(values), p, "tail", level) as number;
        expect(tail).toBeGreaterThanOrEqual((exit(column(values), p, "quantile", level) as number) - 1e-9);
        expect(tail).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  it("enumerates 20 makers and refuses 21", () => {
    expect(exit(column(Array(20).fill(1)), 0.5, "quantile", 0.5)).toBeCloseTo(0.5, 9);
    expect(refusal(exit(column(Array(21).fill(1)), 0.5))).toBe("#NUM! oem_values must not hold more than 20 makers");
  });

  it("does not count rows of nothing as makers", () => {
    expect(exit(column([5, ...Array(40).fill(0)]), 0.1, "tail")).toBe(1);
  });

  it.each([
    ["a probability above 1", [column([1, 2]), 1.1], "#NUM! probs must not be above 1"],
    ["a confidence of 1", [column([1, 2]), 0.1, "tail", 1], "#NUM! confidence must be below 1"],
    ["another measure", [column([1, 2]), 0.1, "var"], '#VALUE! measure must be one of "mean", "sd", "quantile", "tail"'],
  ])("refuses %s", (_, args, said) => expect(refusal(exit(...args))).toBe(said));
});

describe("CAPTIVE_SUPPLIERS", () => {
  const sales = [[90, 10, 0], [30, 10, 10], [10, 40, 30], [20, 25, 25]];

  it("counts nobody at a threshold nobody reaches, and all at 0", () => {
    expect(captive(sales, 1, 1)).toBe(0);
    expect(captive(sales, 1, 0)).toBe(1);
  });

  it("leaves out a supplier without sales", () => expect(captive([...sales, [0, 0, 0]], 1)).toBe(0.5));

  it.each([
    ["a column that is not there", [sales, 4], "#VALUE! oem must not be above 3"],
    ["column 0", [sales, 0], "#VALUE! oem must not be below 1"],
    ["no sales at all", [[[0, 0]], 1], "#DIV/0! sales_matrix must not add up to 0"],
  ])("refuses %s", (_, args, said) => expect(refusal(captive(...args))).toBe(said));
});

describe("by hand", () => {
  it("OEM_EXIT_LOSS is 0.6 × 0.1 + 0.4 × 0.2 in the mean, and half of it where half is lost", () => {
    const [makers, chances] = [column([60, 40]), column([0.1, 0.2])];
    expect(exit(makers, chances, "mean")).toBeCloseTo(0.14, 12);
    expect(exit(makers, chances, "mean", null, 0.5)).toBeCloseTo(0.07, 12);
  });

  it("CAPTIVE_SUPPLIERS counts who sells as much as the threshold to one maker, the last one too", () => {
    const sales = [[1, 1], [1, 3], [0, 0], [4, 0]];
    expect(captive(sales, 1, 0.5)).toBeCloseTo(6 / 10, 12);
    expect(captive(sales, 2, 0.5)).toBeCloseTo(6 / 10, 12);
    expect(captive(sales, 2, 0.75)).toBeCloseTo(4 / 10, 12);
  });
});
