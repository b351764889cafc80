import type { Definition } from "../functions";
import { grouped } from "../maths/grouped";
import { tables, type ReferenceTable } from "../reference";
import type { Language, Texts } from "../refusal";
import type { WorkbookContent } from "../xlsx/content";
import { Book } from "./book";
import { check, count } from "./check";
import { referenceCalls } from "./data/reference-calls";
import { readRegister } from "./data/register";
import { guardsOf, type Guard } from "./guards";
import { reasonsIn } from "./reasons";

/** What only the author knows. */
export const questions = {
  purpose: { label: { en: "Purpose", zh: "用途" }, hint: { en: "Which decision does the model serve?", zh: "模型服务于哪项决策？" } },
  boundary: {
    label: { en: "Boundary", zh: "边界" },
    hint: { en: "Which place, industry and years; what is left out?", zh: "覆盖的地区、行业和年份；不包括什么？" },
  },
  owner: { label: { en: "Owner", zh: "责任人" }, hint: { en: "Who answers for it: office and person.", zh: "负责单位及人员。" } },
  assumptions: {
    label: { en: "Assumptions", zh: "假设" },
    hint: { en: "What is assumed, and on whose judgement?", zh: "作了哪些假设，依据谁的判断？" },
  },
  limits: { label: { en: "Limits", zh: "局限" }, hint: { en: "For what should it not be used?", zh: "不应用于什么？" } },
  signedBy: { label: { en: "Signed by", zh: "签署人" }, hint: { en: "Who has checked and released it.", zh: "核验并发布者。" } },
  signedOn: { label: { en: "Signed on", zh: "签署日期" }, hint: { en: "As 2026-11-30.", zh: "格式如 2026-11-30。" } },
} as const satisfies Record<string, { readonly label: Texts; readonly hint: Texts }>;

export type Question = keyof typeof questions;
export const questionNames = Object.keys(questions) as Question[];
export type Answers = Readonly<Partial<Record<Question, string>>>;

/** A function that the model uses. */
export interface Method {
  readonly definition: Definition;
  readonly cells: number;
  readonly first: string;
}

/** Data on which the model rests. */
export interface DataUse {
  readonly id: string;
  readonly title: Texts;
  readonly source: Texts;
  /** Of the data; of the user's own, the day on which they came in. */
  readonly version: string;
  /** How many formulas look it up; of one that stands in the workbook, nothing. */
  readonly cells?: number;
}

export interface Passport {
  readonly answers: Answers;
  readonly sheets: readonly { readonly name: string; readonly formulas: number; readonly hidden: boolean }[];
  readonly methods: readonly Method[];
  readonly data: readonly DataUse[];
  /** What our functions say about their own results. */
  readonly guards: readonly Guard[];
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly accepted: readonly { readonly what: Texts; readonly reason: string }[];
  /** Of this add-in, whose functions calculated it. */
  readonly version: string;
}

/** What can be told of a workbook without asking, and what its author has answered. */
export function passportOf(content: WorkbookContent, answers: Answers, version: string): Passport {
  const book = new Book(content);
  const { findings, ignored } = check(content, reasonsIn(content.customXml), book);
  return {
    answers,
    sheets: book.sheets.map(({ name, formulas, content: { hidden = false } }) => {
      return { name, formulas: formulas.length, hidden };
    }),
    methods: methodsOf(book),
    data: dataOf(book),
    guards: guardsOf(book),
    errors: count(findings, "error"),
    warnings: count(findings, "warning"),
    notes: count(findings, "note"),
    accepted: ignored.map(({ finding: { what }, reason }) => ({ what, reason })),
    version,
  };
}

function methodsOf({ formulas }: Book): Method[] {
  const uses = formulas.flatMap((cell) =>
    [...new Set(cell.calls.map((call) => call.definition))].map((definition) => ({ definition, cell })));
  return [...grouped(uses, ({ definition }) => definition)].map(([definition, all]) => ({
    definition,
    cells: all.length,
    first: `${all[0].cell.sheet.name}!${all[0].cell.address}`,
  }));
}

/** Tables of the add-in that formulas look up, or that stand in the workbook, and the user's own. */
function dataOf(book: Book): DataUse[] {
  const { tables: inserted, own } = readRegister(book.content.customXml);
  const looked = book.formulas.flatMap((cell) => [...new Set(referenceCalls(cell, book).map(({ table }) => table))]);
  const uses = (wanted: ReferenceTable): number => looked.filter((each) => each === wanted).length;
  const bundled = inserted.flatMap(({ id, version }) =>
    tables.filter((each) => each.id === id).map((found) => ({ ...described(found), version })),
  );
  return [
    ...[...new Set(looked)].map((found) => ({ ...described(found), cells: uses(found) })),
    ...bundled,
    ...own.map(({ name, title, source, inserted: day }) => {
      return { id: name, title: same(title), source: same(source), version: day };
    }),
  ];
}

const same = (text: string): Texts => ({ en: text, zh: text });

const described = (found: ReferenceTable): DataUse => ({
  id: found.id,
  title: found.title,
  source: { en: sourcesOf(found, "en"), zh: sourcesOf(found, "zh") },
  version: found.version,
});

const sourcesOf = ({ rows }: ReferenceTable, language: Language): string =>
  [...new Set(rows.flatMap(({ sources }) => sources.map((source) => source[language])))].join("; ");
