import { strFromU8, unzipSync } from "fflate";
import { readWorkbook, WorkbookError, writeWorkbook } from "../../src/xlsx";
import type { CellContent, SheetContent, WorkbookContent } from "../../src/xlsx/content";

const sheet = (name: string, cells: CellContent[], more: Partial<SheetContent> = {}): SheetContent => {
  return { name, cells, tables: [], merges: [], columnWidths: {}, ...more };
};
const workbook = (...sheets: SheetContent[]): WorkbookContent => ({ sheets, names: [], customXml: [] });
const only = (...cells: CellContent[]) => workbook(sheet("Sheet1", cells));
const partsOf = async (content: WorkbookContent): Promise<Record<string, string>> => {
  const parts = unzipSync(await writeWorkbook(content));
  return Object.fromEntries(Object.entries(parts).map(([path, bytes]) => [path, strFromU8(bytes)]));
};
const cellXml = async (cell: Partial<CellContent>): Promise<string> => {
  const parts = await partsOf(only({ row: 0, column: 0, value: null, ...cell }));
  return /<c .*<\/c>/.exec(parts["xl/worksheets/sheet1.xml"])?.[0] ?? "";
};
const reread = async (content: WorkbookContent) => (await readWorkbook(await writeWorkbook(content))).content;

const full: WorkbookContent = {
  sheets: [
    sheet("Model", [
      { row: 0, column: 0, value: "Output", format: { bold: true, fill: "#ddebf7" } },
      { row: 0, column: 1, value: "Capacity" },
      { row: 0, column: 2, value: "Use" },
      { row: 1, column: 0, value: 80 },
      { row: 1, column: 1, value: 100, format: { numberFormat: "#,##0" } },
      {
        row: 1, column: 2, value: 0.8, format: { numberFormat: "0.0%" }, spill: { rows: 1, columns: 1 },
        formula: "=POLICY.CAPACITY_UTIL(Plants[[#This Row],[Output]],Plants[[#This Row],[Capacity]])",
      },
      { row: 3, column: 0, value: 1, formula: "=SEQUENCE(2,2)", spill: { rows: 2, columns: 2 } },
      { row: 3, column: 1, value: 2 },
      { row: 4, column: 0, value: 3 },
      { row: 4, column: 1, value: 4 },
      { row: 6, column: 0, value: " 合肥 <&> \"quoted\"\nsecond line\u0007 _x0041_ ", note: "as reported\nin 2024" },
      { row: 6, column: 1, value: true },
      { row: 6, column: 2, value: { error: "#N/A" } },
      { row: 6, column: 3, value: "", formula: "=\"\"" },
      { row: 7, column: 0, value: null, format: { fill: "#ffff00" } },
      {
        row: 8, column: 16_383, value: 1e-308,
        format: { italic: true, fontSize: 14, colour: "#c00000", horizontal: "right", wrap: true },
      },
      { row: 1_048_575, column: 0, value: -0.1 },
    ], {
      tables: [{
        name: "Plants", area: { row: 0, column: 0, rows: 2, columns: 3 }, columns: ["Output", "Capacity", "Use"],
        style: "TableStyleMedium7",
        calculated: { Use: "=POLICY.CAPACITY_UTIL(Plants[[#This Row],[Output]],Plants[[#This Row],[Capacity]])" },
      }],
      merges: [{ row: 9, column: 0, rows: 2, columns: 3 }],
      columnWidths: { 0: 24, 2: 9.5 },
      frozen: { rows: 1, columns: 2 },
    }),
    sheet("数据 & sources", [{ row: 0, column: 0, value: 0.04, formula: "=discount" }], { hidden: true }),
  ],
  names: [
    { name: "discount", formula: "=0.04", comment: "Real, a year" },
    { name: "grow", formula: "=LAMBDA(x,[by],x*by)" },
    { name: "here", formula: "=Model!$A$2", sheet: "数据 & sources" },
  ],
  customXml: ["<passport xmlns=\"urn:policy\"><owner>发展改革委</owner></passport>"],
};

describe("a new workbook", () => {
  it("holds, read again, all that was written", async () => {
    const { sheets, ...rest } = await reread(full);
    expect(sheets).toEqual(full.sheets.map((each, index) => ({ ...each, id: String(index + 1) })));
    expect(rest).toEqual({ names: full.names, customXml: full.customXml });
  });

  it("is the same file each time it is written", async () => {
    expect(await writeWorkbook(full)).toEqual(await writeWorkbook(full));
  });

  it("does not make Excel calculate anew, so that a reader without the add-in sees the results", async () => {
    const { "xl/workbook.xml": text } = await partsOf(full);
    expect(text).toContain("<calcPr calcId=\"191029\"/>");
    expect(text).not.toContain("fullCalcOnLoad");
  });

  it("makes Excel calculate when a formula has no result yet", async () => {
    const { "xl/workbook.xml": text } = await partsOf(only({ row: 0, column: 0, value: null, formula: "=1+1" }));
    expect(text).toContain("fullCalcOnLoad=\"1\"");
  });

  it("names every part in the list of types, and relates every part", async () => {
    const parts = await partsOf(full);
    const types = parts["[Content_Types].xml"];
    for (const path of Object.keys(parts).filter((each) => each !== "[Content_Types].xml" && !each.endsWith(".rels"))) {
      const isKnown = types.includes(`PartName="/${path}"`) || /customXml\/item\d|\.vml$/.test(path);
      expect([path, isKnown]).toEqual([path, true]);
    }
  });
});

