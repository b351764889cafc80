import { unzipSync } from "fflate";
import { scrubbed, traces, tracesIn, type Trace } from "../../src/sharing/scrub";
import { readWorkbook } from "../../src/xlsx";
import { richParts, zipped } from "../xlsx/rich-workbook";

const core = "application/vnd.openxmlformats-package.core-properties+xml";

/** A workbook as Excel saves one, with its makers' names, a thread of comments and a record of ours. */
async function book() {
  const parts = richParts();
  const relate = (path: string, type: string, target: string): void => {
    const xml = `<Relationship Id="rId77" Type="${type}" Target="${target}"/></Relationships>`;
    parts[path] = String(parts[path]).replace("</Relationships>", xml);
  };
  parts["docProps/core.xml"] = '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc"><dc:title>Plan</dc:title>'
    + "<dc:creator>Li Ming</dc:creator><cp:lastModifiedBy>Wang</cp:lastModifiedBy></cp:coreProperties>";
  relate("_rels/.rels", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml");
  parts["[Content_Types].xml"] = String(parts["[Content_Types].xml"])
    .replace("</Types>", `<Override PartName="/docProps/core.xml" ContentType="${core}"/></Types>`);
  parts["xl/threadedComments/threadedComment1.xml"] = '<ThreadedComments xmlns="urn:t"><threadedComment ref="A3"/></ThreadedComments>';
  relate("xl/worksheets/_rels/sheet1.xml.rels", "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment",
    "../threadedComments/threadedComment1.xml");
  parts["customXml/item2.xml"] = '<acceptedFindings xmlns="urn:industry-policy-workbench:accepted-findings"/>';
  parts["xl/_rels/workbook.xml.rels"] = String(parts["xl/_rels/workbook.xml.rels"]).replace("</Relationships>",
    '<Relationship Id="rId78" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" '
    + 'Target="../customXml/item2.xml"/></Relationships>');
  return readWorkbook(zipped(parts));
}

const without = async (...wanted: Trace[]) => {
  const bytes = await scrubbed(await book(), new Set(wanted));
  return { file: await readWorkbook(bytes), parts: unzipSync(bytes) };
};
const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

describe("what a workbook tells of its makers", () => {
  it("is listed before anything goes", async () => {
    const found = tracesIn(await book());
    expect(found.map(({ trace, what }) => [trace, what.en])).toEqual([
      ["authors", "Li Ming, Wang"],
      ["comments", "2 notes, 1 comment"],
      ["hidden-sheets", "Notes & sources"],
      ["settings", "1 record of this add-in"],
      ["add-in", "1 part that asks for an add-in"],
    ]);
  });

  it("goes with the names of people, and the title stays", async () => {
    const { parts } = await without("authors");
    const properties = textOf(parts["docProps/core.xml"]);
    expect(properties).not.toMatch(/Li Ming|Wang/);
    expect(properties).toContain("<dc:title>Plan</dc:title>");
  });

  it("goes with notes and comment threads", async () => {
    const { file, parts } = await without("comments");
    expect(file.content.sheets.flatMap(({ cells }) => cells.filter(({ note }) => note !== undefined))).toEqual([]);
    expect(Object.keys(parts).filter((path) => /threadedComment/i.test(path))).toEqual([]);
    expect(textOf(parts["xl/worksheets/_rels/sheet1.xml.rels"])).not.toMatch(/threadedComment/);
  });

  it("goes with hidden sheets that nothing rests on", async () => {
    const { file } = await without("hidden-sheets");
    expect(file.content.sheets.map(({ name }) => name)).toEqual(["Model"]);
  });

  it("goes with the records of this add-in and no others", async () => {
    const { file } = await without("settings");
    expect(file.content.customXml).toEqual([expect.stringContaining("发展改革委")]);
  });

  it("goes with the parts that ask for the add-in, and what led to them", async () => {
    const { parts } = await without("add-in");
    expect(Object.keys(parts).filter((path) => path.includes("webextension"))).toEqual([]);
    expect(textOf(parts["_rels/.rels"])).not.toContain("webextension");
    expect(textOf(parts["[Content_Types].xml"])).not.toContain("webextension");
  });

  it("leaves every other part byte for byte", async () => {
    const before = (await book()).parts;
    const { parts } = await without(...traces);
    const touched = [...before].filter(([path, bytes]) => parts[path] && Buffer.compare(bytes, parts[path]) !== 0);
    expect(touched.map(([path]) => path).filter((path) => !/rels|Content_Types/.test(path)).sort()).toEqual([
      "docProps/core.xml", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml", "xl/workbook.xml",
    ]);
  });

  it("keeps a hidden sheet that a formula reads, and says so", async () => {
    const file = await book();
    const [model, notes] = file.content.sheets;
    const cells = [...model!.cells, { row: 20, column: 0, value: 0.04, formula: "='Notes & sources'!A1" }];
    const reads = { ...file, content: { ...file.content, sheets: [{ ...model!, cells }, notes!] } };
    const hidden = tracesIn(reads).find(({ trace }) => trace === "hidden-sheets");
    expect(hidden?.stays?.en).toBe("Notes & sources: formulas read it");
  });
});
