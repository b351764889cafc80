import { isSameName } from "../formulas/same-name";
import { storedFormula, type Surroundings } from "../formulas/stored-formula";
import type { NameContent } from "./content";
import { MAX_NAME_COMMENT_LENGTH } from "./limits";
import { definedNames } from "./read-workbook";
import { child, children, type Element, encodeExcelText, escapeXml } from "./xml";
import { type XmlEditor, xmlElement } from "./xml-editor";

/** The place of each sheet in the file, before and after, by which names say in which sheet they are known. */
export interface SheetOrder {
  /** Undefined for a sheet that goes. */
  newIndex(old: number): number | undefined;
  indexOf(sheet: string): number;
}

/** Brings the names in line with the content; those that Excel keeps for itself follow their sheets. */
export function writeNames(
  editor: XmlEditor,
  before: readonly NameContent[],
  after: readonly NameContent[],
  sheets: SheetOrder,
  surroundings: Surroundings,
): void {
  const elements = children(child(editor.root, "definedNames"), "definedName");
  const shown = definedNames(editor.root);
  const left = new Set(after);
  const kept = elements.map((element) => {
    const was = before[shown.indexOf(element)];
    const is = was && successor(was, left);
    if (is) left.delete(is);
    if (was && !is) return "";
    return is && !isSame(was, is) ? nameXml(is, sheets, surroundings, was.sheet) : movedName(editor, element, sheets);
  });
  const added = [...left].map((name) => nameXml(name, sheets, surroundings));
  const inner = [...kept, ...added].join("");
  const present = elements.map(({ start, end }) => editor.text.slice(start, end)).join("");
  if (inner === present) return;
  const list = child(editor.root, "definedNames");
  if (inner) editor.put("definedNames", xmlElement("definedNames", {}, inner));
  else if (list) editor.remove(list);
}

/** A name without a sheet may be one of which the content did not keep that it was known in a sheet only. */
function successor(was: NameContent, names: ReadonlySet<NameContent>): NameContent | undefined {
  const alike = [...names].filter(({ name }) => isSameName(name, was.name));
  return alike.find(({ sheet }) => sheet === was.sheet) ?? alike.find(({ sheet }) => sheet === undefined);
}

function isSame(before: NameContent, after: NameContent): boolean {
  return before.name === after.name && before.formula === after.formula
    && (before.comment ?? "") === (after.comment ?? before.comment ?? "");
}

function movedName(editor: XmlEditor, element: Element, sheets: SheetOrder): string {
  const xml = editor.text.slice(element.start, element.end);
  const old = element.attributes.localSheetId;
  if (old === undefined) return xml;
  const index = sheets.newIndex(Number(old));
  if (index === undefined) return "";
  return String(index) === old ? xml : xml.replace(/(localSheetId\s*=\s*["'])\d+/, `$1${index}`);
}

function nameXml(
  { name, formula, comment, sheet }: NameContent,
  sheets: SheetOrder,
  surroundings: Surroundings,
  formerSheet?: string,
): string {
  const scope = sheet ?? formerSheet;
  const localSheetId = scope === undefined ? undefined : Math.max(0, sheets.indexOf(scope));
  const shortened = comment && encodeExcelText(comment).replace(/\n/g, "_x000a_").slice(0, MAX_NAME_COMMENT_LENGTH);
  const inner = escapeXml(encodeExcelText(storedFormula(formula, surroundings).text));
  return xmlElement("definedName", { name, comment: shortened, localSheetId }, inner);
}
