import {
  areaAddress, cellAddress, columnName, covers, parseArea, parseCell,
} from "../../src/formulas/addresses";

describe("addresses", () => {
  it("name columns as Excel does, to its last one", () => {
    expect([0, 25, 26, 701, 702, 16_383].map(columnName)).toEqual(["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
  });

  it("read back what they write", () => {
    for (const [row, column] of [[0, 0], [8, 27], [1_048_575, 16_383]] as const) {
      expect(parseCell(cellAddress(row, column))).toEqual({ row, column });
    }
    const area = { row: 1, column: 2, rows: 3, columns: 4 };
    expect(parseArea(areaAddress(area))).toEqual(area);
  });

  it("accept absolute signs, either order of corners and lower case", () => {
    expect(parseArea("$b$4:A2")).toEqual({ row: 1, column: 0, rows: 3, columns: 2 });
  });

  it.each(["", "A", "1", "A0", "A01", "XFE1", "A1048577", "A1:B2:C3", "A1B", "Ä1", "A:B", "R1C1!"])(
    "are not what %p is", (text) => expect(parseArea(text)).toBeUndefined(),
  );

  it("tell the cells of an area from those outside", () => {
    const area = { row: 1, column: 1, rows: 2, columns: 1 };
    expect([[1, 1], [2, 1], [3, 1], [1, 2], [0, 1]].map(([row, column]) => covers(area, row!, column!)))
      .toEqual([true, true, false, false, false]);
  });
});
