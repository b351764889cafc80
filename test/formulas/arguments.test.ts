import { parsedArgument } from "../../src/formulas/arguments";
import { CellError } from "../../src/refusal";

const cells = (sheet: string, address: string, spilled = false) => ({
  kind: "cells",
  sheet,
  address,
  spilled,
});
const value = (held: unknown) => ({ kind: "value", value: held });

describe("an argument", () => {
  it.each([
    ["B2", cells("", "B2")],
    [" $b$2:C$4 ", cells("", "B2:C4")],
    ["'North & South'!A1:B2", cells("North & South", "A1:B2")],
    ["Data!A:B", cells("Data", "A:B")],
    ["A1#", cells("", "A1", true)],
  ])("%s is cells", (text, parsed) => expect(parsedArgument(text)).toEqual(parsed));

  it.each([
    ["12", value(12)],
    ["-0.5", value(-0.5)],
    ["5%", value(0.05)],
    ["1E-3", value(0.001)],
    ["true", value(true)],
    ['"a ""b"""', value('a "b"')],
    ["#n/a", value(new CellError("#N/A"))],
    [
      "{1,2;3,4}",
      value([
        [1, 2],
        [3, 4],
      ]),
    ],
    ['{"a";TRUE}', value([["a"], [true]])],
  ])("%s is a value", (text, parsed) => expect(parsedArgument(text)).toEqual(parsed));

  it("is a column of a table, or its part in this row", () => {
    expect(parsedArgument("Cars[Output]")).toEqual({
      kind: "table",
      table: "Cars",
      columns: ["Output"],
      part: "data",
    });
    expect(parsedArgument("Cars[[#This Row],[a b]]")).toEqual({
      kind: "table",
      table: "Cars",
      columns: ["a b"],
      part: "thisRow",
    });
  });

  it("is a name", () => expect(parsedArgument("产量")).toEqual({ kind: "name", name: "产量" }));

  it("is one of our calls", () => {
    expect(parsedArgument("POLICY.HHI_INDEX(A1:A4)")).toMatchObject({
      kind: "call",
      call: { definition: { name: "HHI_INDEX" } },
    });
  });

  it.each(["B2*2", "SUM(B2:B4)", "(A1,B2)", "-B2", "[2]Data!A1", "POLICY.HHI_INDEX(A1:A4)+1", "B2:INDEX(A:A,3)"])(
    "%s has to be calculated",
    (text) => expect(parsedArgument(text)).toEqual({ kind: "expression" }),
  );

  it("may be left out", () => expect(parsedArgument("  ")).toEqual({ kind: "omitted" }));
});
