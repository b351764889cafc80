import { followSelection, readSelection, type Selection } from "../../src/actions/selection";
import { openDesk, write } from "./excel-desk";

const made = openDesk();

const select = (address: string): Promise<void> => made.run((_, sheet) => sheet.getRange(address).select());

/** Until what the host announces has been heard. */
const soon = (): Promise<void> => new Promise((done) => setTimeout(done, 150));

describe("the selection", () => {
  it("is a block of cells, with what stands in its first", async () => {
    await write(made, "B2", [["=1+1"]]);
    await select("B2:C4");
    expect(await readSelection()).toEqual({
      sheet: "Sheet1",
      address: "B2:C4",
      rows: 3,
      columns: 2,
      firstCell: { sheet: "Sheet1", address: "B2" },
      formula: "=1+1",
    });
  });

  it("is the used part of whole columns", async () => {
    await write(made, "A2:A5", [[1], [2], [3], [4]]);
    await select("A:A");
    expect(await readSelection()).toMatchObject({ address: "A2:A5", rows: 4 });
  });

  it("is told now and at each change, until it is no longer wanted", async () => {
    await select("A1");
    const told: string[] = [];
    const stop = followSelection(
      ({ address }: Selection) => told.push(address),
      (problem) => {
        throw problem;
      },
    );
    await soon();
    await select("B2:B3");
    await soon();
    stop();
    await soon();
    await select("C9");
    await soon();
    expect(told).toEqual(["A1", "B2:B3"]);
  });
});
