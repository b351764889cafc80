import { parseCell } from "../formulas/addresses";
import type { Package } from "./package";
import { placeOf } from "./places";
import { child, children, decodeExcelText, descendants, type Element, innerText, parseXml } from "./xml";

/** Texts by place. */
export type Notes = Map<number, string>;

/**
 * The notes of a sheet. Excel also leaves a note for each threaded comment, which says
 * that this program cannot show it; those are passed over, and the comments stay in the file.
 */
export function readNotes(parts: Package, sheet: string): Notes {
  const notes: Notes = new Map();
  const found = parts.related(sheet, "comments");
  if (!found) return notes;
  parts.read(found.target, (text) => {
    const root = parseXml(text);
    const authors = children(child(root, "authors"), "author").map((author) => innerText(text, author));
    for (const comment of children(child(root, "commentList"), "comment")) {
      const place = parseCell(comment.attributes.ref ?? "");
      if (!place || authors[Number(comment.attributes.authorId)]?.startsWith("tc=")) continue;
      notes.set(placeOf(place), noteText(text, comment));
    }
  });
  return notes;
}

function noteText(text: string, comment: Element): string {
  const body = child(comment, "text");
  if (!body) return "";
  const pieces = body.children.filter(({ name }) => name !== "rPh")
    .flatMap((piece) => (piece.name === "t" ? [piece] : descendants(piece, "t")));
  return decodeExcelText(pieces.map((piece) => innerText(text, piece)).join(""));
}