/** The forms are those of workbooks that Excel saved (see the notes on custom functions in an .xlsx file). */
describe("a cell", () => {
  it("with one of our functions is a dynamic array under its stored name, with its result", async () => {
    expect(await cellXml({ value: 0.8, formula: "=POLICY.CAPACITY_UTIL(80,100)" }))
      .toBe("<c r=\"A1\" cm=\"1\"><f t=\"array\" ref=\"A1\">_xldudf_POLICY_CAPACITY_UTIL(80,100)</f><v>0.8</v></c>");
  });

  it("keeps a text, a truth value or an error as the result of a formula", async () => {
    expect(await cellXml({ value: "a<b", formula: "=\"a<b\"" }))
      .toBe("<c r=\"A1\" t=\"str\"><f>&quot;a&lt;b&quot;</f><v>a&lt;b</v></c>");
    expect(await cellXml({ value: true, formula: "=1=1" })).toBe("<c r=\"A1\" t=\"b\"><f>1=1</f><v>1</v></c>");
    expect(await cellXml({ value: { error: "#DIV/0!" }, formula: "=1/0" }))
      .toBe("<c r=\"A1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>");
  });

  it("with an ordinary formula has it in the ordinary form", async () => {
    expect(await cellXml({ value: 3, formula: "=SUM(B1:B3)" })).toBe("<c r=\"A1\"><f>SUM(B1:B3)</f><v>3</v></c>");
  });

  it("that spills says over which area", async () => {
    expect(await cellXml({ value: 1, formula: "=UNIQUE(B1:B9)", spill: { rows: 3, columns: 1 } }))
      .toContain("<f t=\"array\" ref=\"A1:A3\">_xlfn.UNIQUE(B1:B9)</f>");
  });

  it("with an error that the format does not know has the nearest that it does", async () => {
    expect(await cellXml({ value: { error: "#SPILL!" }, formula: "=SEQUENCE(9)" })).toContain("<v>#VALUE!</v>");
  });

  it("with a number that is none has an error, never a 0", async () => {
    expect(await cellXml({ value: NaN })).toContain("<v>#NUM!</v>");
  });
});

describe("a table", () => {
  const table = { name: "T", area: { row: 0, column: 0, rows: 3, columns: 2 }, columns: ["A", "B"] };
  const headers = (one: CellContent["value"], two: CellContent["value"]) => [
    { row: 0, column: 0, value: one }, { row: 0, column: 1, value: two },
  ];
  const columnsOf = async (cells: CellContent[]) => {
    const { sheets } = await reread(workbook(sheet("S", cells, { tables: [table] })));
    const row = [0, 1].map((column) => sheets[0].cells.find((cell) => cell.row === 0 && cell.column === column)?.value);
    expect(row).toEqual(sheets[0].tables[0].columns);
    return sheets[0].tables[0].columns;
  };

  it("takes its titles from its header, as Excel does, in texts that differ from one another", async () => {
    expect(await columnsOf(headers("Year", 2024))).toEqual(["Year", "2024"]);
    expect(await columnsOf(headers("Year", "year"))).toEqual(["Year", "year2"]);
    expect(await columnsOf(headers(null, "line\nbreak"))).toEqual(["A", "line\nbreak"]);
  });

  it("keeps the note and the look of a title that becomes text", async () => {
    const year = { row: 0, column: 0, value: 2024, note: "as planned", format: { bold: true } };
    const { sheets } = await reread(workbook(sheet("S", [year, headers("A", "B")[1]], { tables: [table] })));
    expect(sheets[0].cells[0]).toEqual({ ...year, value: "2024" });
  });

  it("hands down a formula that is the same in all its rows", async () => {
    const cells = [1, 2].map((row) => ({ row, column: 1, value: 2, formula: "=[@A]*2" }));
    const { sheets } = await reread(workbook(sheet("S", [...headers("A", "B"), ...cells], { tables: [table] })));
    expect(sheets[0].tables[0].calculated).toEqual({ B: "=T[[#This Row],[A]]*2" });
  });
});

describe("what Excel would not open again", () => {
  const refused = async (content: WorkbookContent) => {
    const error = await writeWorkbook(content).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(WorkbookError);
    expect((error as WorkbookError).text("zh")).toMatch(/^工作簿未保存。/);
    return (error as WorkbookError).text("en");
  };

  it.each([
    ["no sheet", workbook(), /not hidden/],
    ["only hidden sheets", workbook(sheet("S", [], { hidden: true })), /not hidden/],
    ["a sheet without a name", workbook(sheet(" ", [])), /as the name of a sheet/],
    ["a name with a slash", workbook(sheet("a/b", [])), /“a\/b”/],
    ["a name of 32 letters", workbook(sheet("n".repeat(32), [])), /as the name of a sheet/],
    ["two sheets of one name", workbook(sheet("S", []), sheet("s", [])), /Two sheets have the name “s”/],
    ["a text of 32,768 characters", only({ row: 4, column: 1, value: "x".repeat(32_768) }), /Sheet1!B5 is longer/],
    ["a cell beyond the last row", only({ row: 1_048_576, column: 0, value: 1 }), /beyond Excel's last cell/],
    ["a formula of 9,000 characters", only({ row: 0, column: 0, value: 1, formula: `=${"1+".repeat(4500)}1` }), /formula in/],
  ])("is refused with a reason: %s", async (_, content, reason) => expect(await refused(content)).toMatch(reason));
});
