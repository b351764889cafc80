import fc from "fast-check";
import { calling, column, refusal } from "./calling";

const cagr = calling("CAGR_RATE");
const required = calling("REQUIRED_GROWTH");
const attainment = calling("TARGET_ATTAINMENT");
const prior = calling("PRIOR_VALUE");
const contribution = calling("GROWTH_CONTRIB");
const shiftShare = calling("SHIFT_SHARE");

const sizes = fc.integer({ min: 1, max: 1_000_000 });
const years = fc.integer({ min: 1, max: 40 });

describe("CAGR_RATE", () => {
  it("is 10 % from 100 to 121 in two years, and −100 % to nothing", () => {
    expect(cagr(100, 121, 2)).toBeCloseTo(0.1, 14);
    expect(cagr(100, 0, 3)).toBe(-1);
    expect(cagr(7, 7, 5)).toBe(0);
  });

  it("is 0.0009933 in Microsoft's example of RRI, and 23.86 % from 10,000 to 19,000 in three years", () => {
    expect(cagr(10000, 11000, 96)).toBeCloseTo(0.0009933, 7);
    expect(cagr(10000, 19000, 3)).toBeCloseTo(0.2386, 4); // Investopedia, on CAGR
  });

  it("leads from start to end when it is compounded", () => {
    fc.assert(fc.property(sizes, sizes, years, (start, end, periods) => {
      const rate = cagr(start, end, periods) as number;
      expect((start * (1 + rate) ** periods) / end).toBeCloseTo(1, 9);
    }));
  });

  it("does not depend on the unit", () => {
    fc.assert(fc.property(sizes, sizes, years, (start, end, periods) => {
      expect(cagr(start / 1e4, end / 1e4, periods)).toBeCloseTo(cagr(start, end, periods) as number, 9);
    }));
  });

  it("keeps its digits where growth is slow, and at the edge of what a number can hold", () => {
    expect(cagr(1e6, 1e6 + 1, 1)).toBe(1e-6);
    expect(cagr(1e-308, 1e308, 616)).toBeCloseTo(9, 9);
    expect(cagr(1e308, 1e308, 2)).toBe(0);
  });

  it.each([
    ["a start of 0", [0, 1, 1], "#DIV/0! start must not be 0"],
    ["a negative start", [-1, 1, 1], "#NUM! start must not be below 0"],
    ["a negative end", [1, -1, 1], "#NUM! end must not be below 0"],
    ["no periods", [1, 2, 0], "#NUM! periods must be above 0"],
    ["text", ["2021", 2, 1], "#VALUE! start must be a number, not the text “2021”"],
  ])("refuses %s", (_, args, said) => expect(refusal(cagr(...args))).toBe(said));
});

describe("REQUIRED_GROWTH", () => {
  it("is negative where the target is met already", () => expect(required(200, 100, 1)).toBe(-0.5));

  it("is the growth rate from today to the target", () => {
    fc.assert(fc.property(sizes, sizes, years, (now, target, left) => {
      expect(required(now, target, left)).toBe(cagr(now, target, left));
    }));
  });

  it.each([
    ["nothing to grow from", [0, 1, 1], "#DIV/0! current must not be 0"],
    ["no time left", [1, 2, 0], "#NUM! periods must be above 0"],
    ["a negative target", [1, -2, 1], "#NUM! target must not be below 0"],
  ])("refuses %s", (_, args, said) => expect(refusal(required(...args))).toBe(said));
});

describe("TARGET_ATTAINMENT", () => {
  it("is 1 on schedule, above ahead of it and below behind", () => {
    expect(attainment(150, 200, 100, 0.5)).toBe(1);
    expect(attainment(180, 200, 100, 0.5)).toBe(1.6);
    expect(attainment(80, 200, 100, 0.5)).toBeCloseTo(-0.4, 12);
    expect(attainment(50, 200)).toBe(0.25);
  });

  it("serves a target that lies below the baseline", () => expect(attainment(75, 50, 100)).toBe(0.5));

  it("does not depend on the unit", () => {
    fc.assert(fc.property(sizes, sizes, (actual, target) => {
      expect(attainment(actual / 10, target / 10, 0, 0.5)).toBeCloseTo(attainment(actual, target, 0, 0.5) as number, 9);
    }));
  });

  it.each([
    ["a target at the baseline", [1, 5, 5], "#DIV/0! target must not equal baseline"],
    ["a period not begun", [1, 5, 0, 0], "#NUM! elapsed must be above 0"],
    ["a period gone beyond its end", [1, 5, 0, 1.1], "#NUM! elapsed must not be above 1"],
    ["an actual value that is not known", ["n/a", 5], "#N/A actual is missing"],
    ["a blank target", [1, null], "#N/A target is missing"],
  ])("refuses %s", (_, args, said) => expect(refusal(attainment(...args))).toBe(said));
});

describe("PRIOR_VALUE", () => {
  it("grows back to the value now", () => {
    fc.assert(fc.property(sizes, fc.integer({ min: -99, max: 500 }), (now, percent) => {
      expect(((prior(now, percent / 100) as number) * (100 + percent)) / 100).toBeCloseTo(now, 6);
    }));
  });

  it.each([
    [-1, "#DIV/0! growth must be above -1"],
    [-1.5, "#NUM! growth must not be below -1"],
  ])("refuses a growth of %p", (growth, said) => expect(refusal(prior(10, growth))).toBe(said));
});

