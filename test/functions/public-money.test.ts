import fc from "fast-check";
import { calling, column, refusal, row } from "./calling";

const npv = calling("PROJECT_NPV");
const multiple = calling("FUND_MULTIPLE");
const payback = calling("PAYBACK_YEARS");
const greenBook = calling("GREENBOOK_FACTOR");
const netJobs = calling("NET_JOBS");
const costPerJob = calling("COST_PER_JOB");
const staged = calling("STAGE_GATE_VALUE");

const yuan = fc.integer({ min: -1_000_000, max: 1_000_000 });
const gain = fc.integer({ min: 1, max: 1_000_000 });
const flows = fc.array(yuan, { minLength: 1, maxLength: 30 });
const rates = fc.integer({ min: -50, max: 200 }).map((percent) => percent / 100);
const shares = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);

describe("PROJECT_NPV", () => {
  it("adds the flows where money costs nothing", () => expect(npv(0, column([-100, 30, 80]))).toBe(10));

  it.each([
    // Microsoft's page on NPV, the first outlay at time 0, and the loss of a sixth year
    [0.08, [-40000, 8000, 9200, 10000, 12000, 14500], 1922.06, 2],
    [0.08, [-40000, 8000, 9200, 10000, 12000, 14500, -9000], -3749.47, 2],
    // the same page, where the outlay comes a year from now
    [0.1, [0, -10000, 3000, 4200, 6800], 1188.44, 2],
    // tests of numpy-financial
    [0.05, [-15000, 1500, 2500, 3500, 4500, 6000], 122.89, 2],
    [0.281, [-100, 39, 59, 55, 20], -0.00848, 5],
    // Brealey, Myers & Allen, chapter 5: projects A, B and C
    [0.1, [-2000, 500, 500, 5000], 2624, 0],
    [0.1, [-2000, 500, 1800, 0], -58, 0],
    [0.1, [-2000, 1800, 500, 0], 50, 0],
  ])("is as published at %p for %p: %p", (rate, values, worth, digits) => {
    expect(npv(rate, column(values))).toBeCloseTo(worth, digits);
  });

  it("keeps a blank year in its place, however Excel hands it over", () => {
    for (const blank of [0, null, ""]) expect(npv(1, column([-100, blank, 400]))).toBe(0);
  });

  it("gives a profile over a range of rates", () => {
    expect(npv(column([0, 1, 3]), row([-100, 50, 200]))).toEqual([[150], [-25], [-75]]);
  });

  it("adds up over projects and scales with the unit", () => {
    fc.assert(fc.property(fc.array(fc.tuple(yuan, yuan), { minLength: 1, maxLength: 30 }), rates, (pairs, rate) => {
      const worth = (pick: (pair: [number, number]) => number) => npv(rate, column(pairs.map(pick))) as number;
      const [one, other] = [worth(([a]) => a), worth(([, b]) => b)];
      const scale = Math.max(1, Math.abs(one), Math.abs(other));
      expect(worth(([a, b]) => a + b) / scale).toBeCloseTo((one + other) / scale, 9);
    }));
  });

  it("is one period's worth less when the project starts a period later", () => {
    fc.assert(fc.property(flows, rates, (values, rate) => {
      const now = npv(rate, column(values)) as number;
      const scale = Math.max(1, Math.abs(now));
      expect((npv(rate, column([0, ...values])) as number) / scale).toBeCloseTo(now / (1 + rate) / scale, 9);
    }));
  });

  it.each([
    ["a rate of −1", [-1, column([1, 2])], "#NUM! rate must be above -1"],
    ["text among the flows", [0, column([1, "n/a"])], "#VALUE! flows must be a number, not the text “n/a” (row 2, column 1)"],
    ["flows beyond what a number can hold", [0, column([1e308, 1e308])], "#NUM! result is too large a number to calculate with"],
  ])("refuses %s", (_, args, said) => expect(refusal(npv(...args))).toBe(said));
});

