import { strFromU8, unzipSync } from "fflate";
import { parseCell } from "../../src/formulas/addresses";
import { readWorkbook, type WorkbookFile, writeWorkbook } from "../../src/xlsx";
import type { CellContent, SheetContent, WorkbookContent } from "../../src/xlsx/content";
import { richParts, type Texts, zipped } from "./rich-workbook";

type Change = (content: WorkbookContent) => WorkbookContent;

const open = (more: Texts = {}): Promise<WorkbookFile> => readWorkbook(zipped({ ...richParts(), ...more }));

/** Saves a changed workbook and says which parts differ from those of the file it came from. */
async function save(change: Change, more: Texts = {}) {
  const file = await open(more);
  const bytes = await writeWorkbook(change(file.content), file);
  const after = unzipSync(bytes);
  const paths = new Set([...file.parts.keys(), ...Object.keys(after)]);
  const differing = [...paths].filter((path) => {
    const [was, is] = [file.parts.get(path), after[path]];
    return !was || !is || Buffer.compare(was, is) !== 0;
  });
  const text = (path: string) => (after[path] ? strFromU8(after[path]) : undefined);
  return { differing: differing.sort(), text, content: (await readWorkbook(bytes)).content };
}

const onModel = (change: (sheet: SheetContent) => SheetContent): Change => (content) => {
  return { ...content, sheets: content.sheets.map((sheet, index) => (index === 0 ? change(sheet) : sheet)) };
};

/** Sets a cell by its address; undefined takes it away. */
const set = (address: string, cell?: Partial<CellContent>): Change => onModel((sheet) => {
  const place = parseCell(address)!;
  const isHere = ({ row, column }: CellContent) => row === place.row && column === place.column;
  const was = sheet.cells.find(isHere);
  const rest = sheet.cells.filter((each) => !isHere(each));
  return { ...sheet, cells: cell ? [...rest, { ...place, value: null, ...was, ...cell }] : rest };
});

const model = "xl/worksheets/sheet1.xml";
const rowOf = (text = "", row: number) => new RegExp(`<row r="${row}"[^>]*>.*?</row>`).exec(text)?.[0];

