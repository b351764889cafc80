import { cellAddress } from "../formulas/addresses";
import { partTypes, xmlPart } from "./blank";
import type { CellContent } from "./content";
import type { Notes } from "./notes";
import type { Package } from "./package";
import { cellAt, type Place, placeOf } from "./places";
import { child, children, encodeExcelText, escapeXml } from "./xml";
import { type XmlEditor, xmlElement } from "./xml-editor";

interface NoteChange extends Place {
  readonly before?: string;
  readonly after?: string;
}

/** The format keeps the texts of notes in one part and their boxes, as drawings, in another. */
export function writeNotes(
  parts: Package,
  path: string,
  sheet: XmlEditor,
  before: readonly CellContent[],
  after: readonly CellContent[],
): void {
  const changes = noteChanges(notesOf(before), notesOf(after));
  if (changes.length === 0) return;
  const comments = parts.related(path, "comments")?.target ?? addComments(parts, path);
  parts.edit(comments, (editor) => changeTexts(editor, changes));
  const drawing = drawingOf(parts, path, sheet) ?? addDrawing(parts, path, sheet);
  parts.write(drawing, changedBoxes(parts.text(drawing), changes));
}

function notesOf(cells: readonly CellContent[]): Notes {
  return new Map(cells.flatMap((cell) => (cell.note === undefined ? [] : [[placeOf(cell), cell.note] as const])));
}

function noteChanges(before: Notes, after: Notes): NoteChange[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((place) => ({ ...cellAt(place), before: before.get(place), after: after.get(place) }))
    .filter((change) => change.before !== change.after);
}

function addComments(parts: Package, sheet: string): string {
  const path = parts.freePath("xl/comments", ".xml");
  const inner = "<authors><author/></authors><commentList></commentList>";
  parts.write(path, xmlPart(`<comments xmlns="${parts.spreadsheet}">${inner}</comments>`));
  parts.declareType(path, partTypes.comments);
  parts.relate(sheet, "comments", path);
  return path;
}

function changeTexts(editor: XmlEditor, changes: readonly NoteChange[]): void {
  const list = child(editor.root, "commentList");
  if (!list) throw new SyntaxError("no list of comments");
  for (const { row, column, after } of changes) {
    const ref = cellAddress(row, column);
    const found = children(list, "comment").find(({ attributes }) => attributes.ref === ref);
    const text = after === undefined ? "" : textXml(after);
    const body = child(found, "text");
    if (found && !text) editor.remove(found);
    else if (body) editor.replace(body, text);
    else if (text) editor.append(list, xmlElement("comment", { ref, authorId: 0 }, text));
  }
}

function textXml(note: string): string {
  return `<text><t xml:space="preserve">${escapeXml(encodeExcelText(note))}</t></text>`;
}

/** A sheet may have a second drawing of this kind, for its header and footer. */
function drawingOf(parts: Package, path: string, sheet: XmlEditor): string | undefined {
  const id = child(sheet.root, "legacyDrawing")?.attributes[":id"];
  const found = parts.relationships(path).find((each) => each.id === id);
  return found && parts.has(found.target) ? found.target : undefined;
}

function addDrawing(parts: Package, path: string, sheet: XmlEditor): string {
  const drawing = parts.freePath("xl/drawings/vmlDrawing", ".vml");
  const number = Number(/\d+/.exec(drawing)?.[0] ?? 1);
  parts.write(drawing, drawingXml(number));
  parts.declareExtension("vml", partTypes.vmlDrawing);
  const id = parts.relate(path, "vmlDrawing", drawing);
  sheet.put("legacyDrawing", xmlElement("legacyDrawing", { "xmlns:r": parts.typeBase, "r:id": id }));
  return drawing;
}

/** Boxes are numbered from 1024 times the number of their drawing. */
function drawingXml(number: number): string {
  return "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""
    + " xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
    + `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${number}"/></o:shapelayout>`
    + "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">"
    + "<v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype></xml>";
}

const box = /<v:shape\s[\s\S]*?<\/v:shape>/g;

function changedBoxes(drawing: string, changes: readonly NoteChange[]): string {
  const removed = new Set(changes.filter(({ after }) => after === undefined).map(placeOf));
  const kept = drawing.replace(box, (xml) => (removed.has(boxPlace(xml)) ? "" : xml));
  const present = new Set([...kept.matchAll(box)].map(([xml]) => boxPlace(xml)));
  let number = lastBoxNumber(kept);
  const added = changes
    .filter((change) => change.after !== undefined && !present.has(placeOf(change)))
    .map((change) => boxXml(change, ++number));
  return kept.replace(/<\/xml>\s*$/, (end) => added.join("") + end);
}

function boxPlace(xml: string): number {
  const row = /<x:Row>(\d+)<\/x:Row>/.exec(xml);
  const column = /<x:Column>(\d+)<\/x:Column>/.exec(xml);
  return row && column ? placeOf({ row: Number(row[1]), column: Number(column[1]) }) : -1;
}

function lastBoxNumber(drawing: string): number {
  const first = Number(/<o:idmap[^>]*data="(\d+)/.exec(drawing)?.[1] ?? 1) * 1024;
  return Math.max(first, ...[...drawing.matchAll(/id="_x0000_s(\d+)"/g)].map(([, number]) => Number(number)));
}

/** Hidden until the cell is pointed at, right of the cell and four rows high. */
function boxXml({ row, column }: Place, number: number): string {
  const anchor = [column + 1, 15, Math.max(0, row - 1), 10, column + 3, 15, row + 3, 4].join(", ");
  return `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;visibility:hidden"`
    + " fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/>"
    + "<v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/>"
    + "<v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox>"
    + "<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/>"
    + `<x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>`
    + `<x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
}
