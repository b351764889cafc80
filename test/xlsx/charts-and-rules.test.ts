import { strFromU8, unzipSync } from "fflate";
import { readWorkbook, writeWorkbook } from "../../src/xlsx";
import { chartTypes } from "../../src/xlsx/chart-content";
import type {
  CellContent, ChartContent, ConditionalContent, SheetContent, ValidationContent, WorkbookContent,
} from "../../src/xlsx/content";

const cells: CellContent[] = [["Year", "Output"], [2023, 80], [2024, 90], [2025, 95]].flatMap((line, row) =>
  line.map((value, column) => ({ row, column, value })));

const data: SheetContent = { name: "My data", cells, tables: [], merges: [], columnWidths: {} };

const book = (more: Partial<SheetContent>): WorkbookContent =>
  ({ sheets: [{ ...data, ...more }], names: [], customXml: [] });

const chart: ChartContent = {
  name: "Output by year", type: "ColumnClustered", title: "Output & capacity", legend: "bottom",
  anchor: { from: { row: 5, column: 1, x: 3, y: 0 }, to: { row: 20, column: 8, x: 0, y: 4.5 } },
  categoryAxis: { title: "Year" },
  valueAxis: { title: "10,000 vehicles", minimum: 0, maximum: 120, numberFormat: "#,##0" },
  series: [{
    name: "='My data'!$B$1", categories: "='My data'!$A$2:$A$4", values: "='My data'!$B$2:$B$4", colour: "#257d8c",
  }],
};

const validations: ValidationContent[] = [
  { areas: [{ row: 1, column: 0, rows: 3, columns: 1 }], type: "list", first: "2023,2024", alert: { style: "stop" } },
  { areas: [{ row: 9, column: 0, rows: 1, columns: 1 }], type: "list", first: "='My data'!$A$2:$A$4", noDropDown: true },
  {
    areas: [{ row: 1, column: 1, rows: 3, columns: 1 }, { row: 7, column: 3, rows: 1, columns: 1 }], type: "decimal",
    comparison: "greaterThanOrEqual", first: "0", required: true,
    prompt: { title: "Output", message: "In 10,000 vehicles\na year" },
    alert: { style: "warning", title: "Output", message: "must not be below 0" },
  },
  { areas: [{ row: 10, column: 0, rows: 1, columns: 1 }], type: "whole", first: "1", second: "=$B$2" },
  { areas: [{ row: 11, column: 0, rows: 1, columns: 1 }], type: "custom", first: "=LEN(A12)<=3" },
];

const areas = [{ row: 1, column: 1, rows: 3, columns: 1 }];

const conditionalFormats: ConditionalContent[] = [
  {
    areas, stops: true,
    rule: { kind: "cell", comparison: "between", first: "85", second: "=$B$4", look: { colour: "#9c0006", fill: "#ffc7ce" } },
  },
  {
    areas,
    rule: { kind: "formula", formula: "=$A2>2023", look: { bold: true, italic: true, underline: true, strike: true } },
  },
  { areas, rule: { kind: "text", condition: "contains", text: "n\"a", look: { fill: "#ffff00" } } },
  { areas, rule: { kind: "rank", rank: 1, bottom: true, look: { bold: true } } },
  { areas, rule: { kind: "bar", colour: "#638ec6", minimum: { by: "min" }, maximum: { by: "num", value: "100" } } },
  {
    areas, rule: {
      kind: "scale", points: [
        { by: "min", colour: "#f8696b" }, { by: "percentile", value: "50", colour: "#ffeb84" }, { by: "max", colour: "#63be7b" },
      ],
    },
  },
];

const reread = async (bytes: Promise<Uint8Array>) => (await readWorkbook(await bytes)).content.sheets[0];
const through = (content: WorkbookContent) => reread(writeWorkbook(content));

const partsOf = async (...given: Parameters<typeof writeWorkbook>) => unzipSync(await writeWorkbook(...given));

