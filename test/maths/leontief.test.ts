import fc from "fast-check";
import {
  againstAverage, buyersWithoutOutput, closedToHouseholds, extraction, ghoshRowSums, inputCoefficients, leontiefSystem,
  outputFor, totalRequirements, weightedMultipliers,
} from "../../src/maths/leontief";
import { columnSums, matrix, product, rowSums, transposed, type Matrix } from "../../src/maths/matrix";
import { Refusal } from "../../src/refusal";
import { expectClose, identity, rowsOf } from "./matrices";

/** Economies whose sectors keep 5 % or more of what they earn, and what is wanted of each. */
const economies = fc.integer({ min: 1, max: 12 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    table: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: n * n, maxLength: n * n })
      .map((cells) => matrix(n, n, Float64Array.from(cells, (cell) => (cell * 0.95) / n))),
    demand: fc.array(fc.double({ min: 0.1, max: 1e6, noNaN: true }), { minLength: n, maxLength: n })
      .map((wanted) => Float64Array.from(wanted)),
  }));

interface Economy {
  readonly n: number;
  readonly table: Matrix;
  readonly demand: Float64Array<ArrayBuffer>;
}

const lawful = (law: (economy: Economy) => void): void => fc.assert(fc.property(economies, law), { numRuns: 50 });

const system = (table: Matrix) => leontiefSystem(table, "A");

const requirements = (table: Matrix) => totalRequirements(table, "A");

describe("a Leontief system", () => {
  it("has an inverse: (I − A) L = I", () => lawful(({ n, table }) => {
    const net = matrix(n, n, identity(n).data.map((own, at) => own - table.data[at]!));
    expectClose(product(net, requirements(table)).data, identity(n).data);
  }));

  it("asks for no less than what is wanted", () => lawful(({ n, table }) => {
    const whole = requirements(table).data;
    identity(n).data.forEach((own, at) => expect(whole[at]).toBeGreaterThanOrEqual(own));
  }));

  it("is the sum of rounds: I + A + A² + …", () => {
    const a = rowsOf([[0.1, 0.2], [0.3, 0.1]]);
    let round = identity(2);
    const total = matrix(2, 2);
    for (let k = 0; k < 200; k++) {
      round.data.forEach((value, at) => (total.data[at]! += value));
      round = product(round, a);
    }
    expectClose(requirements(a).data, total.data);
  });

  it("multiplies as its inverse does, without it", () => lawful(({ n, table, demand }) => {
    const found = system(table);
    const whole = requirements(table);
    expectClose(found.multipliers, columnSums(whole));
    expectClose(weightedMultipliers(found, demand), product(matrix(1, n, demand), whole).data);
    expectClose(outputFor(found, demand), product(whole, matrix(n, 1, demand)).data);
  }));

  it("balances: what sectors make is what sectors buy and what is wanted", () => lawful(({ n, table, demand }) => {
    const output = outputFor(system(table), demand);
    const bought = product(table, matrix(n, 1, output)).data;
    expectClose(output, bought.map((inputs, i) => inputs + demand[i]!));
  }));

  it("loses with a sector what a table without it no longer makes", () => lawful(({ n, table, demand }) => {
    const { total, lossWithout } = extraction(system(table), demand);
    for (let gone = 0; gone < n; gone++) {
      const rest = matrix(n, n, table.data.map((a, at) => (at % n === gone || Math.floor(at / n) === gone ? 0 : a)));
      const left = outputFor(system(rest), demand.map((wanted, i) => (i === gone ? 0 : wanted)));
      expectClose([1 - lossWithout(gone) / total], [left.reduce((a, b) => a + b) / total]);
    }
  }));

  it("closed to households is the larger table with their row and column", () => lawful(({ n, table, demand }) => {
    const earned = demand.map((value) => (value / 1e6) * 0.02);
    const spent = demand.map((value) => (value / 1e6) * (0.5 / n));
    const larger = matrix(n + 1, n + 1);
    for (let i = 0; i < n; i++) {
      larger.data.set(table.data.subarray(i * n, (i + 1) * n), i * (n + 1));
      larger.data[i * (n + 1) + n] = spent[i]!;
      larger.data[n * (n + 1) + i] = earned[i]!;
    }
    const whole = requirements(larger).data;
    const truncated = requirements(closedToHouseholds(table, earned, spent)).data;
    expectClose(truncated, truncated.map((_, at) => whole[Math.floor(at / n) * (n + 1) + (at % n)]!));
  }));

  it("has Ghosh's inverse beside it: output coefficients, summed along rows", () => lawful(({ n, table, demand }) => {
    const output = outputFor(system(table), demand);
    const allocated = matrix(n, n, table.data.map((a, at) => (a * output[at % n]!) / output[Math.floor(at / n)]!));
    const ghosh = transposed(requirements(transposed(allocated)));
    expectClose(ghoshRowSums(system(table), output), rowSums(ghosh));
  }));
});

