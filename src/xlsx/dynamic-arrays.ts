import { partTypes, xmlPart } from "./blank";
import type { Package } from "./package";
import { child, children, descendants, type Element } from "./xml";
import { type XmlEditor, xmlElement } from "./xml-editor";

const order = [
  "metadataTypes", "metadataStrings", "mdxMetadata", "futureMetadata", "cellMetadata", "valueMetadata", "extLst",
];

const KIND = "XLDAPR";

/**
 * The number that a cell's `cm` must have for its array formula to be a dynamic one. It points into a part
 * that also holds other things (pictures in cells, data types); what of it is missing is added.
 */
export function dynamicArrayNumber(parts: Package, workbook: string): number {
  const path = parts.related(workbook, "sheetMetadata")?.target ?? addMetadata(parts, workbook);
  let number = 0;
  parts.edit(path, (editor) => { number = numberIn(editor); }, order);
  return number;
}

function addMetadata(parts: Package, workbook: string): string {
  const path = parts.has("xl/metadata.xml") ? parts.freePath("xl/metadata", ".xml") : "xl/metadata.xml";
  parts.write(path, xmlPart(`<metadata xmlns="${parts.spreadsheet}"></metadata>`));
  parts.declareType(path, partTypes.metadata);
  parts.relate(workbook, "sheetMetadata", path);
  return path;
}

function numberIn(editor: XmlEditor): number {
  const type = typeNumber(editor);
  const property = propertyNumber(editor);
  const cells = child(editor.root, "cellMetadata");
  const records = children(cells, "bk");
  const found = records.findIndex((record) => children(record, "rc").some(({ attributes: { t, v } }) => {
    return Number(t) === type && Number(v) === property;
  }));
  if (found >= 0) return found + 1;
  const record = xmlElement("bk", {}, xmlElement("rc", { t: type, v: property }));
  addTo(editor, "cellMetadata", cells, record);
  return records.length + 1;
}

function typeNumber(editor: XmlEditor): number {
  const list = child(editor.root, "metadataTypes");
  const types = children(list, "metadataType");
  const found = types.findIndex(({ attributes }) => attributes.name === KIND);
  if (found >= 0) return found + 1;
  addTo(editor, "metadataTypes", list, xmlElement("metadataType", {
    name: KIND, minSupportedVersion: 120000, copy: 1, pasteAll: 1, pasteValues: 1, merge: 1, splitFirst: 1,
    rowColShift: 1, clearFormats: 1, clearComments: 1, assign: 1, coerce: 1, cellMeta: 1,
  }));
  return types.length + 1;
}

function propertyNumber(editor: XmlEditor): number {
  const list = children(editor.root, "futureMetadata").find(({ attributes }) => attributes.name === KIND);
  const blocks = children(list, "bk");
  const found = blocks.findIndex((block) => descendants(block, "dynamicArrayProperties").some(isDynamic));
  if (found >= 0) return found;
  const record = "<bk><extLst><ext uri=\"{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}\">"
    + "<xda:dynamicArrayProperties xmlns:xda=\"http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray\""
    + " fDynamic=\"1\" fCollapsed=\"0\"/></ext></extLst></bk>";
  addTo(editor, "futureMetadata", list, record, { name: KIND });
  return blocks.length;
}

function isDynamic({ attributes }: Element): boolean {
  return attributes.fDynamic === "1" && attributes.fCollapsed !== "1";
}

function addTo(editor: XmlEditor, name: string, list: Element | undefined, xml: string, attributes = {}): void {
  if (!list) return editor.insert(name, xmlElement(name, { ...attributes, count: 1 }, xml));
  editor.append(list, xml);
  editor.setAttributes(list, { count: list.children.length + 1 });
}
