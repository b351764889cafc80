import type { Surroundings } from "../formulas/stored-formula";
import { pack } from "./archive";
import { blankContent, blankParts, partTypes } from "./blank";
import { checkContent } from "./check-content";
import type { ValuesOf } from "./chart-xml";
import type { WorkbookContent } from "./content";
import { writeCustomXml } from "./custom-xml";
import { dynamicArrayNumber } from "./dynamic-arrays";
import { Package } from "./package";
import { valuesIn } from "./referenced-values";
import { readStyles, readWorkbook, type WorkbookFile, workbookPath } from "./read-workbook";
import { dropSheets, planSheets, type PlannedSheet, writeSheetList } from "./sheet-list";
import { StyleEditor } from "./style-editor";
import { isOn } from "./styles";
import { writeNames } from "./write-names";
import { type SheetOutcome, writeSheet } from "./write-sheet";
import { child } from "./xml";
import { type XmlEditor, xmlElement } from "./xml-editor";

const order = [
  "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups",
  "externalReferences", "definedNames", "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr",
  "smartTagTypes", "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst",
];

/**
 * Writes a workbook. With the file that the content came from, as it was read or as its bytes, only what
 * differs is written into it: charts, macros and all else that nobody here reads stay byte for byte.
 * The values of the content are taken for the results of its formulas.
 */
export async function writeWorkbook(
  content: WorkbookContent,
  original?: WorkbookFile | Uint8Array,
): Promise<Uint8Array> {
  checkContent(content);
  const file = original instanceof Uint8Array ? await readWorkbook(original) : original;
  const parts = new Package(file?.parts ?? blankParts());
  const reached = parts.reachable();
  writeContent(parts, file?.content ?? blankContent, content);
  const reachable = parts.reachable();
  for (const path of reached) if (path && !reachable.has(path)) parts.delete(path);
  return pack(parts.parts);
}

function writeContent(parts: Package, before: WorkbookContent, after: WorkbookContent): void {
  const workbook = workbookPath(parts);
  const surroundings = { names: new Map(after.names.map(({ name, formula }) => [name.toLowerCase(), formula])) };
  const plan = planSheets(parts, workbook, before.sheets, after.sheets);
  const outcome = writeSheets(parts, workbook, plan.sheets, surroundings, valuesIn(after));
  dropSheets(parts, workbook, plan);
  if (outcome.formulasChanged || plan.dropped.length > 0) dropCalculationChain(parts, workbook);
  parts.edit(workbook, (editor) => {
    const sheets = writeSheetList(editor, plan);
    writeNames(editor, before.names, after.names, sheets, surroundings);
    if (outcome.changed) writeCalculation(editor, hasAllResults(after));
  }, order);
  writeCustomXml(parts, workbook, after.customXml);
}

function writeSheets(
  parts: Package,
  workbook: string,
  sheets: readonly PlannedSheet[],
  surroundings: Surroundings,
  valuesOf: ValuesOf,
): SheetOutcome {
  const styles = new StyleEditor(readStyles(parts, workbook));
  let dynamic: number | undefined;
  const targets = {
    styles,
    surroundings,
    valuesOf,
    dynamicArrayNumber: () => (dynamic ??= dynamicArrayNumber(parts, workbook)),
  };
  const outcomes = sheets.map(({ path, before, after }) => writeSheet(parts, path, before, after, targets));
  if (styles.changed) writeStyles(parts, workbook, styles.toString());
  return {
    changed: outcomes.some(({ changed }) => changed),
    formulasChanged: outcomes.some(({ formulasChanged }) => formulasChanged),
  };
}

function writeStyles(parts: Package, workbook: string, xml: string): void {
  const present = parts.related(workbook, "styles")?.target;
  const path = present ?? parts.freePath("xl/styles", ".xml");
  parts.write(path, xml);
  if (present) return;
  parts.declareType(path, partTypes.styles);
  parts.relate(workbook, "styles", path);
}

/** Excel makes the chain anew, and repairs a file in which it names a cell without a formula. */
function dropCalculationChain(parts: Package, workbook: string): void {
  const chain = parts.related(workbook, "calcChain");
  if (!chain) return;
  parts.unrelate(workbook, chain.id);
  parts.delete(chain.target);
}

/** The version of Excel's calculation whose results it takes as they are. */
const CURRENT_CALCULATION = 191029;

/**
 * Excel calculates a file anew when an older version saved it or when it is told to. With the results
 * of all formulas at hand it need not, and a reader without the add-in sees them instead of #NAME?.
 */
function writeCalculation(editor: XmlEditor, complete: boolean): void {
  const present = child(editor.root, "calcPr");
  const { calcId = "0", fullCalcOnLoad } = present?.attributes ?? {};
  if (!present) {
    const attributes = { calcId: CURRENT_CALCULATION, fullCalcOnLoad: complete ? undefined : 1 };
    editor.insert("calcPr", xmlElement("calcPr", attributes));
  } else if (!complete) {
    if (!isOn(fullCalcOnLoad, false)) editor.setAttributes(present, { fullCalcOnLoad: 1 });
  } else if (Number(calcId) < CURRENT_CALCULATION || fullCalcOnLoad !== undefined) {
    const version = Math.max(CURRENT_CALCULATION, Number(calcId));
    editor.setAttributes(present, { calcId: version, fullCalcOnLoad: undefined });
  }
}

function hasAllResults({ sheets }: WorkbookContent): boolean {
  return sheets.every(({ cells }) => cells.every(({ formula, value }) => formula === undefined || value !== null));
}
