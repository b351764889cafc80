import { delimitedRows } from "../../src/reference/import-delimited";
import type { RawCell } from "../../src/reference/import-raw";
import { noteText } from "../../src/reference/import-report";
import { importedTable, type ImportedTable } from "../../src/reference/import-table";
import { decodedText } from "../../src/reference/import-text";

/** Written by hand as text and encoded by Python's gb18030 codec: a title, doubled headers, full width, ragged rows. */
const dirty = Buffer.from(
  "se0xILj3yqHG+7O1svrBvw0KyqG33Syy+sG/o6jN8sG+o6kssvrWtSzU9rOkwsossvrWtSyxuNeiDQqwsrvVLCIzLDU3LjAiLDEyLjXN8iwxMiUsMy4y0tosPTErMQ0KutPEzyyjsaOyo7Auo7UsODAwMCyBNtMxMy41o6UsLEBjbWQNCg0Kuv6xsSxuL2EsyLEsNSwxLjHN8iwrODYNCrnjtqss1LwyMCw5zfIsYWJjLDLN8iwiy7UgIiK6wyIiDQrBvdDQIg0Ky8S0qCwxLjLS2sG+LDfN8iw4JSwxzfINCryqwdYsMTU1LDbHpyyjrSwxzfIseCy24LP2DQrXysHPwLTUtKO6uPfKoc2zvMa5q7GoDQo=",
  "base64",
);

const fromText = (text: string): ImportedTable => importedTable(delimitedRows(text, "file"), "en");
const fromRows = (...rows: RawCell[][]): ImportedTable => importedTable({ name: "sheet", rows, firstRow: 1 }, "en");
const notes = (table: ImportedTable): string[] => table.notes.map((note) => noteText(note, "en"));
const column = (table: ImportedTable, at: number): unknown[] => table.rows.map((row) => row[at]);

describe("a dirty file of a Chinese office", () => {
  const { text, encoding } = decodedText(dirty);
  const table = importedTable(delimitedRows(text, "dirty.csv"), "zh");

  it("is decoded, with its title and source taken from around the table", () => {
    expect(encoding).toBe("gb18030");
    expect([table.title, table.source]).toEqual(["表1 各省汽车产量", "各省统计公报"]);
  });

  it("keeps Chinese headers, and numbers doubled and missing ones", () => {
    expect(table.columns.map(({ header }) => header)).toEqual([
      "省份", "产量（万辆）", "产值", "增长率", "产值 2", "备注", "列 7",
    ]);
  });

  it("reads 万, 亿, %, full width and marks of what is missing, in the unit of the column", () => {
    expect(table.columns.map(({ kind, unit }) => [kind, unit])).toEqual([
      ["text", ""], ["number", "万辆"], ["number", ""], ["number", "%"], ["number", ""], ["text", ""], ["text", ""],
    ]);
    // 1.2亿 is 12,000万; 12.5万 is 125,000; 3.2亿 is 320,000,000; 12 % is 0.12.
    expect(table.rows).toEqual([
      ["安徽", "", 125_000, 0.12, 320_000_000, "=1+1", ""],
      ["河南", 120.5, 8000, -0.035, "", "@cmd", ""],
      ["湖北", "", "", "", 11_000, "+86", ""],
      ["广东", "", 90_000, "", 20_000, '说 "好"\r\n两行', ""],
      ["四川", 12_000, 70_000, 0.08, 10_000, "", ""],
      ["吉林", 155, 6000, "", 10_000, "x", "多出"],
    ]);
  });

  it("reports by row what was done", () => {
    const said = table.notes.map((note) => noteText(note, "zh"));
    expect(said).toContain("产量（万辆）：第 3、7 行：不是数字，按缺失处理（“3,57.0”、“约20”）。");
    expect(said).toContain("增长率：第 6 行：缺少其他行所带的 %，按缺失处理（“5”）。");
    expect(said).toContain("备注：第 3、4、6 行：形似公式，按文本保留（“=1+1”、“@cmd”、“+86”）。");
    expect(said).toContain("第 8 行：单元格少于列数，其余留空。");
    expect(said).toContain("第 9 行：单元格多于标题，另设列保留。");
    expect(said).toContain("第 5 行：空行，已略去。");
    expect(said).toContain("第 10 行：表尾注释，不计入表格（“资料来源：各省统计公报”）。");
  });
});

