import fc from "fast-check";
import { call, catalogue, type Outcome } from "../../src/functions";
import { CellError, Refusal } from "../../src/refusal";
import { calling, column, isRefused, refusal, row } from "./calling";
import { exampleArguments } from "./valid-inputs";

const standard = calling("STD_CAPACITY");
const utilisation = calling("CAPACITY_UTIL");
const intensity = calling("CAPEX_INTENSITY");

describe("a call, as Excel makes it", () => {
  it("takes the default of an argument that is left out, in the middle too", () => {
    expect(standard(60)).toBe(240000);
    expect(standard(60, null, 8, null, 0.5)).toBe(120000);
  });

  it("takes a 1 × 1 range as its value", () => {
    expect(standard([[60]], [[1]])).toBe(120000);
  });

  it("ignores Excel's invocation object, which comes last", () => {
    expect(call(catalogue[0]!, [80, 100, 12, { address: "A1" }])).toEqual(call(catalogue[0]!, [80, 100, 12]));
  });

  it.each([[0], [null], [""]])("reads a blank cell in a range as 0, however Excel hands it over: %p", (blank) => {
    expect(calling("HHI_INDEX")(column([30, 30, blank, 20, 20]))).toBe(2600);
  });

  it("reads a formatted number as the number", () => {
    expect(standard({ type: "Double", basicType: "Double", basicValue: 60 })).toBe(240000);
  });
});

describe("broadcasting", () => {
  it("spills one result for each cell of a range", () => {
    expect(standard(column([60, 30]))).toEqual([[240000], [120000]]);
  });

  it("sets a row against a column, as native operators do", () => {
    expect(intensity(column([6, 12]), row([1, 2, 3]))).toEqual([
      [6, 3, 2],
      [12, 6, 4],
    ]);
  });

  it("gives the same as one call for each cell", () => {
    const numbers = fc.double({ min: 0, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(numbers, numbers), { minLength: 2, maxLength: 9 }), (pairs) => {
        const together = intensity(column(pairs.map(([a]) => a)), column(pairs.map(([, b]) => b)));
        expect(together).toEqual(pairs.map(([a, b]) => [intensity(a, b)]));
      }),
    );
  });

  describe("gives, for odd cells and the bounds themselves, what one call for each cell gives", () => {
    const scalars = catalogue.flatMap((definition) =>
      Object.entries(definition.parameters).flatMap(([name, { shape, bounds }], at) =>
        (shape === "scalar" ? [{ definition, name, at, bounds }] : [])));

    it.each(scalars.map((one) => [`${one.definition.name} ${one.name}`, one] as const))("%s", (_, { definition, at, bounds }) => {
      const args: readonly unknown[] = exampleArguments(definition, definition.examples[0]!.given);
      const { min = 0, max = 1, above = min, below = max } = bounds;
      const odd = [
        min, max, above, below, min - 1, max + 1, 0.5, 2, args[at] ?? 3, "5", "n/a", true, false, new CellError("#REF!"), Infinity,
      ];
      const alone = odd.map((cell) => call(definition, args.with(at, cell)));
      if (alone.some(Array.isArray)) return;
      const together = call(definition, args.with(at, column(odd)));
      expect(together).toEqual(alone.map((answer) => [answer]));
    });
  });

  it("keeps a refusal to its own cell", () => {
    const [[first], [second]] = intensity(column([10, 10]), column([2, 0])) as [[unknown], [Outcome]];
    expect(first).toBe(5);
    expect(refusal(second)).toBe("#DIV/0! capacity must not be 0");
  });

  it("refuses a table of another width, and names the largest range that the others must fit", () => {
    expect(refusal(intensity([[1, 2, 3], [4, 5, 6]], [[1, 2], [3, 4]]))).toMatch(/^#VALUE! capacity must have as many/);
    expect(refusal(standard([[60, 61]], [[1, 1, 1], [2, 2, 2]]))).toMatch(/^#VALUE! shifts must have as many.* as jph$/);
    const three = standard(column([60, 60]), [[1, 1], [1, 1]], column([8, 8, 8]));
    expect(refusal(three)).toMatch(/as many rows and columns as shifts$/);
  });

  it("refuses ranges that do not fit each other", () => {
    expect(refusal(intensity(column([1, 2, 3]), column([1, 2])))).toBe(
      "#VALUE! capacity must have as many rows and columns as investment",
    );
  });
});

describe("what is refused", () => {
  it("names the argument, and the cell in a range", () => {
    expect(refusal(utilisation(column([1, "abc"]), column([2, 2])))).toBe(
      "#VALUE! output must be a number, not the text “abc” (row 2, column 1)",
    );
    expect(refusal(standard("60"))).toBe("#VALUE! jph must be a number, not the text “60”");
    expect(refusal(standard(true))).toBe("#VALUE! jph must be a number, not TRUE or FALSE");
  });

  it("speaks Chinese too", () => {
    const refused = standard(-1) as Refusal;
    expect(refused.message("zh")).toBe("jph 不得小于 0");
  });

  it("passes an error on unchanged, whichever way Excel wraps it", () => {
    expect(refusal(standard({ code: "#REF!" }))).toBe("#REF!");
    expect(refusal(standard({ type: "Error", basicType: "Error", basicValue: "#NAME?" }))).toBe("#NAME?");
    expect(refusal(utilisation(column([1, new CellError("#N/A")]), column([1, 1])))).toBe("#N/A");
  });

  it.each([[0], [null], [""]])("is not a whole column, where blanks are %p", (blank) => {
    const whole = Array<unknown>(1_048_576).fill(blank).fill(5, 0, 4);
    expect(calling("EFFECTIVE_COUNT")(column(whole))).toBeCloseTo(4, 12);
  });

  it("is never a NaN, an infinity or a hole, whatever comes in", () => {
    const cell = fc.oneof(
      fc.double(), fc.constantFrom(1e308, -1e308, 1e-308, 0, null, "", "n/a", "广汽", true, new CellError("#DIV/0!")),
    );
    const line = fc.array(cell, { minLength: 2, maxLength: 2 });
    const argument = fc.oneof(cell, fc.array(line, { minLength: 1, maxLength: 4 }));
    const someArguments = fc.array(argument, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...catalogue), someArguments, (definition, args) => {
        const outcome = call(definition, args);
        for (const answer of (Array.isArray(outcome) ? outcome : [[outcome]]).flat()) {
          if (typeof answer === "number") expect(Number.isFinite(answer)).toBe(true);
          else expect(typeof answer === "string" || typeof answer === "boolean" || isRefused(answer)).toBe(true);
        }
      }),
      { numRuns: 600 },
    );
  });
});
