import type { Texts } from "../refusal";
import { put, target, widen, widthOf, type Draft, type DraftSheet } from "./draft";
import type { AnswerBlock, NotesBlock, ReadingBlock } from "./template";
import type { Role } from "./placed";
import { legends, words } from "./words";

/** Of the page that texts keep to, from the first column on. */
const pageColumns = 5;

/** In points. */
const titleHeight = 24;
const headingHeight = 18;
const answerHeight = 66;

/** In signs of half a Chinese character's width. */
const lineWidth = 118;

export function heading(draft: Draft, sheet: DraftSheet, text: Texts): void {
  sheet.heights[sheet.row] = headingHeight;
  put(sheet, sheet.row++, 0, text[draft.language], "heading");
}

/** The title of the workbook on each sheet, its question on the first. */
export function placeTitle(draft: Draft, sheet: DraftSheet): void {
  const { template, language } = draft;
  sheet.heights[sheet.row] = titleHeight;
  put(sheet, sheet.row++, 0, template.title[language], "title");
  if (draft.sheets.length === 1) {
    sheet.heights[sheet.row] = headingHeight;
    put(sheet, sheet.row++, 0, template.question[language], "question");
  }
  sheet.row++;
  widen(sheet, 0, 46);
}

export function placeReading(draft: Draft, sheet: DraftSheet, { lines }: ReadingBlock): void {
  heading(draft, sheet, words.reading);
  paragraphs(draft, sheet, lines, "label");
  sheet.row++;
  heading(draft, sheet, words.legend);
  const { language } = draft;
  put(sheet, sheet.row++, 0, legends.real[language], "real");
  put(sheet, sheet.row++, 0, legends.illustrative[language], "illustrative");
  put(sheet, sheet.row++, 0, words.working[language], "working");
  put(sheet, sheet.row++, 0, words.output[language], "output");
  sheet.row++;
}

export function placeAnswer(draft: Draft, sheet: DraftSheet, block: AnswerBlock): void {
  heading(draft, sheet, words.answer);
  const area = { row: sheet.row, column: 0, rows: 1, columns: 1 };
  target(draft, block.key, { sheet: sheet.name, block, run: "cell", area, label: words.answer });
  put(sheet, sheet.row, 0, block.formula[draft.language], "answer", { home: { block, run: "cell", area } });
  sheet.merges.push({ ...area, columns: pageColumns });
  sheet.heights[sheet.row] = answerHeight;
  sheet.row += 2;
}

export function placeNotes(draft: Draft, sheet: DraftSheet, { title, lines }: NotesBlock): void {
  heading(draft, sheet, title);
  paragraphs(draft, sheet, lines, "note");
  sheet.row++;
}

/** A cell for each line: text runs over empty cells to its right, which a merged or wrapped cell would not print. */
function paragraphs(draft: Draft, sheet: DraftSheet, texts: readonly Texts[], role: Role): void {
  for (const text of texts) {
    for (const line of linesOf(text[draft.language])) put(sheet, sheet.row++, 0, line, role);
  }
}

/** Breaks at blanks, and between Chinese characters but not before a mark that closes. */
export function linesOf(text: string): string[] {
  const lines = [""];
  let width = 0;
  for (const piece of text.match(/[\u2e80-\uffef][，。；：、）”！？]*|[^\s\u2e80-\uffef]+\s*|\s+/gu) ?? []) {
    const more = widthOf(piece);
    if (width + more > lineWidth && width > 0) {
      lines.push("");
      width = 0;
    }
    lines[lines.length - 1] += piece;
    width += more;
  }
  return lines.map((line) => line.trim());
}
