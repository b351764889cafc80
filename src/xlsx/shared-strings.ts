import { richText } from "./sheet-cells";
import { decodeExcelText, TagScanner } from "./xml";

/** The texts that cells refer to by number. */
export function readSharedStrings(xml: string): string[] {
  const scanner = new TagScanner(xml);
  const strings: string[] = [];
  while (scanner.next()) {
    if (scanner.name === "si" && scanner.kind !== "close") strings.push(decodeExcelText(richText(scanner)));
  }
  return strings;
}