it("counts a sector in Ghosh's inverse for itself alone where it neither makes nor sells", () => {
  expectClose(ghoshRowSums(system(rowsOf([[0.2, 0], [0, 0]])), Float64Array.of(5, 0)), [1.25, 1]);
  expect(ghoshRowSums(system(rowsOf([[0, 0], [0.2, 0]])), Float64Array.of(5, 0))[1]).toBe(Infinity);
});

describe("coefficients", () => {
  it("are flows over the output of the buyer, and 0 where nothing is bought", () => {
    const flows = rowsOf([[150, 500, 0], [200, 100, 0], [0, 0, 0]]);
    const table = inputCoefficients(flows, Float64Array.of(1000, 2000, 0));
    expect([...table.data]).toEqual([0.15, 0.25, 0, 0.2, 0.05, 0, 0, 0, 0]);
  });

  it("have no meaning for a sector that buys without output", () => {
    expect(buyersWithoutOutput(rowsOf([[1, 2], [3, 0]]), Float64Array.of(5, 0))).toEqual([1]);
    expect(buyersWithoutOutput(rowsOf([[1, 0], [3, 0]]), Float64Array.of(5, 0))).toEqual([]);
  });
});

describe("against the average", () => {
  it("is 1 in the mean", () => lawful(({ n, demand }) => {
    expect(againstAverage(demand).reduce((a, b) => a + b) / n).toBeCloseTo(1, 12);
  }));
});

describe("what no Leontief system can be made of", () => {
  const refusedBy = (make: (table: Matrix) => unknown, table: Matrix): string => {
    try {
      make(table);
    } catch (refused) {
      return `${(refused as Refusal).code} ${(refused as Refusal).message("en")}`;
    }
    return "";
  };

  /** The inverse alone and the system decline in the same words. */
  const said = (rows: readonly (readonly number[])[]): string => {
    const words = refusedBy(system, rowsOf(rows));
    expect(refusedBy(requirements, rowsOf(rows))).toBe(words);
    return words;
  };

  it.each([
    ["sectors that use up all they make", [[0.5, 0.5], [0.5, 0.5]], "column 1 add up to 1)"],
    ["a sector that needs more of itself than it makes", [[1.2]], "column 1 add up to 1.2)"],
    ["a circle that eats more than it makes", [[0, 2], [2, 0]], "column 1 add up to 2)"],
    ["one such sector among others", [[0.2, 0.1], [0.1, 1.3]], "column 2 add up to 1.4)"],
    ["a negative requirement", [[0, -0.5], [0, 0]], "Hawkins–Simon condition fails"],
  ])("%s", (_, rows, reason) => {
    expect(said(rows)).toMatch(/^#NUM! A leaves no net output/);
    expect(said(rows)).toContain(reason);
  });

  it("is not a column that adds up to 1 or more, where others make up for it", () => {
    expect(requirements(rowsOf([[0.2, 0.9], [0.1, 0.2]])).data[1]).toBeCloseTo(0.9 / 0.55, 12);
  });

  const one = (value: number, at: number): Matrix => {
    const table = matrix(6, 6);
    table.data[at] = value;
    return table;
  };

  const between = [...Array(36).keys()].filter((at) => Math.floor(at / 6) !== at % 6);

  it("is a negative requirement wherever it stands: L = I + A of a single coefficient", () => {
    for (const at of between) {
      expect(refusedBy(system, one(-0.5, at))).toMatch(/condition fails$/);
      expect(refusedBy(requirements, one(-0.5, at))).toMatch(/condition fails$/);
    }
  });

  it("is not one that rounding may have left, which counts as 0", () => {
    for (const at of between) {
      expect(refusedBy(system, one(-1e-13, at))).toBe("");
      expect(requirements(one(-1e-13, at))).toEqual(identity(6));
    }
  });

  it("says so in Chinese, with the sector where there is one", () => {
    const inChinese = (table: Matrix): string => {
      try {
        requirements(table);
      } catch (refused) {
        return (refused as Refusal).message("zh");
      }
      return "";
    };
    expect(inChinese(rowsOf([[0.2, 0.1], [0.1, 1.3]]))).toMatch(/无法得到非负的产出（第 2 列投入合计为 1.4）$/);
    expect(inChinese(rowsOf([[0, -0.5], [0, 0]]))).toMatch(/无法得到非负的产出$/);
  });

  it("is not a negative coefficient as such", () => {
    const inverse = [0.7, 0.2, 0.1, 1.1].map((minor) => minor / 0.75);
    expectClose(requirements(rowsOf([[-0.1, 0.2], [0.1, 0.3]])).data, inverse);
  });

  it("tells the condition number of one too near to singular", () => {
    expect(said([[1 - 1e-13, 0], [0, 0.5]])).toBe(
      "#NUM! A is too close to singular to trust a result: condition number 5e+12, 1e+12 at most",
    );
    expect(said([[1 - 1e-9, 0], [0, 0.5]])).toBe("");
  });
});
