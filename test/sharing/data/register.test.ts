import { emptyRegister, readRegister, registerXml, type DataRegister } from "../../../src/sharing/data/register";

const register: DataRegister = {
  sources: "DataSources",
  tables: [
    {
      id: "EU_CVD", version: "2026.1", name: "EuCvd", form: "formulas", language: "zh", inserted: "2026-11-25",
      headers: ["Maker", "Value", "Period"],
      rows: [{ key: "BYD", period: "from 2024-10-30", cells: ["比亚迪", 0.17, "自2024-10-30起"] }],
    },
  ],
  own: [
    {
      name: "Own", title: "Firms <of> \"A & B\"", source: "统计局\n2024", origin: "各市.csv", inserted: "2026-11-25",
      columns: [{ header: "产量（万辆）", kind: "number", unit: "万辆" }, { header: "=a", kind: "text", unit: "" }],
    },
  ],
};

describe("the register of data", () => {
  it("says in XML all that it is told, whatever signs stand in it", () => {
    expect(readRegister([registerXml(register)])).toEqual(register);
  });

  it("is found among the parts of others, also when its prefix was changed", () => {
    const renamed = registerXml(register).replace(/<(\/?)(?=[a-z])/g, "<$1d:").replace("xmlns=", "xmlns:d=");
    expect(readRegister(['<x xmlns="urn:other"/>', renamed])).toEqual(register);
  });

  it("registers nothing where there is none, or a damaged one", () => {
    expect(readRegister([])).toEqual(emptyRegister);
    expect(readRegister([registerXml(register).slice(0, -20)])).toEqual(emptyRegister);
  });
});
