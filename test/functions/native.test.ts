import { catalogue, find, isArrayFormula, nativeBlock, nativeFormula, whyNotNative } from "../../src/functions";
import { isRefused } from "./calling";
import { provenCases, refusedCases } from "./native-workbook";

describe("a native form", () => {
  it("may stand for some arguments only, and says why not for the others", () => {
    const exit = find("OEM_EXIT_LOSS")!;
    expect(nativeFormula(exit, ["A1:A3", "0.1"])).toContain("1*SUMPRODUCT(A1:A3*0.1)/SUM(A1:A3)");
    expect(whyNotNative(exit, ["A1:A3", "0.1", '"sd"'])).toBeUndefined();
    for (const measure of ['"tail"', "D1"]) {
      expect(nativeFormula(exit, ["A1:A3", "0.1", measure])).toBeUndefined();
      expect(whyNotNative(exit, ["A1:A3", "0.1", measure])!.en).toMatch(/enumeration/);
    }
    expect(whyNotNative(exit)).toBeUndefined();
  });

  it("settles a conversion of units that stand in the formula", () => {
    const convert = find("UNIT_CONVERT")!;
    expect(nativeFormula(convert, ["A1", '"万辆"', '"vehicles"'])).toBe("A1*10000");
    expect(nativeFormula(convert, ["A1", '"万辆"', '"元"'])).toBe("#VALUE!");
    expect(nativeFormula(convert, ["A1", "B1", '"元"'])).toBeUndefined();
  });

  it.each([
    "A1:A9", "$A$1:A9", "'Bob''s data'!A1:A9", "产能!A1:A9", "产能", "Plan.2025!shares", "A:A", "Sales[Out put]", "Sales[[a]:[b]]", "{1,2}",
  ])("has no brackets around %s, which Gnumeric would take for one cell", (range) => {
    expect(nativeFormula(find("HHI_INDEX")!, [range, "1"])).toContain(`SUMSQ(${range})`);
  });

  it.each(["A1:A9*2", "-A1", "Sales[a]+Sales[b]", "A1:A9 A2", "a!b!c"])("has brackets around %s", (expression) => {
    expect(nativeFormula(find("HHI_INDEX")!, [expression, "1"])).toContain(`SUMSQ((${expression}))`);
  });

  it("may need helper cells, of sizes that those of the arguments settle", () => {
    const density = find("RELATEDNESS_DENSITY")!;
    expect(nativeFormula(density, ["A1:C2"])).toBeUndefined();
    expect([whyNotNative(density), isArrayFormula(density)]).toEqual([undefined, true]);
    const { helpers, result } = nativeBlock(density, ["A1:C2", null, null], [{ rows: 2, columns: 3 }, null, null])!;
    expect(helpers.map(({ name, rows, columns }) => [name, rows, columns])).toEqual([["presence", 2, 3], ["proximity", 3, 3]]);
    const places = { presence: "$E$1:$G$2", proximity: "$I$1:$K$3" };
    expect(helpers[1]!.formula(places)).toContain("MMULT(TRANSPOSE($E$1:$G$2),$E$1:$G$2)");
    expect(result(places)).toContain("MMULT($E$1:$G$2,$I$1:$K$3)");
    expect(nativeBlock(find("HHI_INDEX")!, ["A1:A3"], [])).toBeUndefined();
  });

  it("is tried on what the function declines, and is declined there", () => {
    for (const definition of catalogue.filter(({ native }) => !("none" in native) && !("some" in native))) {
      const declined = refusedCases(definition).map(({ outcome }) => [outcome].flat(2).some(isRefused));
      expect([definition.name, declined.length > 0, ...declined]).not.toContain(false);
    }
  });

  it("is proved on twenty calls or more", () => {
    const few = catalogue
      .filter(({ native }) => !("none" in native))
      .filter((definition) => provenCases(definition, 20).length < 20)
      .map(({ name }) => name);
    expect(few).toEqual([]);
  });
});
