import fc from "fast-check";
import { zipSync, type Zippable } from "fflate";
import { readWorkbook, WorkbookError } from "../../src/xlsx";
import { MAX_PART_BYTES, MIN_BYTES_FOR_RATIO } from "../../src/xlsx/limits";
import { readCells } from "../../src/xlsx/read-cells";
import { Styles } from "../../src/xlsx/styles";
import { parseXml } from "../../src/xlsx/xml";
import { richParts, type Texts, zipped } from "./rich-workbook";

const ascii = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"));
const utf16 = (text: string) => Uint8Array.from(Buffer.from(text, "utf16le"));
const joined = (...pieces: Uint8Array[]) => Uint8Array.from(Buffer.concat(pieces));
const compound = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0]);

async function failure(bytes: Uint8Array): Promise<WorkbookError> {
  const error = await readWorkbook(bytes).then(() => "it was read", (thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(WorkbookError);
  return error as WorkbookError;
}

/** Says why a file is refused, after checking that both languages say what happened, why and what next. */
async function reason(bytes: Uint8Array): Promise<string> {
  const { what, why, next } = await failure(bytes);
  expect(what).toEqual({ en: "The workbook was not opened.", zh: "工作簿未打开。" });
  for (const text of [why, next]) {
    expect(text.en).toMatch(/^[A-Z].*\.$/);
    expect(text.zh).toMatch(/[\u4e00-\u9fff].*。$/);
  }
  return why.en;
}

const rich = (more: Texts) => zipped({ ...richParts(), ...more });
const sheet = (inner: string) => ({ "xl/worksheets/sheet1.xml": `<worksheet>${inner}</worksheet>` });

/** The first place in a file where the directory says something of an entry. */
function directoryOf(bytes: Uint8Array): number {
  return Buffer.from(bytes).indexOf(Uint8Array.from([0x50, 0x4b, 1, 2]));
}

describe("a file that is no workbook", () => {
  it.each([
    ["nothing", new Uint8Array()],
    ["a text", ascii("Year,Output\n2024,80\n")],
    ["a web page that is named .xlsx", ascii("<html><table><tr><td>1</td></tr></table></html>")],
  ])("is %s", async (_, bytes) => expect(await reason(bytes)).toBe("The file is not an Excel workbook."));

  it("is an old .xls", async () => expect(await reason(compound)).toMatch(/\.xls\)/));

  it("is encrypted with a password", async () => {
    expect(await reason(joined(compound, utf16("EncryptedPackage")))).toMatch(/password/);
  });

  it("is a zip of something else", async () => {
    expect(await reason(zipped({ "readme.txt": "hello" }))).toBe("The file is a package without a workbook in it.");
  });

  it("is a .docx", async () => {
    const document = rich({ "xl/workbook.xml": "<document><body/></document>" });
    expect(await reason(document)).toBe("The file is a package without a workbook in it.");
  });

  it("is an .ods or an .xlsb", async () => {
    expect(await reason(zipped({ mimetype: "application/x", "content.xml": "<a/>" }))).toMatch(/OpenDocument/);
    expect(await reason(zipped({ "xl/workbook.bin": "x" }))).toMatch(/binary/);
  });
});

describe("a damaged file", () => {
  const whole = zipped(richParts());

  it("is cut off anywhere", async () => {
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      expect(await reason(whole.slice(0, Math.floor(whole.length * share)))).toBe("The file is damaged or cut off.");
    }
  });

  it("has an entry whose bytes are not what they were", async () => {
    const bytes = zipSync({ "a.xml": ascii("<a>hello</a>") }, { level: 0 });
    bytes[Buffer.from(bytes).indexOf("hello")] = 74;
    expect(await reason(bytes)).toBe("The file is damaged or cut off.");
  });

  it.each([
    ["xl/workbook.xml", "<workbook><sheets></workbook>"],
    ["xl/workbook.xml", "not XML at all"],
    ["xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></row></sheetData></worksheet>"],
    ["xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>one</v></c></row></sheetData></worksheet>"],
    ["xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"9999999\"/></sheetData></worksheet>"],
    ["xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c r=\"B2\"/></row></sheetData></worksheet>"],
    ["xl/styles.xml", "<styleSheet"],
    ["xl/sharedStrings.xml", "<sst><si><t>open"],
    ["xl/tables/table1.xml", ""],
    ["xl/comments1.xml", "<comments></wrong>"],
  ])("has a part that cannot be read: %s, %s", async (path, text) => {
    expect(await reason(rich({ [path]: text }))).toContain(`A part of the file cannot be read: ${path}`);
  });

  it("lacks a sheet that the workbook lists", async () => {
    const parts = Object.entries(richParts()).filter(([path]) => path !== "xl/worksheets/sheet2.xml");
    expect(await reason(zipped(Object.fromEntries(parts)))).toContain("cannot be read: xl/worksheets/sheet2.xml");
  });

  it("lacks a part that others refer to", async () => {
    const parts = Object.entries(richParts()).filter(([path]) => path !== "xl/workbook.xml");
    expect(await reason(zipped(Object.fromEntries(parts)))).toMatch(/without a workbook/);
  });

  it("is read or refused in words, whatever byte of it is wrong", async () => {
    await fc.assert(fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (place, byte) => {
      const bytes = whole.slice();
      bytes[place] = byte;
      const outcome = await readWorkbook(bytes).catch((error: unknown) => error);
      return outcome instanceof WorkbookError || "content" in (outcome as object);
    }), { numRuns: 60 });
  });

  it("is read or refused in words, whatever stands in a part", async () => {
    const places = ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/tables/table1.xml"];
    const pieces = fc.constantFrom("<", ">", "/>", "\"", "</c>", "<row>", " r=\"A1\"", "<f>", "&#xFFFFFFFF;", "<![CDATA[", "=");
    await fc.assert(fc.asyncProperty(fc.constantFrom(...places), fc.nat(), pieces, async (path, seed, piece) => {
      const text = String(richParts()[path]);
      const cut = seed % text.length;
      const bytes = rich({ [path]: text.slice(0, cut) + piece + text.slice(cut) });
      const outcome = await readWorkbook(bytes).catch((error: unknown) => error);
      return outcome instanceof WorkbookError || "content" in (outcome as object);
    }), { numRuns: 60 });
  });
});