describe("FUND_MULTIPLE", () => {
  const paid = column([-50, -30, 20, 25]);

  it("is what came back, what is left, or both, over what was paid in", () => {
    expect(multiple(paid, 70)).toBe(1.4375);
    expect(multiple(paid, 70, "DPI")).toBe(0.5625);
    expect(multiple(paid, 70, "rvpi")).toBe(0.875);
  });

  it("is a DPI of 0.3658537 in the tests of the R package AZASRS", () => {
    const fund = column([-100, -50, -10, -200, -50, 20, 40, 20, 30, 40]);
    expect(multiple(fund, 600, "DPI")).toBeCloseTo(0.3658537, 7);
  });

  it("is TVPI = DPI + RVPI, in any order and unit", () => {
    fc.assert(fc.property(flows, gain, (values, nav) => {
      const all = [-1, ...values];
      const [tvpi, dpi, rvpi] = ["TVPI", "DPI", "RVPI"].map((measure) => multiple(column(all), nav, measure) as number);
      expect(dpi! + rvpi!).toBeCloseTo(tvpi!, 6);
      const thousands = all.map((flow) => flow / 1000).reverse();
      expect((multiple(column(thousands), nav / 1000) as number) / tvpi!).toBeCloseTo(1, 9);
    }));
  });

  it.each([
    ["a fund that nobody paid into", [column([10, 20])], "#DIV/0! flows holds no payment in (an amount below 0)"],
    ["a negative value left", [paid, -1], "#NUM! nav must not be below 0"],
    ["another measure", [paid, 0, "IRR"], '#VALUE! measure must be one of "TVPI", "DPI", "RVPI"'],
  ])("refuses %s", (_, args, said) => expect(refusal(multiple(...args))).toBe(said));
});

describe("PAYBACK_YEARS", () => {
  const incomes = fc.array(gain, { minLength: 1, maxLength: 20 });

  it("is linear within the year, and the end of the year where it is reached there", () => {
    expect(payback(column([-100, 30, 40, 50, 60]))).toBe(2.6);
    expect(payback(row([-100, 40, 60, 10]))).toBe(2);
    expect(payback(column([-100, 0, 0, 100]))).toBe(3);
  });

  it("is 3.15 and 3.45 years in printed tables of discounted payback", () => {
    expect(payback(column([-210, 85, 75, 85, 105]), 0.11)).toBeCloseTo(3.15, 2);
    expect(payback(column([-5100, 1280, 2480, 1680, 1680, 1480, 1280]), 0.09)).toBeCloseTo(3.45, 2);
  });

  it("is the first time, though outlays come later", () => expect(payback(column([-100, 200, -500, 600]))).toBe(0.5));

  it("reaches the year's end where only rounding is short of it", () => {
    expect(payback(column([-0.8, 0.1, 0.7]))).toBeCloseTo(2, 12);
    expect(payback(column([-100, 110]), 0.1)).toBeCloseTo(1, 12);
  });

  it("is where a project cut short there has a value of 0", () => {
    fc.assert(fc.property(gain, incomes, shares, (outlay, income, rate) => {
      const time = payback(column([-outlay, ...income]), rate) as number;
      fc.pre(typeof time === "number");
      const whole = Math.ceil(time);
      const cut = income.slice(0, whole).map((flow, i) => (i === whole - 1 ? flow * (time - whole + 1) : flow));
      expect((npv(rate, column([-outlay, ...cut])) as number) / outlay).toBeCloseTo(0, 6);
    }));
  });

  it("comes later the dearer money is", () => {
    fc.assert(fc.property(gain, incomes, shares, (outlay, income, rate) => {
      const [free, dear] = [0, rate].map((r) => payback(column([-outlay, ...income]), r));
      if (typeof dear === "number") expect(dear).toBeGreaterThanOrEqual((free as number) - 1e-9);
    }));
  });

  it.each([
    ["a project that never pays back", [column([-100, 10, 20])], "#NUM! flows never pays the outlay back"],
    ["one that pays back only undiscounted", [column([-100, 105]), 0.1], "#NUM! flows never pays the outlay back"],
    ["a table of flows", [[[-100, 50], [60, 70]]], "#VALUE! flows must be one row or one column"],
    ["a first flow that is no outlay", [column([0, -100, 200])], "#NUM! flows must start with an outlay, below 0"],
    ["a rate of −1", [column([-1, 2]), -1], "#NUM! rate must be above -1"],
  ])("refuses %s", (_, args, said) => expect(refusal(payback(...args))).toBe(said));
});

