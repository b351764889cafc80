import { strFromU8, unzipSync } from "fflate";
import { readWorkbook, writeWorkbook } from "../../src/xlsx";
import type { CellContent, SheetContent } from "../../src/xlsx/content";
import { parseCell } from "../../src/formulas/addresses";
import { richParts, zipped } from "./rich-workbook";

const cell = (sheet: SheetContent, address: string): CellContent | undefined => {
  const { row, column } = parseCell(address)!;
  return sheet.cells.find((each) => each.row === row && each.column === column);
};

describe("a workbook saved by Excel", () => {
  let model: SheetContent;
  let notes: SheetContent;
  let file: Awaited<ReturnType<typeof readWorkbook>>;

  beforeAll(async () => {
    file = await readWorkbook(zipped(richParts()));
    [model, notes] = file.content.sheets;
  });

  it("has its sheets with cells, by their names, hidden or not", () => {
    expect([model.name, notes.name]).toEqual(["Model", "Notes & sources"]);
    expect([model.hidden, notes.hidden]).toEqual([undefined, true]);
  });

  it.each([
    ["A2", 80], ["A1", "Output"], ["B1", "Capacity"], ["A6", "in line"], ["E2", "a<b>"], ["E3", true], ["E4", false],
    ["C4", { error: "#DIV/0!" }], ["C9", 7.1], ["G3", 120], ["I4", 80],
  ])("has in %s the value %p", (address, value) => expect(cell(model, address)?.value).toEqual(value));

  it.each([
    ["C2", "=POLICY.CAPACITY_UTIL(Plants[[#This Row],[Output]],Plants[[#This Row],[Capacity]])"],
    ["E3", "=A3<B3"], ["B7", "=A7*$A$2"], ["B8", "=A8*$A$2"], ["B9", "=A9*$A$2"], ["C9", "=[1]Rates!$A$1"],
    ["I2", "=SORT(A2:A4)"], ["G2", "=A2:A4*2"], ["A2", undefined], ["G3", undefined],
  ])("has in %s the formula %p", (address, formula) => expect(cell(model, address)?.formula).toBe(formula));

  it("says how far array formulas spill, and lists what they spill as values", () => {
    expect(cell(model, "I2")?.spill).toEqual({ rows: 3, columns: 1 });
    expect(cell(model, "G2")?.spill).toEqual({ rows: 3, columns: 1 });
    expect(cell(model, "C2")?.spill).toEqual({ rows: 1, columns: 1 });
    expect(cell(model, "E3")?.spill).toBeUndefined();
    expect(cell(model, "I3")).toEqual({ row: 2, column: 8, value: 70 });
  });

  it("has of formats what differs from plain cells, in colours that need no theme", () => {
    expect(cell(model, "C2")?.format).toEqual({ numberFormat: "0.0%", borderBottom: "thin" });
    // The fill is "White, Background 1, Darker 25%", for which Excel's colour dialog says #BFBFBF.
    expect(cell(model, "A1")?.format).toEqual({
      bold: true, fontSize: 14, colour: "#ffffff", fill: "#bfbfbf", horizontal: "center", vertical: "top", wrap: true,
    });
    expect(cell(model, "B6")).toEqual({ row: 5, column: 1, value: 45747, format: { numberFormat: "m/d/yyyy" } });
    expect(cell(model, "D1")).toEqual({ row: 0, column: 3, value: null, format: { borderBottom: "thin" } });
  });

  it("has its tables with the formulas that new rows inherit", () => {
    expect(model.tables).toEqual([{
      name: "Plants", area: { row: 0, column: 0, rows: 4, columns: 3 }, columns: ["Output", "Capacity", "Use"],
      style: "TableStyleMedium2",
      calculated: { Use: "=POLICY.CAPACITY_UTIL(Plants[[#This Row],[Output]],Plants[[#This Row],[Capacity]])" },
    }]);
  });

  it("has its names as users see them, without those that Excel keeps for itself", () => {
    expect(file.content.names).toEqual([
      { name: "discount", formula: "=0.04", comment: "Real, a year" },
      { name: "grow", formula: "=LAMBDA(x,[by],x*by)" },
      { name: "local_rate", formula: "='Notes & sources'!$A$1", sheet: "Notes & sources" },
    ]);
  });

  it("has its notes, also on empty cells, and passes over the shadows of comment threads", () => {
    expect(cell(model, "A2")?.note).toBe("Li: as reported");
    expect(cell(model, "D6")).toEqual({ row: 5, column: 3, value: null, note: "on an empty cell" });
    expect(cell(model, "A3")?.note).toBeUndefined();
  });

  it("has merges, frozen rows and the widths of columns near its content", () => {
    expect(model.merges).toEqual([{ row: 10, column: 0, rows: 2, columns: 3 }]);
    expect(model.frozen).toEqual({ rows: 1, columns: 0 });
    expect(model.columnWidths[0]).toBe(18.7109375);
    expect(model.columnWidths[1]).toBeUndefined();
    expect(model.columnWidths[2]).toBe(9.5);
    expect(Object.keys(model.columnWidths).length).toBeLessThan(50);
  });

  it("has the custom XML that other programs keep in it", () => {
    expect(file.content.customXml).toEqual(["<passport xmlns=\"urn:policy\"><owner>发展改革委</owner></passport>"]);
  });

  it("warns of what is kept but does not work here", () => {
    const said = file.warnings.map(({ en }) => en).join(" ");
    expect(said).toMatch(/other workbooks.*chart sheets/);
    expect(said).not.toMatch(/macros/);
  });
});

