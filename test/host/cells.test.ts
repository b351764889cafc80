import { desk } from "./excel";

const made = desk();
const { run } = made;

/** What the cells are after the values were given to them. */
const after = (address: string, given: unknown, format?: string): Promise<Excel.Range> =>
  run(async ({ sync }, sheet) => {
    const range = sheet.getRange(address);
    if (format) range.numberFormat = [[format]];
    range.values = given as unknown[][];
    await sync();
    range.load("values, formulas, text, valueTypes, numberFormat");
    await sync();
    return range;
  });

describe("values given to a range", () => {
  it("are numbers, texts and flags as they are", async () => {
    const { values, valueTypes } = await after("A1:C1", [[1.5, "Hefei", true]]);
    expect(values).toEqual([[1.5, "Hefei", true]]);
    expect(valueTypes).toEqual([["Double", "String", "Boolean"]]);
  });

  it("are formulas when they begin with =", async () => {
    const { values, formulas } = await after("A1:B2", [[2, "=A1*3"], ["=B1+1", "="]]);
    expect(values).toEqual([[2, 6], [7, "="]]);
    expect(formulas).toEqual([[2, "=A1*3"], ["=B1+1", "="]]);
  });

  it("are texts after an apostrophe, which is not shown", async () => {
    const { values, formulas, valueTypes } = await after("A1:C1", [["'=A1", "'007", "'#N/A"]]);
    expect(values).toEqual([["=A1", "007", "#N/A"]]);
    expect(formulas).toEqual([["=A1", "007", "#N/A"]]);
    expect(valueTypes).toEqual([["String", "String", "String"]]);
  });

  it("leave a cell as it is where they are null, and empty it where they are the empty text", async () => {
    await after("A1:C1", [[1, 2, 3]]);
    const { values, valueTypes } = await after("A1:C1", [[null, "", 4]]);
    expect(values).toEqual([[1, "", 4]]);
    expect(valueTypes).toEqual([["Double", "Empty", "Double"]]);
  });

  it("replace a formula", async () => {
    await after("A1", [["=1+1"]]);
    expect((await after("A1", [[5]])).formulas).toEqual([[5]]);
  });

  it("are read as if they were typed: Excel makes numbers and dates of texts", async () => {
    const { values, numberFormat } = await after("A1:E1", [["5%", "1,234", "2019-03", "TRUE", "80 cars"]]);
    // Serial 43525 is 1 March 2019 in the 1900 date system.
    expect(values).toEqual([[0.05, 1234, 43525, true, "80 cars"]]);
    expect(numberFormat[0]![0]).toBe("0%");
    expect(numberFormat[0]![2]).not.toBe("General");
  });

  it("stay texts in cells formatted as text, whatever they look like", async () => {
    const { values, valueTypes } = await after("A1", [["2019-03"]], "@");
    expect([values, valueTypes]).toEqual([[["2019-03"]], [["String"]]]);
    expect((await after("A2", [["=1+1"]], "@")).values).toEqual([["=1+1"]]);
    expect((await after("A3", [[7]], "@")).valueTypes).toEqual([["String"]]);
  });

  it("may be one for all cells", async () => {
    expect((await after("A1:B2", 7)).values).toEqual([[7, 7], [7, 7]]);
  });

  it("must have the range's shape", async () => {
    await expect(after("A1:B2", [[1, 2]])).rejects.toMatchObject({
      code: "InvalidArgument",
      message: "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
      debugInfo: { errorLocation: "Range.values" },
    });
    await expect(after("A1:B2", [[1], [2]])).rejects.toMatchObject({ code: "InvalidArgument" });
    await expect(after("A1:A3000", Array.from({ length: 2999 }, () => [0]))).rejects.toMatchObject({ code: "InvalidArgument" });
  });

  it("must be values: an object and a broken formula are refused", async () => {
    await expect(after("A1", [[{}]])).rejects.toMatchObject({ code: "InvalidArgument" });
    await expect(after("A1", [["=1+"]])).rejects.toMatchObject({ code: "InvalidArgument" });
    await expect(after("A1", [["=SUM(1"]])).rejects.toMatchObject({ code: "InvalidArgument" });
  });

  it("reach beyond the sheet that the grid shows", async () => {
    const { values } = await after("AZ5000:BA5000", [[1, "=AZ5000+1"]]);
    expect(values).toEqual([[1, 2]]);
  });

  it("arrive whole when they are many", async () => {
    const rows = Array.from({ length: 4000 }, (_, row) => [row, row * 2]);
    const { values } = await after("A1:B4000", rows);
    expect(values).toEqual(rows);
  }, 20_000);

  it("are one change to the grid, however many writes there were, and stay when a later action fails", async () => {
    const { api } = made.host.engine;
    let changes = 0;
    const listening = api.addEvent(api.Event.SheetValueChanged, () => changes++);
    await expect(run(async ({ workbook, sync }, sheet) => {
      for (let row = 0; row < 10; row++) sheet.getCell(row, 0).values = [[row]];
      sheet.getRange("A1").values = [["last wins"]];
      workbook.worksheets.getItem("Nowhere").load("name");
      await sync();
    })).rejects.toMatchObject({ code: "ItemNotFound" });
    listening.dispose();
    expect(changes).toBe(1);
    await run(async ({ sync }, sheet) => {
      const column = sheet.getRange("A1:A10").load("values");
      await sync();
      expect(column.values.flat()).toEqual(["last wins", 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    });
  });

  it("can be read in the batch that wrote them, calculated", async () => {
    await run(async ({ sync }, sheet) => {
      sheet.getRange("A1:B1").values = [[2, "=A1+1"]];
      const result = sheet.getRange("B1").load("values");
      await sync();
      expect(result.values).toEqual([[3]]);
    });
  });
});

describe("what a range shows", () => {
  it("are errors as their text", async () => {
    const { values, valueTypes, text } = await after("A1:B1", [["=1/0", "=NA()"]]);
    expect(values).toEqual([["#DIV/0!", "#N/A"]]);
    expect(text).toEqual([["#DIV/0!", "#N/A"]]);
    expect(valueTypes).toEqual([["Error", "Error"]]);
  });

  it("is the value in its number format", async () => {
    await run(async ({ sync }, sheet) => {
      const range = sheet.getRange("A1:D1");
      range.numberFormat = [["0.00%", "#,##0", "yyyy-mm-dd", "General"]];
      range.values = [[0.4957, 1234567, 45000, true]];
      range.load("text");
      await sync();
      // Serial 45000 is 15 March 2023.
      expect(range.text).toEqual([["49.57%", "1,234,567", "2023-03-15", "TRUE"]]);
    });
  });

  it("is nothing for whole columns and rows, as Excel answers for unbounded ranges", async () => {
    await run(async ({ sync }, sheet) => {
      const column = sheet.getRange("B:C").load("values, formulas, address, cellCount");
      await sync();
      expect(column.toJSON()).toMatchObject({
        values: null, formulas: null, address: "Sheet1!B:C", cellCount: 2 * 1_048_576,
      });
    });
  });

  it("are the values that a formula spills, in every cell of the spill", async () => {
    await run(async ({ sync }, sheet) => {
      sheet.getRange("B2").formulas = [["=SEQUENCE(2,2)"]];
      const spill = sheet.getRange("B2:C3").load("values, formulas, hasSpill");
      const around = sheet.getRange("A1:B2").load("hasSpill");
      await sync();
      expect(spill.values).toEqual([[1, 2], [3, 4]]);
      expect(spill.formulas).toEqual([["=SEQUENCE(2,2)", 2], [3, 4]]);
      expect([spill.hasSpill, around.hasSpill]).toEqual([true, null]);
    });
  });

  it("are our functions by their friendly names", async () => {
    const { values, formulas } = await after("A1:C1", [[80, 100, "=POLICY.CAPACITY_UTIL(A1,B1)"]]);
    expect(values).toEqual([[80, 100, 0.8]]);
    expect(formulas[0]![2]).toBe("=POLICY.CAPACITY_UTIL(A1,B1)");
  });
});
