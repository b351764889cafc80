import { cellAddress } from "../formulas/addresses";
import type { SheetContent } from "./content";
import { rawRows } from "./sheet-cells";
import { argb } from "./style-editor";
import { isOn, type Styles } from "./styles";
import { attributesIn, child, type Element } from "./xml";
import { type XmlEditor, xmlElement } from "./xml-editor";

/** How a sheet is shown, apart from its cells. */
type SheetLook = Pick<SheetContent, "frozen" | "tabColour" | "gridlinesHidden" | "rowHeights">;

export function readLook(text: string, root: Element, styles: Styles): SheetLook {
  const frozen = readFrozen(root);
  const tabColour = styles.colour(child(child(root, "sheetPr"), "tabColor"));
  const gridlinesHidden = !isOn(viewOf(root)?.attributes.showGridLines, true);
  const rowHeights = readHeights(text, child(root, "sheetData"));
  return {
    ...(frozen && { frozen }),
    ...(tabColour && { tabColour }),
    ...(gridlinesHidden && { gridlinesHidden }),
    ...(Object.keys(rowHeights).length > 0 && { rowHeights }),
  };
}

const viewOf = (root: Element): Element | undefined => child(child(root, "sheetViews"), "sheetView");

function readFrozen(root: Element): SheetContent["frozen"] {
  const pane = child(viewOf(root), "pane")?.attributes;
  if (!pane?.state?.startsWith("frozen")) return undefined;
  return { rows: Number(pane.ySplit ?? 0), columns: Number(pane.xSplit ?? 0) };
}

/** Rows whose height follows from what is in them are not listed. */
function readHeights(text: string, data: Element | undefined): Record<number, number> {
  const heights: Record<number, number> = {};
  if (!data || !text.includes("customHeight")) return heights;
  for (const { row, start, innerStart } of rawRows(text, data)) {
    const { ht, customHeight } = attributesIn(text.slice(start, innerStart));
    if (ht !== undefined && isOn(customHeight, false)) heights[row] = Number(ht);
  }
  return heights;
}

/** All of the look but the heights, which stand with the cells of the rows. */
export function writeLook(editor: XmlEditor, before: SheetLook, after: SheetLook): void {
  writeTabColour(editor, before.tabColour, after.tabColour);
  const pane = paneXml(after.frozen) === paneXml(before.frozen) ? undefined : paneXml(after.frozen);
  if (pane === undefined && Boolean(after.gridlinesHidden) === Boolean(before.gridlinesHidden)) return;
  const showGridLines = after.gridlinesHidden ? 0 : undefined;
  const view = viewOf(editor.root);
  if (!view) {
    const inner = xmlElement("sheetView", { showGridLines, workbookViewId: 0 }, pane);
    return editor.put("sheetViews", xmlElement("sheetViews", {}, inner));
  }
  editor.setAttributes(view, { showGridLines });
  if (pane === undefined) return;
  const kept = view.children.filter(({ name }) => name !== "pane" && name !== "selection");
  editor.setInner(view, pane + kept.map(({ start, end }) => editor.text.slice(start, end)).join(""));
}

function writeTabColour(editor: XmlEditor, before: string | undefined, after: string | undefined): void {
  if (before === after) return;
  const xml = after ? xmlElement("tabColor", { rgb: argb(after) }) : "";
  const properties = child(editor.root, "sheetPr");
  if (!properties) return editor.put("sheetPr", xmlElement("sheetPr", {}, xml));
  const present = child(properties, "tabColor");
  if (present) return editor.replace(present, xml);
  // The colour goes before the other properties.
  const inner = properties.children.map(({ start, end }) => editor.text.slice(start, end)).join("");
  editor.setInner(properties, xml + inner);
}

function paneXml({ rows, columns }: NonNullable<SheetLook["frozen"]> = { rows: 0, columns: 0 }): string {
  if (rows + columns === 0) return "";
  const activePane = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const corner = cellAddress(rows, columns);
  return xmlElement("pane", {
    xSplit: columns || undefined, ySplit: rows || undefined, topLeftCell: corner, activePane, state: "frozen",
  }) + xmlElement("selection", { pane: activePane });
}
