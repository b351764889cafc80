import { crc32 } from "./crc32";
import { partTypes, xmlPart } from "./blank";
import type { Package } from "./package";
import { customXmlParts } from "./read-workbook";
import { strToU8 } from "fflate";

const PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";

/** Parts that other programs keep in the file: those whose text is still in the content stay as they are. */
export function writeCustomXml(parts: Package, workbook: string, after: readonly string[]): void {
  const left = [...after];
  for (const { id, target } of customXmlParts(parts, workbook)) {
    const at = left.indexOf(parts.text(target));
    if (at >= 0) {
      left.splice(at, 1);
      continue;
    }
    for (const properties of parts.relationships(target)) parts.delete(properties.target);
    parts.unrelate(workbook, id);
    parts.delete(target);
  }
  for (const xml of left) addCustomXml(parts, workbook, xml);
}

/** Excel finds such a part by the id in a second part beside it. */
function addCustomXml(parts: Package, workbook: string, xml: string): void {
  const path = parts.freePath("customXml/item", ".xml");
  const properties = path.replace("item", "itemProps");
  parts.write(path, xml);
  parts.relate(workbook, "customXml", path);
  const id = itemId(path, xml);
  parts.write(properties, xmlPart(`<ds:datastoreItem ds:itemID="${id}" xmlns:ds="${PROPERTIES}"/>`));
  parts.declareType(properties, partTypes.customXmlProperties);
  parts.relate(path, "customXmlProps", properties);
}

/** Made from the text, so that the same workbook is saved as the same file. */
function itemId(path: string, xml: string): string {
  const whole = crc32(strToU8(path + xml));
  const digits = [0, 1, 2, 3].map((salt) => crc32(strToU8(`${salt} ${whole}`)).toString(16).padStart(8, "0")).join("");
  return `{${digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5").toUpperCase()}}`;
}
