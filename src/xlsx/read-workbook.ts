import { typedFormula } from "../formulas/stored-formula";
import type { Texts } from "../refusal";
import { type Parts, unpack } from "./archive";
import { BLANK_STYLES } from "./blank";
import { themeColours } from "./colours";
import type { NameContent, SheetContent, WorkbookContent } from "./content";
import { damagedFile, damagedPart, noWorkbook, WorkbookError } from "./failures";
import { Package, type Relationship } from "./package";
import { cellBudget, type CellSources } from "./read-cells";
import { readSheet } from "./read-sheet";
import { readSharedStrings } from "./shared-strings";
import { isOn, Styles } from "./styles";
import { countsFrom1904, warningsOf } from "./warnings";
import { type Attributes, child, children, decodeExcelText, type Element, innerText } from "./xml";

/** A workbook with the parts of its file, so that what nobody here reads is still there when it is saved. */
export interface WorkbookFile {
  readonly content: WorkbookContent;
  /** What will be kept but not shown, or does not work here. */
  readonly warnings: readonly Texts[];
  /** It holds macros: only a file named .xlsm may. */
  readonly macros: boolean;
  /** Dates count from 1904: functions of dates give other results here. */
  readonly dates1904: boolean;
  readonly parts: Parts;
}

/** Reads an .xlsx or .xlsm file, or throws a `WorkbookError` that says why it cannot be read. */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookFile> {
  try {
    const parts = unpack(bytes);
    return readParts(new Package(parts), parts);
  } catch (error) {
    // A hostile file can fail any reader; the caller has one kind of failure to answer.
    throw error instanceof WorkbookError ? error : damagedFile(error);
  }
}

function readParts(opened: Package, parts: Parts): WorkbookFile {
  const workbook = workbookPath(opened);
  const root = opened.root(workbook);
  const sources = cellSources(opened, workbook);
  const sheets = sheetEntries(opened, workbook, root).filter(({ isGrid }) => isGrid);
  const content = {
    sheets: sheets.map((entry) => readEntry(opened, entry, sources)),
    names: readNames(opened, workbook, root),
    customXml: customXmlParts(opened, workbook).map(({ target }) => opened.text(target)),
  };
  return {
    content,
    warnings: warningsOf(opened, workbook, root),
    macros: opened.related(workbook, "vbaProject") !== undefined,
    dates1904: countsFrom1904(root),
    parts,
  };
}

export function workbookPath(parts: Package): string {
  const found = parts.related("", "officeDocument");
  if (!found || !parts.has(found.target)) throw noWorkbook();
  if (parts.root(found.target).name !== "workbook") throw noWorkbook();
  return found.target;
}

export interface SheetEntry {
  readonly element: Element;
  readonly name: string;
  /** The number that stays with a sheet through renaming and moving. */
  readonly id: string;
  readonly path: string;
  readonly relationship: string;
  readonly hidden: boolean;
  /** Neither a chart, a dialog nor a sheet of old macros. */
  readonly isGrid: boolean;
}

export function sheetEntries(parts: Package, workbook: string, root: Element): SheetEntry[] {
  const related = new Map(parts.relationships(workbook).map((each) => [each.id, each]));
  return children(child(root, "sheets"), "sheet").map((element) => {
    const { name = "", sheetId: id = "", state = "visible", [":id"]: relationship = "" } = element.attributes;
    const { target: path = "", type = "" } = related.get(relationship) ?? {};
    const isGrid = type === "worksheet";
    if (isGrid && !parts.has(path)) throw damagedPart(path);
    return { element, name, id, path, relationship, hidden: state !== "visible", isGrid };
  });
}

function readEntry(parts: Package, { name, id, path, hidden }: SheetEntry, sources: CellSources): SheetContent {
  return { name, id, ...readSheet(parts, path, sources), ...(hidden && { hidden }) };
}

function cellSources(parts: Package, workbook: string): CellSources {
  const strings = parts.related(workbook, "sharedStrings");
  return {
    strings: strings ? parts.read(strings.target, readSharedStrings) : [],
    styles: readStyles(parts, workbook),
    budget: cellBudget(),
  };
}

export function readStyles(parts: Package, workbook: string): Styles {
  const theme = parts.related(workbook, "theme");
  const colours = theme ? parts.read(theme.target, themeColours) : themeColours();
  const styles = parts.related(workbook, "styles");
  return styles ? parts.read(styles.target, (text) => new Styles(text, colours)) : new Styles(BLANK_STYLES, colours);
}

export function customXmlParts(parts: Package, workbook: string): Relationship[] {
  return parts.relationships(workbook).filter(({ type, target }) => type === "customXml" && parts.has(target));
}

function readNames(parts: Package, workbook: string, root: Element): NameContent[] {
  const sheets = children(child(root, "sheets"), "sheet").map(({ attributes }) => attributes.name ?? "");
  return parts.read(workbook, (text) => definedNames(root).map((element) => {
    const { name = "", comment, localSheetId } = element.attributes;
    const sheet = localSheetId === undefined ? undefined : sheets[Number(localSheetId)];
    return {
      name,
      formula: typedFormula(decodeExcelText(innerText(text, element))),
      ...(comment && { comment: decodeExcelText(comment) }),
      ...(sheet !== undefined && { sheet }),
    };
  }));
}

/** The names that users see: not those that Excel keeps for print areas, filters and the like. */
export function definedNames(root: Element): readonly Element[] {
  return children(child(root, "definedNames"), "definedName").filter(({ attributes }) => isShown(attributes));
}

function isShown({ name = "", hidden }: Attributes): boolean {
  return !/^_xl/i.test(name) && !isOn(hidden, false);
}
