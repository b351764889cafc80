import { tables } from "../../../src/reference";
import { Book } from "../../../src/sharing/book";
import { emptyRegister, type DataRegister } from "../../../src/sharing/data/register";
import { trace, type TraceStep } from "../../../src/sharing/data/trace";
import type { SheetContent, WorkbookContent } from "../../../src/xlsx/content";
import { sheet, workbook } from "../sheets";
import { registered, standing } from "./data-workbook";

const duties = registered(tables.find(({ id }) => id === "EU_CVD")!);
const own = {
  name: "Firms", title: "Firms", source: "City yearbook 2024", origin: "firms.csv", inserted: "2026-02-03", columns: [],
};
const register: DataRegister = { sources: "", tables: [duties], own: [own] };

const ownSheet = sheet("Own", { A1: "City", B1: "Output", A2: "Hefei", B2: 5 }, {
  tables: [{ name: "Firms", area: { row: 0, column: 0, rows: 2, columns: 2 }, columns: ["City", "Output"] }],
});

function traced(address: string, sheets: SheetContent[], names: WorkbookContent["names"] = []): TraceStep {
  const book = new Book({ ...workbook(...sheets), names });
  return trace({ sheet: "Model", address }, book, register, "en")!;
}

describe("where a cell comes from", () => {
  it("is followed through formulas to a row of an inserted table, with its citation", () => {
    const step = traced("A1", [sheet("Model", { A1: "=A2*2", A2: "=Duties!B2" }), standing("Duties", duties)]);
    const [row] = step.from[0]!.from;
    expect(row).toMatchObject({ sheet: "Duties", address: "B2", shown: 0.17, origin: { kind: "bundled", edited: 0 } });
    // Regulation (EU) 2024/2754 sets 17.0 % for BYD.
    expect(row!.origin).toMatchObject({ citations: [expect.stringMatching(/BYD.*0\.17.*2024\/2754/)] });
  });

  it("says of a whole column of an inserted table how many rows, and which were edited", () => {
    const step = traced("A1", [sheet("Model", { A1: "=SUM(EuCvd[Value])" }), standing("Duties", duties, { B3: 0.5 })]);
    expect(step.from).toMatchObject([{ address: `B2:B${duties.rows.length + 1}`, origin: { kind: "bundled", edited: 1 } }]);
  });

  it("is a figure that the formula looks up, with the key in a cell", () => {
    const step = traced("B1", [sheet("Model", { A1: "Geely", B1: '=POLICY.REF_VALUE("EU_CVD",A1)*100' })]);
    expect(step.origin).toMatchObject({ kind: "formula", citations: [expect.stringMatching(/Geely.*0\.188/)] });
    expect(step.from).toMatchObject([{ address: "A1", origin: { kind: "text" } }]);
  });

  it("is a table of the user's own, with the source that the user gave", () => {
    const step = traced("A1", [sheet("Model", { A1: "=Output" }), ownSheet], [{ name: "Output", formula: "=Own!$B$2" }]);
    expect(step.from).toMatchObject([{ origin: { kind: "own", table: { source: "City yearbook 2024" } } }]);
  });

  it("is typed, in a cell, among other cells, or in a table that nobody registered", () => {
    const loose = sheet("Model", { A1: "=B1", A2: "=SUM(B1:B3)", B1: 3, B2: 4, B3: "=B1" }, {});
    expect(traced("A1", [loose]).from).toMatchObject([{ origin: { kind: "typed", numbers: 1 }, shown: 3 }]);
    const [range] = traced("A2", [loose]).from;
    expect(range).toMatchObject({ origin: { kind: "typed", numbers: 2, formulas: 1 }, from: [{ address: "B3", formula: "=B1" }] });
    const table = sheet("Model", { A1: "=C2", C1: "x", C2: 1 }, {
      tables: [{ name: "Mine", area: { row: 0, column: 2, rows: 2, columns: 1 }, columns: ["x"] }],
    });
    expect(traced("A1", [table]).from).toMatchObject([{ origin: { kind: "typed", table: "Mine" } }]);
  });

  it("is nothing where the cell is empty, and a formula elsewhere where it is spilled into", () => {
    const spill = { formula: "=B1:B2", value: 1, spill: { rows: 2, columns: 1 } };
    const step = traced("A2", [sheet("Model", { A1: spill, A2: 2, B1: 1, B2: 2 })]);
    expect(step).toMatchObject({ formula: "=B1:B2", from: [{ address: "B1:B2" }] });
    expect(traced("Z9", [sheet("Model", {})]).origin).toEqual({ kind: "empty" });
  });

  it("ends in a circle, and says so", () => {
    const step = traced("A1", [sheet("Model", { A1: "=A2", A2: "=A1" })]);
    expect(step.from[0]!.from).toMatchObject([{ address: "A1", cut: "above", from: [] }]);
  });

  it("is cut where it is too long or too broad, and says so", () => {
    const long = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`A${i + 1}`, `=A${i + 2}`]));
    let step = traced("A1", [sheet("Model", long)]);
    while (step.from.length > 0) step = step.from[0]!;
    expect(step.cut).toBe("depth");
    const broad = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`B${i + 1}`, `=C${i + 1}`]));
    const [range] = traced("A1", [sheet("Model", { A1: "=SUM(B1:B50)", ...broad })]).from;
    expect([range!.cut, range!.from.length]).toEqual(["cells", 10]);
  });

  it("is undefined where there is no such sheet", () => {
    expect(trace({ sheet: "None", address: "A1" }, new Book(workbook()), emptyRegister, "en")).toBeUndefined();
  });
});
