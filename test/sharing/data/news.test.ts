import { Book } from "../../../src/sharing/book";
import { dependentsOf } from "../../../src/sharing/data/dependents";
import { afterNews, newsOf } from "../../../src/sharing/data/news";
import { emptyRegister, type RegisteredTable } from "../../../src/sharing/data/register";
import type { SheetContent } from "../../../src/xlsx/content";
import { sheet, workbook } from "../sheets";
import { madeUp, registered, standing } from "./data-workbook";

/** Two versions: Hefei is revised, Wuhan gets a note, Jilin is gone, Xi'an is new. */
const old = madeUp("1", [
  { key: "Hefei", value: "100", period: "2024" },
  { key: "Hefei", value: "80", period: "2023" },
  { key: "Wuhan", value: "50", period: "2024" },
  { key: "Jilin", value: "30", period: "2024" },
]);
const newer = madeUp("2", [
  { key: "Hefei", value: "120", period: "2024" },
  { key: "Hefei", value: "80", period: "2023" },
  { key: "Wuhan", value: "50", period: "2024", note: "Revised." },
  { key: "Xi'an", value: "90", period: "2024" },
]);

const inserted = registered(old);
const register = { ...emptyRegister, tables: [inserted] };
const newsIn = (...sheets: SheetContent[]) => newsOf(register, new Book(workbook(...sheets)), [newer]);

describe("a newer version of an inserted table", () => {
  it("is told with what was, what is, and where", () => {
    const [news] = newsIn(standing("Data", inserted));
    expect(news!.changes.filter(({ isFigure }) => isFigure)).toEqual([
      {
        sheet: "Data", address: "B2", key: "Hefei", period: "2024", header: "Value",
        was: 100, now: 120, held: 100, isFigure: true, state: "free",
      },
    ]);
    expect(news!.changes.filter(({ isFigure }) => !isFigure)).toMatchObject([{ key: "Wuhan", header: "Note", now: "Revised." }]);
    expect(news!.added).toEqual(["Xi'an, 2024"]);
    expect(news!.removed).toEqual(["Jilin, 2024"]);
  });

  it("names its rows in the language of the sheet", () => {
    const chinese: RegisteredTable = { ...inserted, language: "zh" };
    const book = new Book(workbook(standing("Data", chinese)));
    const [news] = newsOf({ ...register, tables: [chinese] }, book, [newer]);
    expect([news!.added, news!.removed]).toEqual([["Xi'an，2024"], ["Jilin，2024"]]);
  });

  it("is no news where the versions are the same, or the table was deleted", () => {
    expect(newsOf(register, new Book(workbook(standing("Data", inserted))), [old])).toEqual([]);
    expect(newsIn(sheet("Data", {}))).toEqual([]);
  });

  it("finds its rows when the user has sorted them or put others between", () => {
    const [first, second, third, fourth] = inserted.rows;
    const moved: RegisteredTable = { ...inserted, rows: [fourth!, second!, third!, first!] };
    expect(newsIn(standing("Data", moved))[0]!.changes.find(({ isFigure }) => isFigure)).toMatchObject({ address: "B5" });
  });

  it("keeps what the user edited: another value, or a formula", () => {
    for (const held of [101, "=99+1"]) {
      const [news] = newsIn(standing("Data", inserted, { B2: held }));
      expect(news!.changes.find(({ isFigure }) => isFigure)).toMatchObject({ address: "B2", state: "edited" });
    }
  });

  it("has nothing to say of a cell that the user has put right already", () => {
    expect(newsIn(standing("Data", inserted, { B2: 120 }))[0]!.changes.filter(({ isFigure }) => isFigure)).toEqual([]);
  });

  it("leaves formulas that look the figure up to themselves", () => {
    const live = { ...inserted, form: "formulas" } as const;
    const book = new Book(workbook(standing("Data", live, { B2: '=POLICY.REF_VALUE("OUTPUT",$A2,,$C2)' })));
    const [news] = newsOf({ ...register, tables: [live] }, book, [newer]);
    expect(news!.changes.find(({ isFigure }) => isFigure)).toMatchObject({ was: 100, now: 120, state: "follows" });
  });

  it("is registered once it is taken in, and then is no news", () => {
    const book = new Book(workbook(standing("Data", inserted)));
    const after = afterNews(register, newsOf(register, book, [newer]));
    expect(after.tables[0]).toMatchObject({ version: "2", rows: [{ key: "Hefei" }, {}, {}, { key: "Jilin" }] });
    expect(after.tables[0]!.rows[0]!.cells.slice(0, 3)).toEqual(["Hefei", 120, 2024]);
    expect(newsOf(after, book, [newer])).toEqual([]);
  });
});

describe("what depends on cells", () => {
  const book = new Book(
    workbook(
      sheet("Data", { A1: 1, A2: 2, B1: "=A1*2", C1: "=B1+1", D1: "=A2" }),
      sheet("Model", { A1: "=SUM(Data!C1:C9)", A2: "=A2x", A3: { formula: "=Data!A1:A2", value: 1, spill: { rows: 2, columns: 1 } }, B4: "=A4" }),
    ),
  );
  const dependents = (address: "A1" | "A2") =>
    dependentsOf([{ sheet: "Data", row: address === "A1" ? 0 : 1, column: 0 }], book).cells.map(
      (cell) => `${cell.sheet.name}!${cell.address}`,
    );

  it("is found through formulas, sheets and spills, nearest first", () => {
    // Data!B1 and the spill at Model!A3:A4 read A1; C1 reads B1; Model!A1 reads C1; Model!B4 reads the spill.
    expect(dependents("A1")).toEqual(["Data!B1", "Model!A3", "Data!C1", "Model!B4", "Model!A1"]);
    expect(dependents("A2")).toEqual(["Data!D1", "Model!A3", "Model!B4"]);
  });

  it("ends where formulas go in a circle", () => {
    const circle = new Book(workbook(sheet("S", { A1: "=B1", B1: "=A1", C1: 1 })));
    expect(dependentsOf([{ sheet: "S", row: 0, column: 0 }], circle).cells).toHaveLength(2);
  });
});