describe("GREENBOOK_FACTOR", () => {
  it("is the Treasury's table of factors, to its four digits", () => {
    const table: [number, number][] = [
      [0, 1], [1, 0.9662], [5, 0.842], [10, 0.7089], [20, 0.5026], [30, 0.3563], [31, 0.3459],
    ];
    for (const [year, factor] of table) expect(greenBook(year)).toBeCloseTo(factor, 4);
  });

  it("falls by 3.5 % a year, then by 3.0 %, then by 2.5 %", () => {
    const fall = (year: number): number => (greenBook(year - 1) as number) / (greenBook(year) as number) - 1;
    expect(fall(30)).toBeCloseTo(0.035, 12);
    expect(fall(31)).toBeCloseTo(0.03, 12);
    expect(fall(75)).toBeCloseTo(0.03, 12);
    expect(fall(76)).toBeCloseTo(0.025, 12);
  });

  it("takes a range of years", () => {
    expect(greenBook(column([0, 1]))).toEqual([[1], [greenBook(1)]]);
  });

  it("falls all the time, towards 0", () => {
    const start = fc.double({ min: 0, max: 400, noNaN: true });
    const more = fc.double({ min: 0.001, max: 9, noNaN: true });
    fc.assert(fc.property(start, more, (year, later) => {
      expect(greenBook(year + later)).toBeLessThan(greenBook(year) as number);
    }));
    expect(greenBook(1e6)).toBe(0);
  });

  it("refuses a year before the base", () => expect(refusal(greenBook(-1))).toBe("#NUM! year must not be below 0"));
});

describe("NET_JOBS", () => {
  it("is all of them where nothing is lost, and none where all would have come anyway", () => {
    expect(netJobs(1000)).toBe(1000);
    expect(netJobs(1000, 1)).toBe(0);
  });

  it("does not depend on the order in which shares are taken off", () => {
    fc.assert(fc.property(gain, shares, shares, shares, shares, (gross, a, b, c, d) => {
      expect(netJobs(gross, d, c, b, a)).toBeCloseTo(netJobs(gross, a, b, c, d) as number, 6);
    }));
  });

  it.each([
    ["a share above 1", [1000, 0, 1.2], "#NUM! leakage must not be above 1"],
    ["a share below 0", [1000, 0, 0, -0.1], "#NUM! displacement must not be below 0"],
  ])("refuses %s", (_, args, said) => expect(refusal(netJobs(...args))).toBe(said));
});

describe("COST_PER_JOB", () => {
  it("spreads over the years that a job lasts", () => expect(costPerJob(1000, 5, 10)).toBe(20));

  it.each([
    ["no jobs", [1, 0], "#DIV/0! net_jobs must be above 0"],
    ["jobs lost", [1, -5], "#DIV/0! net_jobs must be above 0"],
    ["jobs that last no time", [1, 5, 0], "#DIV/0! years must not be 0"],
    ["a negative time", [1, 5, -1], "#NUM! years must not be below 0"],
  ])("refuses %s", (_, args, said) => expect(refusal(costPerJob(...args))).toBe(said));
});

describe("STAGE_GATE_VALUE", () => {
  it("never loses by being free to stop", () => {
    fc.assert(fc.property(gain, gain, shares, yuan, yuan, gain, shares, (cost1, cost2, p, up, down, salvage, rate) => {
      const value = (flexible: boolean) => staged(cost1, cost2, p, up, down, salvage, rate, flexible) as number;
      expect(value(true)).toBeGreaterThanOrEqual(value(false) - 1e-6);
    }));
  });

  it("is 773 in Dixit & Pindyck (1994), chapter 2: a widget factory of 1,600 that waits for its price of 300 or 100", () => {
    expect(staged(0, 1600, 0.5, 300 * 11, 100 * 11, 0, 0.1)).toBeCloseTo(773, 0); // for ever at 10 %, the first at once
  });

  it("is worth the same where stopping never pays", () => {
    expect(staged(20, 60, 0.5, 200, 100, 10, 0, true)).toBe(staged(20, 60, 0.5, 200, 100, 10, 0, false));
  });

  it("is certain at either end of the probability", () => {
    expect(staged(20, 60, 1, 200, 30)).toBe(120);
    expect(staged(20, 60, 0, 200, 30)).toBe(-20);
    expect(staged(20, 60, 0, 200, 30, 0, 0, false)).toBe(-50);
  });

  it.each([
    ["a probability above 1", [1, 1, 1.5, 2, 0], "#NUM! p_success must not be above 1"],
    ["a negative probability", [1, 1, -0.5, 2, 0], "#NUM! p_success must not be below 0"],
    ["text for the choice", [1, 1, 0.5, 2, 0, 0, 0, "yes"], "#VALUE! flexible must be TRUE or FALSE"],
  ])("refuses %s", (_, args, said) => expect(refusal(staged(...args))).toBe(said));
});
