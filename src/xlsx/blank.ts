import { strToU8 } from "fflate";
import type { Parts } from "./archive";
import type { WorkbookContent } from "./content";
import { SPREADSHEET, TYPE_BASE } from "./namespaces";


const DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const FORMAT = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The types under which a package declares its parts. */
export const partTypes = {
  workbook: `${FORMAT}.sheet.main+xml`,
  worksheet: `${FORMAT}.worksheet+xml`,
  styles: `${FORMAT}.styles+xml`,
  table: `${FORMAT}.table+xml`,
  comments: `${FORMAT}.comments+xml`,
  metadata: `${FORMAT}.sheetMetadata+xml`,
  drawing: "application/vnd.openxmlformats-officedocument.drawing+xml",
  chart: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
  vmlDrawing: "application/vnd.openxmlformats-officedocument.vmlDrawing",
  customXmlProperties: "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
} as const;

export function xmlPart(body: string): string {
  return DECLARATION + body;
}

export const BLANK_STYLES = xmlPart(`<styleSheet xmlns="${SPREADSHEET}">`
  + "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font></fonts>"
  + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
  + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
  + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
  + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
  + "<cellXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/></cellXfs>"
  + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>");

export function blankSheet(namespace: string): string {
  return xmlPart(`<worksheet xmlns="${namespace}"><sheetData/></worksheet>`);
}

/** A package around a workbook without sheets: every new file begins as an edit of it. */
export function blankParts(): Parts {
  const texts = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types">`
      + `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`
      + `<Default Extension="xml" ContentType="application/xml"/>`
      + `<Override PartName="/xl/workbook.xml" ContentType="${partTypes.workbook}"/>`
      + `<Override PartName="/xl/styles.xml" ContentType="${partTypes.styles}"/></Types>`,
    "_rels/.rels": relationships({ officeDocument: "xl/workbook.xml" }),
    "xl/workbook.xml": `<workbook xmlns="${SPREADSHEET}"><bookViews><workbookView/></bookViews><sheets/></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships({ styles: "styles.xml" }),
  };
  const parts = Object.entries(texts).map(([path, body]) => [path, strToU8(xmlPart(body))] as const);
  return new Map([...parts, ["xl/styles.xml", strToU8(BLANK_STYLES)]]);
}

export const blankContent: WorkbookContent = { sheets: [], names: [], customXml: [] };

function relationships(targets: Readonly<Record<string, string>>): string {
  const inner = Object.entries(targets).map(([type, target], index) => {
    return `<Relationship Id="rId${index + 1}" Type="${TYPE_BASE}/${type}" Target="${target}"/>`;
  });
  return `<Relationships xmlns="${PACKAGE}/relationships">${inner.join("")}</Relationships>`;
}
