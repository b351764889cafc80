import { boundStress, namedCells, namedInputs, stresses } from "../../src/model";
import { at, workbook } from "./modelling";

const named = workbook(
  { B1: 100, B2: 0.1, B3: 5, B4: "=B1*2", B5: 0.05, B6: 300, B7: 2, "Other sheet!A1": 12, A9: "Price", B9: 7, A10: 1 },
  {
    names: [
      ["demand", "B1"], ["tariff_rate", "B2"], ["subsidy_per_vehicle", "B3"], ["demand_total", "B4"], ["demand_growth", "B5"],
      ["largest_oem_output", "B6"], ["start_year", "B7"],
    ].map(([name, cell]) => ({ name: name!, formula: `=Sheet1!$${cell![0]}$${cell!.slice(1)}` }))
      .concat({ name: "delay_months", formula: "='Other sheet'!$A$1" }),
  },
);

const bound = (id: string) => boundStress(stresses.find((stress) => stress.id === id)!, namedInputs(named));
const values = (id: string) => bound(id).inputs.map(({ input, value }) => [input.name, value]);

describe("stresses", () => {
  it("bind to the inputs of their names, and to no formula, growth or price", () => {
    expect(values("demand")).toEqual([["demand", 70]]);
    expect(values("subsidy")).toEqual([["subsidy_per_vehicle", 0]]);
    expect(values("oem-exit")).toEqual([["largest_oem_output", 0]]);
  });

  it("raise a rate of 0.1 by ten points to 0.2", () => expect(values("tariff")).toEqual([["tariff_rate", 0.2]]));

  it("delay years by years and months by twelve", () => {
    expect(values("delay-2")).toEqual([["start_year", 4], ["delay_months", 36]]);
  });

  it("change every cell of a name that stands for a row, but no row with formulas in it", () => {
    const rows = workbook({ A1: 10, B1: 0, C1: 30, A2: 5, B2: "=A2*2" }, {
      names: [{ name: "orders", formula: "=Sheet1!$A$1:$C$1" }, { name: "sales", formula: "=Sheet1!$A$2:$B$2" }],
    });
    const { inputs } = boundStress(stresses.find(({ id }) => id === "demand")!, namedInputs(rows));
    // 30 % less of 10 and 30, and of 0 nothing.
    expect(inputs.map(({ input, base, value }) => [input.name, base, value]))
      .toEqual([["orders 1", 10, 7], ["orders 3", 30, 21]]);
  });

  it("change a cell once that has a name of its own and stands in a range that has one", () => {
    const rows = workbook({ A1: 10, B1: 20 }, {
      names: [{ name: "orders", formula: "=Sheet1!$A$1:$B$1" }, { name: "orders_2030", formula: "=Sheet1!$B$1" }],
    });
    const { inputs } = boundStress(stresses.find(({ id }) => id === "demand")!, namedInputs(rows));
    expect(inputs.map(({ input, value }) => [input.name, value])).toEqual([["orders 1", 7], ["orders 2", 14]]);
  });

  it("list what the workbook does not name", () => {
    expect(values("guarantee")).toEqual([]);
    expect(bound("guarantee").missing[0]!.en).toMatch(/guarantee/);
  });
});

describe("namedCells", () => {
  it("takes the name of the workbook, the text beside, or the address", () => {
    const cells = namedCells(named, ["B1", "B4", "B9", "A10"].map(at));
    expect(cells.map(({ name, value, isFormula }) => [name, value, isFormula])).toEqual([
      ["demand", 100, false], ["demand_total", undefined, true], ["Price", 7, false], ["Price", 1, false],
    ]);
  });
});