describe("the encoding", () => {
  const text = "地区,产量\n安徽,1\n";
  const wide = Buffer.from(text, "utf16le");
  it.each([
    ["UTF-8", Buffer.from(text), "utf-8"],
    ["UTF-8 with a mark", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]), "utf-8"],
    ["UTF-16 with a mark", Buffer.concat([Buffer.from([0xff, 0xfe]), wide]), "utf-16le"],
    ["UTF-16 without one", Buffer.from("Region,Output\nAnhui,1\n", "utf16le"), "utf-16le"],
    ["UTF-16, large end first", Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(wide).swap16()]), "utf-16be"],
  ])("is found: %s", (_, bytes, encoding) => {
    const found = decodedText(bytes);
    expect(found.encoding).toBe(encoding);
    expect(delimitedRows(found.text, "").rows[1]).toEqual([expect.stringMatching(/安徽|Anhui/), "1"]);
  });

  it.each([
    ["no byte", Buffer.alloc(0), "The file is empty."],
    ["only line ends", Buffer.from("\r\n \r\n"), "The file is empty."],
    // The first bytes of a PNG picture, and of a program for Windows.
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d494844520000001000000010", "hex"), "The file is no text"],
    ["a program", Buffer.from("4d5a90000300000004000000ffff0000b8000000", "hex"), "The file is no text"],
  ])("is refused where there is none: %s", (_, bytes, why) => {
    expect(() => decodedText(bytes)).toThrow(why);
  });
});

describe("headers", () => {
  it.each([
    ["semicolons", "a;b\n1;2"],
    ["tabs", "a\tb\r\n1\t2\r\n"],
    ["tabs below a title", "Output, by region\n\na\tb\n1\t2\n"],
    ["strokes", "a|b\n1|2"],
  ])("and cells are told apart by %s", (_, text) => {
    expect(fromText(text)).toMatchObject({ columns: [{ header: "a" }, { header: "b" }], rows: [[1, 2]] });
  });

  it("may be years beside a name", () => {
    const table = fromText("Region,2021,2022\nAnhui,150.3,174.7\n");
    expect(table.columns.map(({ header }) => header)).toEqual(["Region", "2021", "2022"]);
  });

  it("are numbered where there are none, and no row is lost", () => {
    const table = fromText("Anhui,1503000\nHenan,562000\n");
    expect(table.columns.map(({ header }) => header)).toEqual(["Column 1", "Column 2"]);
    expect(table.rows).toEqual([["Anhui", 1_503_000], ["Henan", 562_000]]);
    expect(notes(table)).toContain("No header row was found: the columns are numbered.");
  });

  it("differ in more than case, as Excel wants", () => {
    expect(fromText("Name,name,,NAME\na,b,c,d\n").columns.map(({ header }) => header)).toEqual([
      "Name", "name 2", "Column 3", "NAME 3",
    ]);
  });

  it("are refused where no row follows", () => {
    expect(() => fromText("a,b,c\n")).toThrow("There are no rows with content.");
  });
});

