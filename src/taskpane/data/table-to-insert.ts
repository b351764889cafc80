import type { Provenance, TableToInsert } from "../../actions";
import type { OwnRows } from "../../actions/data";
import { certainties, type ReferenceTable } from "../../reference";
import type { WideTable } from "../../reference/wide";
import type { ImportedTable } from "../../reference/import-table";
import type { Language } from "../../refusal";
import { asFormulas, chartPlan, lookUpFormula } from "../../sharing/data/forms";
import { withOwnTable, withTable, type Form, type OwnTable, type RegisteredTable } from "../../sharing/data/register";

/** What the user has chosen of how a table is inserted. */
export interface Wish {
  readonly form: Form;
  readonly chart: boolean;
  /** The cell in which the header will begin. */
  readonly start: string;
  readonly language: Language;
  readonly namespace: string;
  readonly today: string;
}

const listed = (texts: readonly string[], language: Language): string =>
  [...new Set(texts)].filter(Boolean).join(language === "en" ? "; " : "；");

const inForm = ({ form }: Wish): Pick<TableToInsert, "plain"> => (form === "table" ? {} : { plain: true });

/** A table of the bundled data with all that the workbook is to keep of where it comes from. */
export function bundledToInsert(table: ReferenceTable, laidOut: WideTable, wish: Wish): TableToInsert {
  const { form, language, namespace, start } = wish;
  const headers = laidOut.columns.map(({ header }) => header);
  const plan = wish.chart ? chartPlan(laidOut) : undefined;
  return {
    name: laidOut.name,
    headers,
    rows: form === "formulas" ? asFormulas(table, laidOut, namespace, start) : laidOut.rows,
    formats: laidOut.formats,
    notes: laidOut.notes.map((note) => note[language]),
    ...inForm(wish),
    ...(plan && { chart: { ...plan, title: table.title[language] } }),
    provenance: provenanceOf(table, laidOut, headers, wish),
  };
}

function provenanceOf(
  table: ReferenceTable,
  { rows, keys }: WideTable,
  headers: readonly string[],
  { form, language, today }: Wish,
): Provenance {
  const registered = (name: string): RegisteredTable => ({
    id: table.id,
    version: table.version,
    name,
    form,
    language,
    inserted: today,
    headers,
    rows: rows.map((cells, i) => ({ ...keys[i]!, cells })),
  });
  return {
    language,
    line: {
      what: `${table.title[language]} (${table.id})`,
      version: table.version,
      inserted: today,
      source: listed(table.rows.flatMap(({ sources }) => sources.map((source) => source[language])), language),
      certainty: listed(table.certainties.map((certainty) => certainties[certainty].name[language]), language),
    },
    register: (register, name) => withTable(register, registered(name)),
  };
}

/** What the user has said of a table of their own. */
interface OwnWords {
  readonly title: string;
  readonly source: string;
  readonly origin: string;
}

/** A table of the user's own as it was read from a file or a selection. */
export function importedToInsert({ columns, rows }: ImportedTable, words: OwnWords, wish: Wish): TableToInsert {
  return {
    name: words.title,
    headers: columns.map(({ header }) => header),
    rows,
    formats: rows.map(() => columns.map(({ format }) => format)),
    notes: ownNotes(words, columns, wish),
    ...inForm(wish),
    provenance: ownProvenance({ ...words, columns, inserted: wish.today }, wish),
  };
}

type OwnFacts = Omit<OwnTable, "name">;

function ownNotes({ source, origin }: OwnWords, columns: OwnTable["columns"], { language }: Wish): string[] {
  const units = columns.filter(({ unit }) => unit).map(({ header, unit }) => `${header}: ${unit}`);
  const en = language === "en";
  return [
    ...(units.length > 0 ? [(en ? "Units: " : "单位：") + listed(units, language)] : []),
    (en ? "Source: " : "来源：") + (source || (en ? "not stated" : "未注明")),
    (en ? "Read from: " : "读自：") + origin,
  ];
}

const ownProvenance = ({ title, source, origin, inserted, columns }: OwnFacts, { language }: Wish): Provenance => ({
  language,
  line: {
    what: title,
    version: "",
    inserted,
    source: [source, origin].filter(Boolean).join(" · "),
    certainty: language === "en" ? "own data" : "自有数据",
  },
  register: (register, name) =>
    withOwnTable(register, {
      name,
      title,
      source,
      origin,
      inserted,
      columns: columns.map(({ header, kind, unit }) => ({ header, kind, unit })),
    }),
});

/** Whether each row can be found by its first cell. */
export function isKeyed({ rows }: OwnRows): boolean {
  const keys = rows.map(([key]) => String(key).toLowerCase());
  return keys.every((key) => key !== "") && new Set(keys).size === keys.length;
}

/** In a cell formatted as text Excel would show the formula instead of its value. */
const calculating = (format: string, column: number): string => (column > 0 && format === "@" ? "General" : format);

/** A table of the user's own once more; as formulas it follows the first one. */
export function ownToInsert(own: OwnTable, { headers, rows, formats }: OwnRows, wish: Wish): TableToInsert {
  const [, column = "A", row = "1"] = /^([A-Z]+)(\d+)/.exec(wish.start) ?? [];
  const looked = (i: number, j: number): string =>
    lookUpFormula(own.name, headers, headers[j]!, `$${column}${Number(row) + 1 + i}`);
  const isLive = wish.form === "formulas";
  return {
    name: own.title,
    headers,
    rows: isLive ? rows.map((cells, i) => cells.map((cell, j) => (j === 0 ? cell : looked(i, j)))) : rows,
    formats: isLive ? formats.map((each) => each.map(calculating)) : formats,
    notes: ownNotes(own, own.columns, wish),
    ...inForm(wish),
    provenance: ownProvenance({ ...own, inserted: wish.today }, wish),
  };
}
