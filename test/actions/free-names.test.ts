import { freeSheetName, freeTableName } from "../../src/formulas/free-names";
import { blockAt, writtenPlace } from "../../src/actions/places";

describe("a name for a sheet", () => {
  it("keeps the wish where it can", () => expect(freeSheetName("六大汽车集群", ["Sheet1"])).toBe("六大汽车集群"));

  it("drops what Excel forbids and shortens", () => {
    expect(freeSheetName("a/b:c*[d]?", [])).toBe("a b c  d");
    expect(freeSheetName("'quoted'", [])).toBe("quoted");
    expect(freeSheetName("x".repeat(40), [])).toHaveLength(31);
    expect(freeSheetName("///", [])).toBe("Sheet");
  });

  it("is counted on where it is taken, and stays short", () => {
    expect(freeSheetName("Data", ["data", "Data (2)"])).toBe("Data (3)");
    expect(freeSheetName("x".repeat(31), ["x".repeat(31)])).toBe(`${"x".repeat(27)} (2)`);
  });
});

describe("a name for a table", () => {
  it("is one that formulas can carry", () => {
    expect(freeTableName("Six clusters!", [])).toBe("Sixclusters");
    expect(freeTableName("R1C1", [])).toBe("TableR1C1");
    expect(freeTableName("AB12", [])).toBe("TableAB12");
    expect(freeTableName("2024", [])).toBe("Table2024");
  });

  it("is counted on where it is taken", () => expect(freeTableName("Cars", ["CARS", "cars2"])).toBe("Cars3"));
});

describe("a place in writing", () => {
  it.each([
    ["Sheet1", "Sheet1!B2"],
    ["产能", "产能!B2"],
    ["My sheet", "'My sheet'!B2"],
    ["It's", "'It''s'!B2"],
    ["2024", "'2024'!B2"],
    ["AB12", "'AB12'!B2"],
  ])("on %s is %s", (sheet, written) => expect(writtenPlace({ sheet, address: "B2" })).toBe(written));

  it("ends at the edge of the sheet", () => {
    expect(blockAt({ sheet: "S", address: "XFD1048576" }, 1, 1).address).toBe("XFD1048576");
    expect(() => blockAt({ sheet: "S", address: "XFD1048576" }, 2, 1)).toThrow("not enough room");
  });
});