describe("a chart", () => {
  it.each(chartTypes)("of the kind %s is the same when it is read again", async (type) => {
    const axes = type === "Pie" || type === "Doughnut" ? { categoryAxis: undefined, valueAxis: undefined } : {};
    const colour = type === "XYScatter" || type.startsWith("Line") ? "#257d8c" : undefined;
    const series = chart.series.map((each) => ({ ...each, colour }));
    const wanted = JSON.parse(JSON.stringify({ ...chart, ...axes, type, series }));
    const [found] = (await through(book({ charts: [wanted] }))).charts!;
    expect(found).toEqual({ id: "rId1", ...wanted });
  });

  it("may mix columns and lines, and stand at a point with a size of its own", async () => {
    const mixed: ChartContent = {
      ...chart, anchor: { from: { row: 0, column: 4, x: 0, y: 0 }, width: 360, height: 216 },
      series: [...chart.series, { values: "='My data'!$A$2:$A$4", type: "Line" }],
    };
    expect((await through(book({ charts: [mixed] }))).charts).toEqual([{ id: "rId1", ...mixed }]);
  });

  it("carries the values that its cells have now", async () => {
    const parts = await partsOf(book({ charts: [chart] }));
    const xml = strFromU8(parts["xl/charts/chart1.xml"]);
    expect(xml).toContain('<c:ptCount val="3"/><c:pt idx="0"><c:v>80</c:v></c:pt>');
    expect(xml).toContain("<c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>Output</c:v></c:pt>");
  });

  it("that is left alone keeps its bytes while cells and another chart change", async () => {
    const first = await writeWorkbook(book({ charts: [chart, { ...chart, name: "Second" }] }));
    const { content } = await readWorkbook(first);
    const [sheet] = content.sheets;
    const [kept, other] = sheet.charts!;
    const edited = { ...sheet, cells: cells.slice(1), charts: [kept, { ...other, title: "Changed" }] };
    const before = unzipSync(first);
    const after = await partsOf({ ...content, sheets: [edited] }, first);
    const changed = Object.keys(before).filter((path) => Buffer.compare(before[path], after[path]) !== 0);
    expect(changed.sort()).toEqual(["xl/charts/chart2.xml", "xl/worksheets/sheet1.xml"]);
  });

  it("that is removed leaves no part behind, and one that moves keeps its own", async () => {
    const first = await writeWorkbook(book({ charts: [chart, { ...chart, name: "Second" }] }));
    const { content } = await readWorkbook(first);
    const [, second] = content.sheets[0].charts!;
    const moved = { ...second, name: "Only", anchor: { ...second.anchor, from: { row: 9, column: 9, x: 0, y: 0 } } };
    const written = await writeWorkbook({ ...content, sheets: [{ ...content.sheets[0], charts: [moved] }] }, first);
    const parts = unzipSync(written);
    expect(Object.keys(parts).filter((path) => path.includes("charts/"))).toEqual(["xl/charts/chart2.xml"]);
    expect((await readWorkbook(written)).content.sheets[0].charts).toEqual([moved]);
    expect(Buffer.compare(parts["xl/charts/chart2.xml"], unzipSync(first)["xl/charts/chart2.xml"])).toBe(0);
  });
});

describe("rules", () => {
  it("are the same when they are read again", async () => {
    const sheet = await through(book({ validations, conditionalFormats }));
    expect(sheet.validations).toEqual(validations);
    expect(sheet.conditionalFormats).toEqual(conditionalFormats);
  });

  it("are written anew where they change, and leave nothing where they go", async () => {
    const first = await writeWorkbook(book({ validations, conditionalFormats }));
    const { content } = await readWorkbook(first);
    const [sheet] = content.sheets;
    const fewer = { ...sheet, validations: validations.slice(1), conditionalFormats: conditionalFormats.slice(2) };
    const again = await readWorkbook(await writeWorkbook({ ...content, sheets: [fewer] }, first));
    expect(again.content.sheets[0]).toMatchObject({
      validations: fewer.validations, conditionalFormats: fewer.conditionalFormats,
    });
    const none = { ...sheet, validations: undefined, conditionalFormats: undefined };
    const xml = strFromU8((await partsOf({ ...content, sheets: [none] }, first))["xl/worksheets/sheet1.xml"]);
    expect(xml).not.toMatch(/conditional|validation/i);
  });
});

describe("the look of a sheet", () => {
  const look: Partial<SheetContent> = {
    tabColour: "#257d8c", gridlinesHidden: true, frozen: { rows: 1, columns: 0 }, rowHeights: { 0: 30, 9: 12.75 },
    cells: [
      { row: 0, column: 0, value: "a", format: { font: "Georgia", underline: true, strike: true, vertical: "center" } },
      { row: 0, column: 1, value: 1, format: { borderTop: "thin", borderBottom: "medium #808080", borderLeft: "double #ff0000", borderRight: "hair" } },
    ],
  };

  it("is the same when it is read again", async () => {
    expect(await through(book(look))).toMatchObject(look);
  });

  it("goes when it is taken away", async () => {
    const first = await writeWorkbook(book(look));
    const { content } = await readWorkbook(first);
    const { name, cells: held, id } = content.sheets[0];
    const plain = { ...data, name, id, cells: held.map(({ row, column, value }) => ({ row, column, value })) };
    const [again] = (await readWorkbook(await writeWorkbook({ ...content, sheets: [plain] }, first))).content.sheets;
    expect(again).toEqual(plain);
  });
});