describe("a hostile file", () => {
  it("declares XML entities", async () => {
    const laughs = "<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;&lol;\">]>";
    const reads = "<?xml version=\"1.0\"?><!-- x --><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    for (const prolog of [laughs, reads, "<!doctype html>"]) {
      expect(await reason(rich({ "xl/workbook.xml": `${prolog}<workbook/>` }))).toMatch(/declares XML entities/);
      expect(await reason(rich({ "customXml/item1.xml": `${prolog}<a/>` }))).toMatch(/customXml\/item1.xml declares/);
    }
  });

  it.each(["../evil.xml", "xl/../../evil.xml", "/etc/passwd", "C:\\evil.xml", "xl\\evil.xml"])(
    "has an entry that points outside: %s",
    async (path) => expect(await reason(rich({ [path]: "x" }))).toContain("points outside the file"),
  );

  it("has two entries of one name, or of names that differ in case only", async () => {
    expect(await reason(rich({ "XL/Workbook.xml": "<workbook/>" }))).toMatch(/two entries of the same name/);
    const bytes = Buffer.from(zipped({ "a/one.xml": "1", "a/two.xml": "2" }));
    for (let at = bytes.indexOf("two"); at >= 0; at = bytes.indexOf("two", at + 1)) bytes.write("one", at);
    expect(await reason(Uint8Array.from(bytes))).toMatch(/two entries of the same name.*: a\/one.xml/);
  });

  it("is a zip bomb, and is refused before any of it is unpacked", async () => {
    const bomb = zipped({ "xl/bomb.xml": new Uint8Array(MIN_BYTES_FOR_RATIO + 1) });
    expect(bomb.length).toBeLessThan(10_000);
    expect(await reason(bomb)).toMatch(/packed as only a zip bomb is/);
  });

  it("says of an entry that it is smaller than it is", async () => {
    const bytes = zipSync({ "xl/bomb.xml": new Uint8Array(2 ** 20) });
    new DataView(bytes.buffer).setUint32(directoryOf(bytes) + 24, 1000, true);
    expect(await reason(bytes)).toMatch(/packed as only a zip bomb is/);
  });

  it("has a sheet of 100 MB", async () => {
    const bytes = zipSync({ "xl/worksheets/sheet1.xml": ascii("x") });
    new DataView(bytes.buffer).setUint32(directoryOf(bytes) + 24, 100 * 2 ** 20, true);
    expect(100 * 2 ** 20).toBeGreaterThan(MAX_PART_BYTES);
    expect(await reason(bytes)).toBe("The part xl/worksheets/sheet1.xml is larger than 64 MB unpacked.");
  });

  it("has more cells, in all its sheets together, than can be calculated", () => {
    const text = "<sheetData><row><c><v>1</v></c><c><v>2</v></c><c/></row></sheetData>";
    const sources = { strings: [], styles: new Styles("<styleSheet/>", []), budget: { left: 3 } };
    expect(readCells(text, parseXml(text), sources)).toHaveLength(2);
    expect(() => readCells(text, parseXml(text), sources)).toThrow(/more than 1000000 cells with content/);
  });

  it("nests elements without end", async () => {
    expect(await reason(rich({ "xl/styles.xml": "<a>".repeat(100_000) }))).toMatch(/cannot be read: xl\/styles.xml/);
  });

  it("has areas and spans of the whole sheet, which cost nothing", async () => {
    const cells = "<c r=\"A1\" cm=\"1\"><f t=\"array\" ref=\"A1:XFD1048576\">1</f><v>1</v></c>";
    const file = await readWorkbook(rich(sheet("<cols><col min=\"1\" max=\"16384\" width=\"9\"/></cols><sheetData>"
      + `<row r="1">${cells}</row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`)));
    expect(file.content.sheets[0].cells[0].spill).toEqual({ rows: 1_048_576, columns: 16_384 });
    expect(Object.keys(file.content.sheets[0].columnWidths).length).toBeLessThan(100);
  });

  it("has relationships that go round in circles or lead nowhere", async () => {
    const circle = "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"workbook.xml\"/>"
      + "<Relationship Id=\"rId2\" Type=\"x/styles\" Target=\"../../../../nowhere.xml\"/></Relationships>";
    const outcome = await readWorkbook(rich({ "xl/_rels/workbook.xml.rels": circle })).catch((error: unknown) => error);
    expect(outcome instanceof WorkbookError || "content" in (outcome as object)).toBe(true);
  });

  it("names a column __proto__, which is a column like any other", async () => {
    const table = String(richParts()["xl/tables/table1.xml"]).replaceAll("name=\"Use\"", "name=\"__proto__\"");
    const { content } = await readWorkbook(rich({ "xl/tables/table1.xml": table }));
    expect(content.sheets[0].tables[0].columns).toContain("__proto__");
    expect(({} as Record<string, unknown>).Output).toBeUndefined();
  });
});

it("a workbook packed with 64-bit sizes, as some programs do for small files too, is read", async () => {
  const parts: Zippable = {};
  for (const [path, part] of Object.entries(richParts())) {
    const content = typeof part === "string" ? new TextEncoder().encode(part) : part;
    const sizes = new Uint8Array(16);
    for (const at of [0, 8]) new DataView(sizes.buffer).setBigUint64(at, BigInt(content.length), true);
    parts[path] = [content, { extra: { 1: sizes } }];
  }
  const bytes = Buffer.from(zipSync(parts, { level: 0 }));
  const entry = Uint8Array.from([0x50, 0x4b, 1, 2]);
  for (let at = bytes.indexOf(entry); at >= 0; at = bytes.indexOf(entry, at + 1)) bytes.fill(255, at + 20, at + 28);
  expect((await readWorkbook(Uint8Array.from(bytes))).content.sheets).toHaveLength(2);
});
