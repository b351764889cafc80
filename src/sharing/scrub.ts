import { counted, type Texts } from "../refusal";
import { pack, unpack } from "../xlsx/archive";
import type { CellContent, SheetContent, WorkbookContent } from "../xlsx/content";
import { Package } from "../xlsx/package";
import type { WorkbookFile } from "../xlsx/read-workbook";
import { isRecord } from "../xlsx/records";
import {
  authorsIn, dropAuthors, dropThreadedComments, dropWebExtensions, threadedCommentsIn, webExtensionsIn,
} from "../xlsx/traces";
import { writeWorkbook } from "../xlsx/write-workbook";
import { Book } from "./book";
import { readBy } from "./reading";

/** What can be taken out of a workbook before it goes to others. */
export const traces = ["authors", "comments", "hidden-sheets", "settings", "add-in"] as const;
export type Trace = (typeof traces)[number];

export interface Traced {
  readonly trace: Trace;
  /** What is there. */
  readonly what: Texts;
  /** Why some of it stays. */
  readonly stays?: Texts;
}

const withNotes = ({ sheets }: WorkbookContent): CellContent[] =>
  sheets.flatMap(({ cells }) => cells.filter(({ note }) => note !== undefined));

/** Hidden sheets that no formula and no name of the rest reads, and those on which something rests. */
export function hiddenSheetsOf(content: WorkbookContent): { readonly free: string[]; readonly needed: string[] } {
  const book = new Book(content);
  const hidden = content.sheets.filter((sheet) => sheet.hidden).map(({ name }) => name);
  const read = new Set(
    book.formulas
      .filter(({ sheet }) => !sheet.content.hidden)
      .flatMap((cell) => readBy(cell, book).map(({ sheet }) => sheet.name)),
  );
  const isNamed = (name: string): boolean =>
    content.names.some(({ formula, sheet }) => sheet !== name && mentions(formula, name));
  const isNeeded = (name: string): boolean => read.has(name) || isNamed(name);
  return { free: hidden.filter((name) => !isNeeded(name)), needed: hidden.filter(isNeeded) };
}

const mentions = (formula: string, sheet: string): boolean =>
  formula.toLowerCase().includes(`${sheet.toLowerCase()}!`) || formula.toLowerCase().includes(`${sheet.toLowerCase()}'!`);

/** What a workbook tells of its makers, and what it holds out of sight: listed before anything goes. */
export function tracesIn({ content, parts }: WorkbookFile): Traced[] {
  const opened = new Package(parts);
  const { free, needed } = hiddenSheetsOf(content);
  const notes = withNotes(content).length;
  const threads = threadedCommentsIn(opened);
  const authors = authorsIn(opened);
  const settings = content.customXml.filter(isRecord).length;
  const extensions = webExtensionsIn(opened).length;
  const found: (Traced | false)[] = [
    authors.length > 0 && { trace: "authors", what: same(authors.join(", ")) },
    notes + threads > 0 && { trace: "comments", what: commentCounts(notes, threads) },
    free.length + needed.length > 0 && {
      trace: "hidden-sheets",
      what: same([...free, ...needed].join(", ")),
      ...(needed.length > 0 && { stays: staysBecause(needed) }),
    },
    settings > 0 && { trace: "settings", what: recordCount(settings) },
    extensions > 0 && { trace: "add-in", what: partCount(extensions) },
  ];
  return found.filter((each) => each !== false);
}

export const same = (text: string): Texts => ({ en: text, zh: text });

const recordCount = (records: number): Texts => ({
  en: `${counted(records, "record")} of this add-in`,
  zh: `${records} 项本加载项记录`,
});

const partCount = (parts: number): Texts => ({
  en: counted(parts, "part that asks for an add-in", "parts that ask for an add-in"),
  zh: `${parts} 个要求加载项的部件`,
});

const commentCounts = (notes: number, threads: number): Texts => ({
  en: `${counted(notes, "note")}, ${counted(threads, "comment")}`,
  zh: `${notes} 条附注，${threads} 条批注`,
});

const staysBecause = (sheets: readonly string[]): Texts => ({
  en: `${sheets.join(", ")}: formulas read it`,
  zh: `${sheets.join("、")}：有公式引用`,
});

/** The same file without what is named; all else stays byte for byte. */
export async function scrubbed(file: WorkbookFile, wanted: ReadonlySet<Trace>): Promise<Uint8Array> {
  const bytes = await writeWorkbook(withoutTraces(file.content, wanted), file);
  const parts = new Package(unpack(bytes));
  if (wanted.has("authors")) dropAuthors(parts);
  if (wanted.has("comments")) dropThreadedComments(parts);
  if (wanted.has("add-in")) dropWebExtensions(parts);
  return pack(parts.parts);
}

function withoutTraces(content: WorkbookContent, wanted: ReadonlySet<Trace>): WorkbookContent {
  const gone = new Set(wanted.has("hidden-sheets") ? hiddenSheetsOf(content).free : []);
  const sheets = content.sheets.filter(({ name }) => !gone.has(name));
  return {
    ...content,
    sheets: wanted.has("comments") ? sheets.map(withoutNotes) : sheets,
    names: content.names.filter(({ sheet }) => sheet === undefined || !gone.has(sheet)),
    customXml: wanted.has("settings") ? content.customXml.filter((xml) => !isRecord(xml)) : content.customXml,
  };
}

const withoutNotes = (sheet: SheetContent): SheetContent => ({
  ...sheet,
  cells: sheet.cells.map(({ note: _, ...cell }) => cell),
});
