import { insertCells } from "../../src/actions/insert-cells";
import { contentOf, failingAt, openDesk, supports, valuesAt, write } from "./excel-desk";

const made = openDesk();

const at = (address: string) => ({ sheet: "Sheet1", address });

afterEach(() => jest.restoreAllMocks());

describe("inserting a formula", () => {
  it("writes it into a free cell, where it calculates", async () => {
    await write(made, "A1:A2", [[80], [100]]);
    const result = await insertCells({ cells: [["=POLICY.CAPACITY_UTIL(A1,A2)"]] }, at("B1"), supports);
    expect(result).toEqual({ kind: "inserted", place: at("B1") });
    expect(await valuesAt(made, "Sheet1", "B1")).toEqual([[0.8]]);
  });

  it("writes labels beside it, all or nothing", async () => {
    const cells = [
      ["Share", "=B2/2"],
      ["Half of", 5],
    ];
    expect(await insertCells({ cells }, at("A1"), supports)).toMatchObject({ place: at("A1:B2") });
    expect(await valuesAt(made, "Sheet1", "A1:B2")).toEqual([
      ["Share", 2.5],
      ["Half of", 5],
    ]);
    expect(await insertCells({ cells }, at("B2"), supports)).toMatchObject({ kind: "occupied", cells: 1 });
  });

  it("writes nothing where its spill would meet content", async () => {
    await write(made, "C3", [["mine"]]);
    const spilling = { cells: [["=A1:B3*2"]], spill: { rows: 3, columns: 2 } };
    expect(await insertCells(spilling, at("B1"), supports)).toEqual({
      kind: "occupied",
      cells: 1,
      place: at("B1:C3"),
    });
    expect(await valuesAt(made, "Sheet1", "B1")).toEqual([[""]]);
  });

  it("counts a formula that shows nothing as content", async () => {
    await write(made, "B1", [['=""']]);
    expect(await insertCells({ cells: [["=1"]] }, at("B1"), supports)).toMatchObject({
      kind: "occupied",
      cells: 1,
    });
  });

  it("makes a cell formatted as text calculate", async () => {
    await made.run((_, sheet) => {
      sheet.getRange("B1").numberFormat = [["@"]];
    });
    await insertCells({ cells: [["=1+1"]] }, at("B1"), supports);
    expect(await valuesAt(made, "Sheet1", "B1")).toEqual([[2]]);
  });

  it("says what to do when the sheet is gone", async () => {
    const attempt = insertCells({ cells: [["=1"]] }, { sheet: "Gone", address: "A1" }, supports);
    await expect(attempt).rejects.toMatchObject({ next: { en: "Select the cells again." } });
  });

  it("leaves the sheet as it was when it fails midway", async () => {
    const before = contentOf(made);
    for (const [number, done] of [
      [1, true],
      [2, false],
      [2, true],
      [3, false],
      [3, true],
    ] as const) {
      failingAt(number, done);
      await expect(insertCells({ cells: [["=1+1"]] }, at("B1"), supports)).rejects.toThrow("the network is gone");
      jest.restoreAllMocks();
      expect(contentOf(made)).toEqual(before);
    }
  });

  it("is one step for undo", async () => {
    await insertCells({ cells: [["Share", "=1/2"]] }, at("A1"), supports);
    await made.host.engine.undo();
    expect(await valuesAt(made, "Sheet1", "A1:B1")).toEqual([["", ""]]);
  });
});