describe("workbooks that other programs save", () => {
  const part = async (path: string, text: string) => {
    const { content } = await readWorkbook(zipped({ ...richParts(), [path]: text }));
    return content.sheets[0];
  };
  const sheet = (inner: string) => `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${inner}</worksheet>`;

  it("may leave out the numbers of rows and cells", async () => {
    const { cells } = await part("xl/worksheets/sheet1.xml",
      sheet("<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>"));
    expect(cells).toEqual([
      { row: 0, column: 0, value: 1 }, { row: 0, column: 1, value: 2 }, { row: 1, column: 0, value: 3 },
      { row: 5, column: 3, value: null, note: "on an empty cell" },
    ].map((each) => expect.objectContaining(each)));
  });

  it("may prefix every element", async () => {
    const text = "<x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x:sheetData>"
      + "<x:row r=\"2\"><x:c r=\"B2\" t=\"str\"><x:f>1&amp;2</x:f><x:v>12</x:v></x:c></x:row></x:sheetData></x:worksheet>";
    expect(cell(await part("xl/worksheets/sheet1.xml", text), "B2")).toMatchObject({ value: "12", formula: "=1&2" });
  });

  it("may write dates as dates: 31 March 2025 is Excel's day 45747", async () => {
    const { cells } = await part("xl/worksheets/sheet1.xml",
      sheet("<sheetData><row r=\"1\"><c r=\"A1\" t=\"d\"><v>2025-03-31T12:00:00</v></c></row></sheetData>"));
    expect(cells[0].value).toBe(45747.5);
  });

  it("may be encoded in UTF-16", async () => {
    const text = sheet("<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>合肥</t></is></c></row></sheetData>");
    const bytes = Uint8Array.from(Buffer.from(`\ufeff${text}`, "utf16le"));
    const { content } = await readWorkbook(zipped({ ...richParts(), "xl/worksheets/sheet1.xml": bytes }));
    expect(cell(content.sheets[0], "A1")?.value).toBe("合肥");
  });

  it("may write texts that XML cannot hold, and texts that only look so", async () => {
    const { cells } = await part("xl/worksheets/sheet1.xml", sheet("<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\">"
      + "<is><t>bell_x0007_ _x005F_x0041_</t></is></c></row></sheetData>"));
    expect(cells[0].value).toBe("bell\u0007 _x0041_");
  });

  it("may hold comments, instructions and raw text between and in their elements", async () => {
    const { cells } = await part("xl/worksheets/sheet1.xml", sheet("<!-- > --><sheetData><?x <c> ?><row r=\"1\">"
      + "<c r=\"A1\" t=\"inlineStr\"><is><t><![CDATA[a<b]]></t></is></c></row></sheetData>"));
    expect(cells[0].value).toBe("a<b");
  });

  it("may be in the strict variant of the format", async () => {
    const strict = (text: string) => text
      .replaceAll("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
      .replaceAll("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships");
    const parts = Object.entries(richParts()).map(([path, part]) => [path, typeof part === "string" ? strict(part) : part]);
    const bytes = zipped(Object.fromEntries(parts));
    const { content } = await readWorkbook(bytes);
    expect(content).toEqual((await readWorkbook(zipped(richParts()))).content);
    const sheet = { name: "New", cells: [{ row: 0, column: 0, value: 1 }], tables: [], merges: [], columnWidths: {} };
    const saved = unzipSync(await writeWorkbook({ ...content, sheets: [...content.sheets, sheet] }, bytes));
    for (const path of ["xl/worksheets/sheet3.xml", "xl/_rels/workbook.xml.rels", "xl/workbook.xml"]) {
      expect(strFromU8(saved[path])).not.toMatch(/2006\/main|officeDocument\/2006/);
    }
  });

  it("may use the 1904 dates, which is said", async () => {
    const workbook = String(richParts()["xl/workbook.xml"]).replace("<workbookPr ", "<workbookPr date1904=\"1\" ");
    const { warnings } = await readWorkbook(zipped({ ...richParts(), "xl/workbook.xml": workbook }));
    expect(warnings.map(({ en }) => en).join()).toMatch(/1904/);
  });
});