describe("GROWTH_CONTRIB", () => {
  const parts = fc.array(fc.tuple(sizes, sizes), { minLength: 2, maxLength: 6 });

  it("adds up to 1 over all parts, and in points to the growth of the total", () => {
    fc.assert(fc.property(parts, (pairs) => {
      const [now, before] = [0, 1].map((k) => pairs.reduce((total, pair) => total + pair[k]!, 0)) as [number, number];
      fc.pre(now !== before);
      const added = (as: string) =>
        pairs.reduce((all, [a, b]) => all + (contribution(a, b, now, before, as) as number), 0);
      expect(added("share")).toBeCloseTo(1, 6);
      expect(added("points")).toBeCloseTo(now / before - 1, 9);
    }));
  });

  it("is negative for a part that shrinks in a total that grows", () => expect(contribution(8, 10, 120, 100)).toBe(-0.1));

  it.each([
    ["a total that did not change", [2, 1, 5, 5], "#DIV/0! total_now must not equal total_prior"],
    ["points of a total of 0", [2, 1, 5, 0, "points"], "#DIV/0! total_prior must not be 0"],
    ["another measure", [2, 1, 5, 4, "percent"], '#VALUE! as must be one of "share", "points"'],
  ])("refuses %s", (_, args, said) => expect(refusal(contribution(...args))).toBe(said));
});

describe("SHIFT_SHARE", () => {
  const nation = [column([400, 150, 150, 400]), column([440, 210, 135, 480])];
  const four = fc.array(sizes, { minLength: 4, maxLength: 4 }).map(column);
  const values = (outcome: unknown): number[] => (outcome as number[][]).map(([value]) => value!);

  it("splits region A of REAT's shift into 27, 1 and −3", () => {
    const found = values(shiftShare(column([90, 20, 10, 60]), column([100, 40, 10, 55]), ...nation));
    [27, 1, -3, 25].forEach((part, i) => expect(found[i]).toBeCloseTo(part, 9));
  });

  it("adds up to the region's growth, in either method", () => {
    fc.assert(fc.property(four, four, four, four, fc.constantFrom("classic", "esteban"), (a, b, c, d, method) => {
      const found = values(shiftShare(a, b, c, d, method));
      const parts = found.slice(0, -1).reduce((all, part) => all + part, 0);
      const scale = Math.max(1, ...found.map(Math.abs));
      expect(parts / scale).toBeCloseTo(found.at(-1)! / scale, 9);
    }));
  });

  it("splits the competitive part, and changes nothing else, in Esteban's method", () => {
    fc.assert(fc.property(four, four, four, four, (a, b, c, d) => {
      const [classic, esteban] = ["classic", "esteban"].map((method) => values(shiftShare(a, b, c, d, method)));
      const scale = Math.max(1, ...esteban!.map(Math.abs));
      expect(esteban!.slice(0, 2)).toEqual(classic!.slice(0, 2));
      expect((esteban![2]! + esteban![3]!) / scale).toBeCloseTo(classic![2]! / scale, 9);
    }));
  });

  it("has no mix and no competitive part in a region that is a share of the nation", () => {
    const tenth = (cells: unknown[][]) => cells.map(([value]) => [(value as number) / 10]);
    const found = values(shiftShare(tenth(nation[0]!), tenth(nation[1]!), ...nation));
    [16.5, 0, 0, 16.5].forEach((part, i) => expect(found[i]).toBeCloseTo(part, 9));
  });

  it("does not depend on the unit of the nation, nor on the order of industries", () => {
    fc.assert(fc.property(four, four, four, four, (a, b, c, d) => {
      const found = values(shiftShare(a, b, c, d, "esteban"));
      const thousands = [c, d].map((cells) => cells.map(([value]) => [(value as number) / 1000]));
      const turned = [a, b, ...thousands].map((cells) => [...cells!].reverse());
      const scale = Math.max(1, ...found.map(Math.abs));
      values(shiftShare(...turned, "esteban")).forEach((part, i) => expect(part / scale).toBeCloseTo(found[i]! / scale, 9));
    }));
  });

  it.each([
    ["an industry new to the nation", [[1, 1], [1, 1], [1, 0], [1, 1]], "classic",
      "#DIV/0! nation0 must not be 0 (industry 2)"],
    ["an industry new to the region, in Esteban's method", [[0, 1], [1, 1], [1, 1], [1, 1]], "esteban",
      "#DIV/0! region0 must not be 0 (industry 1)"],
    ["a negative", [[1, 1], [1, -1], [1, 1], [1, 1]], "classic", "#NUM! region1 must not be below 0 (row 2, column 1)"],
    ["ranges of different size", [[1, 1], [1, 1, 1], [1, 1], [1, 1]], "classic",
      "#VALUE! region1 must have as many rows and columns as region0"],
    ["another method", [[1, 1], [1, 1], [1, 1], [1, 1]], "dynamic",
      '#VALUE! method must be one of "classic", "esteban"'],
  ])("refuses %s", (_, lists, method, said) => {
    expect(refusal(shiftShare(...lists.map(column), method))).toBe(said);
  });

  it("takes an industry that is new to the region, in the classic method", () => {
    const steady = column([10, 10]);
    expect(values(shiftShare(column([0, 10]), column([5, 10]), steady, steady))).toEqual([0, 0, 5, 5]);
  });
});