describe("units", () => {
  it("stand above the table, and are meant of all numbers that say nothing else", () => {
    const table = fromText("Output by region\n单位：万辆\n地区,产量,比重（%）\n安徽,357.0,11.4\n河南,112.1,3.6\n");
    expect(table.title).toBe("Output by region");
    expect(table.columns.map(({ unit }) => unit)).toEqual(["", "万辆", "%"]);
    expect(table.rows[0]).toEqual(["安徽", 357, 11.4]);
  });

  it("of a cell win over none, and never silently over those of the column", () => {
    const table = fromText("Region,Investment (亿元)\nA,7\nB,70000万元\nC,12辆\nD,5%\nE,1000 million yuan\nF,3\nG,4\n");
    // 70,000万 is 7亿; 1,000 million is 10亿.
    expect(column(table, 1)).toEqual([7, 7, "", "", 10, 3, 4]);
    expect(notes(table)).toEqual([
      "Investment (亿元): rows 3 and 6: written with 万, 亿 or the like, converted (“70000万元”, “1000 million yuan”).",
      "Investment (亿元): rows 4 and 5: another unit than the column, kept as missing (“12辆”, “5%”).",
    ]);
  });

  it("in other words or sizes of the same thing are converted", () => {
    // 2,500 kg are 2.5 t; 台 counts vehicles as 辆 does; 3 GWh are 3,000,000 kWh.
    expect(column(fromText("a,mass (吨)\nx,2500 kg\ny,4\n"), 1)).toEqual([2.5, 4]);
    expect(column(fromText("a,cars（万辆）\nx,5000台\ny,3\n"), 1)).toEqual([0.5, 3]);
    expect(column(fromText("a,power (kWh)\nx,3 GWh\ny,7\n"), 1)).toEqual([3_000_000, 7]);
  });

  it.each(["Growth (rate)", "Founded (year)", "Length (m)", "产值（规模以上）"])("are not read from the header %s", (header) => {
    expect(fromText(`a,${header}\nx,5\ny,6\n`).columns[1]!.unit).toBe("");
  });

  it("in percent stay as written under a % header, and are fractions without", () => {
    expect(column(fromText("a,rate (%)\nx,12%\ny,3.5\n"), 1)).toEqual([12, 3.5]);
    expect(column(fromText("a,rate\nx,12%\ny,3.5%\n"), 1)).toEqual([0.12, 0.035]);
  });

  it("lose nothing to binary fractions: 0.07亿 is 7,000,000", () => {
    expect(column(fromText("a,b\nx,0.07亿\n"), 1)).toEqual([7_000_000]);
  });
});

describe("cells", () => {
  it.each([
    ["1,234,567", 1_234_567],
    ["１，２３４．５", 1234.5],
    ["(1,234)", -1234],
    ["−3", -3],
    ["1 234", 1234],
    ["¥5.5", 5.5],
    ["1e3", 1000],
    [".5", 0.5],
  ])("%s is a number", (text, value) => {
    expect(column(fromRows(["a", "b"], ["x", text], ["y", 1], ["z", 2]), 1)[0]).toBe(value);
  });

  it.each(["2024年", "2024-09", "2024/9/30", "2024Q1", "1,23", "12a3", "约5", "<3", "第3"])("%s is none", (text) => {
    const table = fromRows(["a", "b"], ["x", text], ["y", 1], ["z", 2]);
    expect(column(table, 1)[0]).toBe("");
    expect(notes(table)[0]).toContain("row 2: not a number, kept as missing");
  });

  it("of dates and codes stay texts as they were written", () => {
    const table = fromText("日期,代码,Region code,产量\n2024-09,340000,1,5\n2024.10,001,2,6\n");
    expect(table.rows).toEqual([["2024-09", "340000", "1", 5], ["2024.10", "001", "2", 6]]);
  });

  it("of codes with leading zeros stay texts under any header", () => {
    expect(column(fromText("a,b\nx,007\ny,12\n"), 1)).toEqual(["007", "12"]);
  });

  it("of years are shown without a thousands sign", () => {
    expect(fromText("Year,Output\n2023,1500\n2024,1600\n").columns.map(({ format }) => format)).toEqual(["0", "#,##0"]);
  });

  it("of a workbook are taken as the numbers they are", () => {
    const table = fromRows(["Region", "Share", "Flag"], ["Anhui", { fraction: 0.1234567 }, true]);
    expect(table.rows).toEqual([["Anhui", 0.1234567, "TRUE"]]);
    expect(table.columns[1]!.unit).toBe("%");
  });
});

describe("a long table", () => {
  it("of 50,000 rows is read to its last row", () => {
    const lines = Array.from({ length: 50_000 }, (_, i) => `企业${i},"${(i + 1) * 1000}",${i % 100}%,${i}.5万,2024-0${(i % 9) + 1}`);
    const table = fromText(`企业,产量（辆）,利用率,产值,月份\r\n${lines.join("\r\n")}`);
    expect(table.rows).toHaveLength(50_000);
    // Row i holds 1000(i + 1), i modulo 100 %, i.5 times 10,000, and month i modulo 9, plus 1: 49,999 = 9 × 5,555 + 4.
    expect(table.rows[49_999]).toEqual(["企业49999", 50_000_000, 0.99, 499_995_000, "2024-05"]);
  });
});