describe("saving into the file that was opened", () => {
  it("changes not a byte of any part when nothing has changed", async () => {
    expect((await save((content) => content)).differing).toEqual([]);
  });

  it("accepts the file as bytes", async () => {
    const bytes = zipped(richParts());
    const { content } = await readWorkbook(bytes);
    const after = unzipSync(await writeWorkbook(content, bytes));
    expect(after).toEqual(unzipSync(bytes));
  });

  it("changes only the sheet in which a number has changed, and there only its cell", async () => {
    const { differing, text } = await save(set("A2", { value: 90 }));
    expect(differing).toEqual([model]);
    const was = String(richParts()[model]);
    expect(text(model)).toBe(was.replace("<row r=\"2\" spans=\"1:9\"><c r=\"A2\"><v>80</v></c>", "<row r=\"2\"><c r=\"A2\"><v>90</v></c>"));
  });

  it("keeps the form of a formula of which only the result has changed", async () => {
    const { text } = await save((content) => set("B8", { value: 161 })(set("C2", { value: 0.81 })(content)));
    expect(rowOf(text(model), 8)).toContain("<c r=\"B8\"><f t=\"shared\" si=\"0\"/><v>161</v></c>");
    expect(rowOf(text(model), 2)).toContain("cm=\"1\"><f t=\"array\" ref=\"C2\">_xldudf_POLICY_CAPACITY_UTIL(");
    expect(rowOf(text(model), 2)).toContain("<v>0.81</v>");
  });

  it("drops the order of calculation when a formula has changed, as Excel would repair the file", async () => {
    const { differing, text } = await save(set("A6", { value: 2, formula: "=1+1" }));
    expect(differing).toEqual(["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/calcChain.xml", model]);
    expect(text("xl/calcChain.xml")).toBeUndefined();
    expect(text("[Content_Types].xml")).not.toContain("calcChain");
  });

  it("gives each cell its own formula when that which they share changes", async () => {
    const { text, content } = await save(set("B7", { value: 2, formula: "=A7+1" }));
    const formulas = [7, 8, 9].map((row) => /<f>(.*?)<\/f>/.exec(rowOf(text(model), row) ?? "")?.[1]);
    expect(formulas).toEqual(["A7+1", "A8*$A$2", "A9*$A$2"]);
    expect(text(model)).not.toContain("shared");
    expect(content.sheets[0].cells.find(({ row, column }) => row === 8 && column === 1)?.value).toBe(240);
  });

  it("leaves the formula alone that cells share when one that borrows it changes", async () => {
    const { text } = await save(set("B8", { value: 5, formula: undefined }));
    expect(rowOf(text(model), 7)).toContain("<f t=\"shared\" ref=\"B7:B9\" si=\"0\">A7*$A$2</f>");
    expect(rowOf(text(model), 8)).toContain("<c r=\"B8\"><v>5</v></c>");
  });

  it("clears a cell but not its look, and leaves cells alone that are nothing but look", async () => {
    const { text } = await save(set("B6"));
    expect(rowOf(text(model), 6)).toContain("<c r=\"B6\" s=\"4\"/>");
    expect(rowOf(text(model), 1)).toContain("<c r=\"D1\" s=\"3\"/>");
  });

  it("puts new rows and cells where they belong", async () => {
    const { text } = await save((content) => {
      return set("H2", { value: 1 })(set("B5", { value: 2 })(set("A20", { value: 3 })(content)));
    });
    const addresses = [...text(model)!.matchAll(/<c r="([A-Z]+\d+)"/g)].map(([, address]) => address);
    expect(addresses.filter((address) => ["G2", "H2", "I2", "B5", "A6", "A20"].includes(address)))
      .toEqual(["G2", "H2", "I2", "B5", "A6", "A20"]);
    expect(text(model)).toContain("<dimension ref=\"A1:I20\"/>");
  });

  it("changes of a look what has changed, and keeps its border", async () => {
    const { text, differing, content } = await save(set("C2", { format: { numberFormat: "0.0%", bold: true, fill: "#ffff00", borderBottom: "thin" } }));
    expect(differing).toEqual(["xl/styles.xml", model]);
    expect(text("xl/styles.xml")).toMatch(/<cellXfs count="6">.*<xf numFmtId="164" fontId="2" fillId="3" borderId="1"/);
    const cell = content.sheets[0].cells.find(({ row, column }) => row === 1 && column === 2);
    expect(cell?.format).toEqual({ numberFormat: "0.0%", bold: true, fill: "#ffff00", borderBottom: "thin" });
  });

  it("keeps the filter, the ids and the formula of a table whose title changes", async () => {
    const { text } = await save(onModel((sheet) => ({
      ...set("A1", { value: "Production" })({ sheets: [sheet], names: [], customXml: [] }).sheets[0],
      tables: [{ ...sheet.tables[0], columns: ["Production", "Capacity", "Use"] }],
    })));
    const table = text("xl/tables/table1.xml");
    expect(table).toContain("<tableColumn id=\"1\" name=\"Production\"/>");
    expect(table).toContain("dataDxfId=\"0\"><calculatedColumnFormula array=\"1\">");
  });

  it("grows a table with its content", async () => {
    const { text, differing } = await save(onModel((sheet) => ({
      ...sheet, tables: [{ ...sheet.tables[0], area: { ...sheet.tables[0].area, rows: 5 } }],
    })));
    expect(differing).toEqual(["xl/tables/table1.xml"]);
    expect(text("xl/tables/table1.xml")).toMatch(/ref="A1:C5".*<autoFilter ref="A1:C5"><filterColumn/);
  });

  it("adds and removes tables with their parts", async () => {
    const { text } = await save(onModel((sheet) => ({
      ...sheet,
      cells: [...sheet.cells, { row: 20, column: 0, value: "X" }],
      tables: [{ name: "Fresh", area: { row: 20, column: 0, rows: 2, columns: 1 }, columns: ["X"] }],
    })));
    expect(text("xl/tables/table1.xml")).toBeUndefined();
    expect(text("xl/tables/table2.xml")).toContain("displayName=\"Fresh\" ref=\"A21:A22\"");
    expect(text("[Content_Types].xml")).not.toContain("table1.xml");
    expect(text(model)).toMatch(/<tableParts count="1"><tablePart [^>]*r:id="rId\d"\/><\/tableParts><extLst>/);
  });

  it("changes, adds and removes notes with their boxes", async () => {
    const { text, content } = await save((before) => set("A2", { note: "revised" })(
      set("D6", { note: undefined })(set("E4", { note: "new" })(before))));
    const notes = content.sheets[0].cells.flatMap(({ row, column, note }) => (note ? [[row, column, note]] : []));
    expect(notes).toEqual([[1, 0, "revised"], [3, 4, "new"]]);
    const boxes = text("xl/drawings/vmlDrawing1.vml")!;
    expect([...boxes.matchAll(/<x:Row>(\d+)<\/x:Row><x:Column>(\d+)/g)].map(([, ...place]) => place.join()))
      .toEqual(["1,0", "2,0", "3,4"]);
    expect(boxes).toContain("id=\"_x0000_s1028\"");
    expect(text("xl/comments1.xml")).toContain("[Threaded comment]");
  });

  it("changes widths within the spans that the file has, but not for a hundredth of a character", async () => {
    const { text } = await save(onModel((sheet) => {
      return { ...sheet, columnWidths: { ...sheet.columnWidths, 0: 18.711, 4: 30 } };
    }));
    expect(text(model)).toContain("<cols><col min=\"1\" max=\"1\" width=\"18.7109375\" customWidth=\"1\"/>"
      + "<col min=\"3\" max=\"4\" width=\"9.5\" style=\"1\"/><col min=\"5\" max=\"5\" width=\"30\" style=\"1\" customWidth=\"1\"/>"
      + "<col min=\"6\" max=\"16384\" width=\"9.5\" style=\"1\"/></cols>");
  });

  it("changes frozen panes and merges", async () => {
    const { text } = await save(onModel((sheet) => ({ ...sheet, frozen: { rows: 2, columns: 1 }, merges: [] })));
    expect(text(model)).toContain("<pane xSplit=\"1\" ySplit=\"2\" topLeftCell=\"B3\" activePane=\"bottomRight\" state=\"frozen\"/>");
    expect(text(model)).not.toContain("mergeCell");
  });

  it("writes into files whose elements have prefixes, and into those that lack styles", async () => {
    const prefixed = "<x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x:sheetData>"
      + "<x:row r=\"2\"/></x:sheetData></x:worksheet>";
    const { text, content } = await save((before) => ({
      ...before,
      sheets: before.sheets.map((sheet, index) => (index === 0 ? sheet : {
        ...sheet, cells: [{ row: 1, column: 0, value: 7, format: { bold: true } }],
      })),
    }), { "xl/worksheets/sheet2.xml": prefixed });
    expect(text("xl/worksheets/sheet2.xml")).toContain(" xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"");
    expect(text("xl/worksheets/sheet2.xml")).toMatch(/<x:row r="2"><c r="A2" s="\d"><v>7<\/v><\/c><\/x:row>/);
    expect(content.sheets[1].cells).toEqual([{ row: 1, column: 0, value: 7, format: { bold: true } }]);
  });
});

describe("the sheets of a file", () => {
  it("keep their parts when they are renamed, moved or hidden", async () => {
    const { differing, text, content } = await save(({ sheets: [one, two], ...rest }) => ({
      ...rest, sheets: [{ ...two, hidden: undefined }, { ...one, name: "Base case", hidden: true }],
    }));
    expect(differing).toEqual(["xl/workbook.xml"]);
    expect(content.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([["Notes & sources", undefined], ["Base case", true]]);
    const workbook = text("xl/workbook.xml")!;
    // The chart sheet stays in the middle; names known in one sheet follow it; the hidden sheet is not shown first.
    expect([...workbook.matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name))
      .toEqual(["Notes &amp; sources", "Chart", "Base case"]);
    expect(workbook).toContain("name=\"_xlnm.Print_Area\" localSheetId=\"2\"");
    expect(workbook).toContain("name=\"local_rate\" localSheetId=\"0\"");
    expect(workbook).not.toMatch(/activeTab="[12]"/);
  });

  it("are found by name when nobody kept their ids", async () => {
    const { differing } = await save((content) => ({
      ...content, sheets: content.sheets.map((sheet) => ({ ...sheet, id: undefined })),
    }));
    expect(differing).toEqual([]);
  });

  it("go with all that only they used", async () => {
    const { text, differing } = await save(({ sheets: [, two], ...rest }) => ({
      ...rest, sheets: [{ ...two, hidden: undefined }], names: [],
    }));
    for (const gone of [model, "xl/charts/chart1.xml", "xl/drawings/drawing1.xml", "xl/comments1.xml", "xl/tables/table1.xml"]) {
      expect([gone, text(gone)]).toEqual([gone, undefined]);
      expect(text("[Content_Types].xml")).not.toContain(gone);
    }
    expect(differing).not.toContain("xl/media/image1.png");
    expect(text("xl/workbook.xml")).toContain("name=\"_xlnm.Print_Titles\" localSheetId=\"0\"");
    expect(text("xl/workbook.xml")).not.toContain("Print_Area");
  });

  it("come anew beside those there are", async () => {
    const { text, content } = await save(({ sheets, ...rest }) => ({
      ...rest, sheets: [...sheets, { name: "New", cells: [{ row: 0, column: 0, value: 1 }], tables: [], merges: [], columnWidths: {} }],
    }));
    expect(content.sheets.map(({ name, id }) => [name, id])).toEqual([["Model", "3"], ["Notes & sources", "4"], ["New", "6"]]);
    expect(text("xl/worksheets/sheet3.xml")).toContain("<v>1</v>");
  });
});

describe("names and custom XML", () => {
  it("change one by one", async () => {
    const { text, differing, content } = await save((before) => ({
      ...before, names: [{ name: "discount", formula: "=0.05" }, before.names[1], { name: "fresh", formula: "=SUM(Model!$A$2:$A$4)" }],
    }));
    expect(differing).toEqual(["xl/workbook.xml"]);
    expect(content.names.map(({ name, formula, comment }) => [name, formula, comment])).toEqual([
      ["discount", "=0.05", undefined], ["grow", "=LAMBDA(x,[by],x*by)", undefined], ["fresh", "=SUM(Model!$A$2:$A$4)", undefined],
    ]);
    expect(text("xl/workbook.xml")).toContain("<definedName name=\"solver_adj\" hidden=\"1\">");
  });

  it("keep their sheet when an engine forgets that they were known in one only", async () => {
    const { differing } = await save((content) => ({
      ...content, names: content.names.map(({ name, formula, comment }) => ({ name, formula, comment })),
    }));
    expect(differing).toEqual([]);
  });

  it("are replaced where they changed, with their properties", async () => {
    const { text, content } = await save((before) => ({ ...before, customXml: ["<passport/>", "<second/>"] }));
    expect(content.customXml).toEqual(["<passport/>", "<second/>"]);
    expect(text("customXml/itemProps1.xml")).not.toContain("8A9C6B6E");
    expect(text("customXml/itemProps2.xml")).toMatch(/ds:itemID="\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}"/);
  });
});

describe("what the file says of calculation", () => {
  const workbook = (calcPr: string) => ({
    "xl/workbook.xml": String(richParts()["xl/workbook.xml"]).replace("<calcPr calcId=\"191029\"/>", calcPr),
  });

  it("no longer asks for one when all results are written", async () => {
    const { text } = await save(set("A2", { value: 81 }), workbook("<calcPr calcId=\"124519\" fullCalcOnLoad=\"1\"/>"));
    expect(text("xl/workbook.xml")).toContain("<calcPr calcId=\"191029\"/>");
  });

  it("keeps how the user wants it done", async () => {
    const { text } = await save(set("A2", { value: 81 }), workbook("<calcPr calcMode=\"manual\" iterate=\"1\"/>"));
    expect(text("xl/workbook.xml")).toContain("<calcPr calcMode=\"manual\" iterate=\"1\" calcId=\"191029\"/>");
  });
});

it("keeps macros byte for byte, and says that the file holds some", async () => {
  const macros = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 0xff]);
  const parts = richParts();
  const related = String(parts["xl/_rels/workbook.xml.rels"]).replace("</Relationships>",
    "<Relationship Id=\"rId50\" Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\" Target=\"vbaProject.bin\"/></Relationships>");
  const bytes = zipped({ ...parts, "xl/_rels/workbook.xml.rels": related, "xl/vbaProject.bin": macros });
  const file = await readWorkbook(bytes);
  expect(file.macros).toBe(true);
  expect(file.warnings.map(({ en }) => en).join()).toMatch(/macros.*not run.*\.xlsm/);
  const saved = unzipSync(await writeWorkbook(set("A2", { value: 1 })(file.content), file));
  expect(saved["xl/vbaProject.bin"]).toEqual(macros);
});
